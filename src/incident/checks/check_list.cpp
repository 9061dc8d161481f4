// SPDX-License-Identifier: MIT
#include "incident/checks/check_list.hpp"

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

using enum Severity;
using Of = CheckOf;

// clang-format off
constexpr std::array checks{
    Check{"not-utf8", warning, Of::table, "Bytes that are no text", "the file has bytes that are not UTF-8; each became U+FFFD"},
    Check{"quote-not-closed", warning, Of::table, "Quote not closed", "a quote in a CSV file is never closed"},
    Check{"row-too-long", warning, Of::table, "Row too long", "a row is longer than 8 MiB and was cut"},
    Check{"too-many-cells", warning, Of::table, "Too many cells", "a row has more cells than there are columns; the last were left out"},
    Check{"geometry-not-a-point", warning, Of::table, "Geometry not a point", "a feature of the input has a line or an area where a point is needed"},
    Check{"geometry-differs", warning, Of::table, "Geometry differs", "a feature's geometry and its columns of latitude and longitude are apart; the columns are used"},
    Check{"position-not-transformed", warning, Of::table, "Position not transformed", "a position cannot be brought from the input's coordinate system to longitude and latitude"},

    Check{"date-not-read", error, Of::report, "Date not read", "a date is in no known form, not in the calendar, or can be read as two days"},
    Check{"no-date", note, Of::report, "No date", "reports have no date, told once for each input; where no column is read as the date, the build says so first"},
    Check{"ends-before-start", error, Of::report, "Ends before it starts", "the second day of an interval is before the first"},
    Check{"count-not-read", warning, Of::report, "Count not read", "a number of weapons or people is in no known form"},
    Check{"coordinate-not-read", error, Of::report, "Coordinate not read", "a latitude or longitude is no number of degrees"},
    Check{"coordinate-missing", error, Of::report, "Coordinate missing", "only one of latitude and longitude is given"},
    Check{"latitude-out-of-range", error, Of::report, "Latitude out of range", "a latitude is not between -90 and 90"},
    Check{"longitude-out-of-range", error, Of::report, "Longitude out of range", "a longitude is not between -180 and 180"},
    Check{"uncertainty-not-read", warning, Of::report, "Uncertainty not read", "`coordinates_uncertainty_m` is no number of metres"},
    Check{"uncertainty-not-stated", note, Of::report, "Uncertainty not stated", "a position is given without its uncertainty, which is then that of the digits written"},
    Check{"precision-not-known", warning, Of::report, "Precision not known", "a published table has a code of precision that is not known; the widest area is drawn"},
    Check{"precision-differs", note, Of::report, "Precision differs", "a published table gives a row a code of precision, and what is drawn of it, or its date, has another"},
    Check{"event-type-not-known", note, Of::report, "Event type not known", "an event type is none that is known, which is told once for each; its incidents count as attacks"},
    Check{"no-place", warning, Of::report, "No place", "a row has neither a place nor a position"},
    Check{"too-many-reports", warning, Of::report, "Too many reports", "more than 1,000 rows share one `incident_id`"},

    Check{"source-without-id", warning, Of::source, "Source without id", "a row of the table of sources has no `source_id`"},
    Check{"source-twice", warning, Of::source, "Source twice", "two rows of the table of sources have one `source_id`, and differ"},
    Check{"sources-disagree", note, Of::source, "Sources disagree", "two reports of one incident state different things; the table `disagreements` has the row too"},

    Check{"country-not-known", warning, Of::place, "Country not known", "a stated country is none that is understood; no place is drawn by a guess then"},
    Check{"words-do-not-fit", warning, Of::place, "Words do not fit together", "what a locality says of a place has nothing in common with the rest of its words"},
    Check{"place-not-drawn", warning, Of::place, "Place not drawn", "of several places of an incident one is not drawn with the others"},
    Check{"launch-place-not-found", warning, Of::place, "Launch place not found", "a launch place is ambiguous or unresolved"},
    Check{"area-not-found", warning, Of::place, "Area not found", "a report is coded to a district, province or country of which no outline is found; a circle is drawn"},
    Check{"launch-at-target", note, Of::place, "Launch place is the place hit", "a launch place and a place hit are one position, and no line is drawn between them"},
    Check{"too-many-pairs", warning, Of::place, "Too many pairs of places", "an incident has more than 64 pairs of a launch place and a place hit; the first 64 are measured"},
    Check{"kind-does-not-fit", warning, Of::place, "Kind does not fit", "the report's words call the place something else than it is: a village an air base"},
    Check{"may-belong-elsewhere", note, Of::place, "May belong elsewhere", "an incident has, or may have, more than one value of what incidents are chosen or maps are split by (`--where`, `--within`, `--split-by`); it is kept in each"},

    Check{"position-at-zero", error, Of::position, "Position at 0, 0", "a position is longitude 0 and latitude 0, which is where positions go that are not known; it is not used"},
    Check{"position-swapped", warning, Of::position, "Latitude and longitude swapped", "a position lies elsewhere than its report states, and would not with its two numbers swapped"},
    Check{"position-sign-flipped", warning, Of::position, "Sign flipped", "a position lies elsewhere than its report states, and would not with the sign of a number changed"},
    Check{"position-degrees-minutes", warning, Of::position, "Minutes read as decimals", "a position lies outside the place named, and would not if the digits behind the point were minutes"},
    Check{"position-latitude-is-longitude", warning, Of::position, "Latitude equals longitude", "the two numbers of a position are the same"},
    Check{"position-whole-degrees", warning, Of::position, "Whole degrees", "a position is given in whole degrees, with an uncertainty of less than 50 km or none"},
    Check{"position-at-centre", warning, Of::position, "Position of a country or province", "a position is the middle of the country or province stated, or the point that stands for it in a gazetteer"},
    Check{"position-of-capital", warning, Of::position, "Position of the capital", "a position is that of the capital, and no more than the country is stated"},
    Check{"position-too-precise", note, Of::position, "More decimals than are known", "the last digit of a position is more than ten thousand times finer than its uncertainty"},
    Check{"position-outside-country", warning, Of::position, "Position outside the country", "a position lies more than 15 km outside the country stated; disputed areas are let be"},
    Check{"position-outside-province", warning, Of::position, "Position outside the province", "a position lies more than 15 km outside the province stated"},
    Check{"position-far-from-place", warning, Of::position, "Position far from its place", "a position in numbers lies outside the place that the report names"},

    Check{"stated-distance-differs", warning, Of::stated, "Distance differs", "a distance in `place_said_to_be` or `launch_said_to_be` is not that between the places; a note where it fits their far ends"},
    Check{"stated-direction-differs", warning, Of::stated, "Direction differs", "a direction said there is not that between the places; a note where it fits their far ends"},
    Check{"stated-other-place-fits", warning, Of::stated, "Another place fits", "what is said there does not fit the place, and fits another of its name"},
    Check{"stated-place-differs", warning, Of::stated, "Area differs", "the place lies outside the area said there"},
    Check{"stated-not-checked", note, Of::stated, "Not checked", "what is said there names a place that is not found, or cannot be measured"},

    Check{"weekday-differs", warning, Of::time, "Weekday differs", "a date names a weekday that it is not"},
    Check{"published-before-event", warning, Of::time, "Published before it happened", "a source was published before the first day of what it reports; a day is allowed for time zones"},
    Check{"date-in-future", warning, Of::time, "Date in the future", "the first day is after today (in a build: after SOURCE_DATE_EPOCH, else after the newest input was changed); a day is allowed for time zones"},
    Check{"date-may-fall-outside", note, Of::time, "Date may fall outside", "a date is wider than the days asked for with `--since`, `--until` and `--where`, or than a map of `--split-by`; the incident is kept"},

    Check{"beyond-published-range", warning, Of::range, "Beyond the published range", "even the least distance is greater than the weapon's published maximum (`--weapon-ranges`)"},
    Check{"near-published-range", note, Of::range, "Across the published range", "the weapon's published maximum lies between the least and the greatest distance"},
    Check{"range-not-read", warning, Of::range, "Range not read", "a row of the table of ranges has no weapon, or no number of kilometres"},

    Check{"decision-unsigned", note, Of::decision, "Decision unsigned", "a decision does not say whose it is"},
    Check{"decision-date-unreadable", warning, Of::decision, "Decision's date not read", "the day of a decision is in no known form"},
    Check{"decision-unknown-column", warning, Of::decision, "Decision about no column", "a decision is about another column than `place` or `launch_place`"},
    Check{"decision-without-words", warning, Of::decision, "Decision without words", "a decision does not say about which words"},
    Check{"decision-unreadable", warning, Of::decision, "Decision not read", "a decision is in no known form"},
    Check{"decision-unknown-place", warning, Of::decision, "Decision for no place", "a decision names a place id, or a locality, that no gazetteer loaded has"},
    Check{"decision-twice", warning, Of::decision, "Decision twice", "two rows decide the same words, and differ"},
    Check{"decision-unused", warning, Of::decision, "Decision not used", "no report has the words that a decision is about"},
    Check{"decision-differs", note, Of::decision, "Decision differs", "the program would answer otherwise than was decided"},
    Check{"decision-in-other-country", warning, Of::decision, "Decision in another country", "a report with these words states another country"},
    Check{"reports-merged", note, Of::decision, "Reports merged", "reports of different `incident_id`s are told as one incident, as was decided in `NAME.same.csv`, or as `--merge-above` asks"},
    Check{"same-unused", warning, Of::decision, "Same not used", "a row of `NAME.same.csv` decides about a report that is not there"},
    Check{"same-unreadable", warning, Of::decision, "Same not read", "a row of `NAME.same.csv` decides neither `same` nor `different`"},

    Check{"at-null-island", error, Of::gazetteer, "Place at 0, 0", "a place lies at longitude 0 and latitude 0"},
    Check{"outside-country", warning, Of::gazetteer, "Place outside its country", "a place lies more than 2 km outside the outline of its country"},
    Check{"at-centre-of-area", warning, Of::gazetteer, "Place at a centre", "a place lies within 50 m of the centroid of a country, province or district"},
    Check{"id-twice", error, Of::gazetteer, "Id twice", "two places of one kind have one id of one source"},
    Check{"preferred-twice", warning, Of::gazetteer, "Preferred name twice", "a place has several preferred names in one language"},
    Check{"province-unknown", warning, Of::gazetteer, "Province unknown", "a place is in a province that its country has not in the gazetteer, though it has others"},
    Check{"outside-province", warning, Of::gazetteer, "Place outside its province", "a place lies more than 5 km outside the outline of its province"},
    Check{"points-apart", warning, Of::gazetteer, "Points apart", "another source's point of a place lies more than 20 km away"},
    Check{"source-unknown", error, Of::gazetteer, "Source unknown", "a place, name or point has a source that is not in the table of sources"},
    Check{"name-without-letters", note, Of::gazetteer, "Name without letters", "a name has no letter"},
    Check{"twins", warning, Of::gazetteer, "Twins", "two places of one kind and name lie within 200 m of each other"},
    Check{"columns-not-10", warning, Of::gazetteer, "Not 10 columns", "a row of GeoNames' names has not its 10 columns"},
    Check{"columns-not-19", warning, Of::gazetteer, "Not 19 columns", "a row of GeoNames' places has not its 19 columns"},
    Check{"id-not-a-number", warning, Of::gazetteer, "Id no number", "an id of GeoNames is no number"},
    Check{"admin-code-damaged", warning, Of::gazetteer, "Code damaged", "a code of a province or district is damaged"},
    Check{"country-damaged", warning, Of::gazetteer, "Country damaged", "a country's code is damaged"},
    Check{"country-not-a-code", warning, Of::gazetteer, "Country no code", "a country is no ISO 3166-1 alpha-2 code"},
    Check{"country-unknown", note, Of::gazetteer, "Country unknown", "a country's name is not known"},
    Check{"country-without-point", note, Of::gazetteer, "Country without point", "no row has a point for a country"},
    Check{"province-without-point", note, Of::gazetteer, "Province without point", "no row has a point for a province"},
    Check{"region-without-code", warning, Of::gazetteer, "Region without code", "a region of OurAirports has no code"},
    Check{"line-too-long", warning, Of::gazetteer, "Line too long", "a line is longer than 64 KiB"},
    Check{"place-without-name", warning, Of::gazetteer, "Place without name", "a place has no name"},
    Check{"place-without-id", warning, Of::gazetteer, "Place without id", "a place has no id"},
    Check{"place-twice", warning, Of::gazetteer, "Place twice", "two rows have the id of one place"},
    Check{"position-out-of-range", warning, Of::gazetteer, "Place out of range", "a place's position is not on the earth"},
    Check{"not-a-size", warning, Of::gazetteer, "Not a size", "a size or accuracy is no number of metres"},
    Check{"kind-unknown", warning, Of::gazetteer, "Kind unknown", "a kind of place is not one of ours"},
    Check{"population-not-a-number", warning, Of::gazetteer, "Population no number", "a population is no number"},
    Check{"year-not-a-number", warning, Of::gazetteer, "Year no number", "a year of a name's use is no number"},
    Check{"sort-unknown", warning, Of::gazetteer, "Sort of name unknown", "a sort of name is not one of ours"},
    Check{"name-twice", note, Of::gazetteer, "Name twice", "a place has one spelling twice"},
    Check{"name-without-place", warning, Of::gazetteer, "Name without place", "a name is of a place that is not there"},
    Check{"names-of-other-places", warning, Of::gazetteer, "Names of other places", "names are of places that are not there"},
    Check{"point-without-place", note, Of::gazetteer, "Point without place", "a point is of a place that is not there"},
    Check{"feature-not-used", note, Of::gazetteer, "Feature not used", "rows are of kinds of feature that no gazetteer needs"},
    Check{"area-not-a-polygon", warning, Of::gazetteer, "Area no polygon", "an outline is no polygon"},
    Check{"area-twice", warning, Of::gazetteer, "Area twice", "two outlines are of one place"},
    Check{"area-without-place-id", warning, Of::gazetteer, "Area without place", "an outline is of no place"},
};
// clang-format on

/// How many letters at the beginning two codes share.
std::size_t common_start(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

bool shares_a_word(std::string_view code, std::string_view asked) {
    for (const std::string& word : split_list(asked, "-")) {
        if (word.size() > 2 && code.find(word) != std::string_view::npos) return true;
    }
    return common_start(code, asked) >= 4;
}

}  // namespace

std::string_view title_of(CheckOf of) {
    switch (of) {
        case CheckOf::table:
            return "Tables";
        case CheckOf::report:
            return "Rows";
        case CheckOf::source:
            return "Sources";
        case CheckOf::place:
            return "Places in words";
        case CheckOf::position:
            return "Positions in numbers";
        case CheckOf::stated:
            return "What is said of where a place is";
        case CheckOf::time:
            return "Time";
        case CheckOf::range:
            return "Published ranges";
        case CheckOf::decision:
            return "Decisions";
        case CheckOf::gazetteer:
            return "Gazetteers";
    }
    return "";
}

std::span<const Check> all_checks() { return checks; }

const Check* find_check(std::string_view code) {
    const auto* found =
        std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.code == code; });
    return found == checks.end() ? nullptr : found;
}

std::vector<std::string> read_codes(std::span<const std::string> lists) {
    std::vector<std::string> codes;
    for (const std::string& list : lists) {
        for (std::string& code : split_list(list, ",")) {
            const Check* check = find_check(code);
            if (check != nullptr && check->of != CheckOf::gazetteer) {
                codes.push_back(std::move(code));
                continue;
            }
            std::vector<std::string> similar;
            for (const Check& other : checks) {
                if (other.of != CheckOf::gazetteer && similar.size() < 5 && shares_a_word(other.code, code))
                    similar.emplace_back(other.code);
            }
            throw UsageError{"--ignore: no finding has the code '" + shortened(code, 100) + "'" +
                             (similar.empty() ? "" : "; there is " + joined(similar, ", ")) +
                             ". docs/checks.md lists all"};
        }
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

}  // namespace incidentmap
