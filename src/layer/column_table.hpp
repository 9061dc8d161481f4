// SPDX-License-Identifier: MIT
/// Every column that a layer has, each in one row. Which layers have it, and where one means something else
/// by it, stands in schema.cpp. docs/columns.md is made from both: UPDATE_EXPECTED=1 unit_tests
/// "docs/columns.md*".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "geopackage/table_spec.hpp"

namespace incidentmap {

/// The tab of a form that a column stands on. What is for programs is hidden in tables, and comes last in
/// forms.
enum class FormTab { what, where, how_sure, launch, sources, for_programs, nowhere };

/// How a text is entered.
enum class FormField { one_line, several_lines };

/// Who may change it by hand: what a report said may be corrected, what the program works out from it would
/// be wrong.
enum class EditedBy { program, people };

struct ColumnRow {
    std::string_view name;
    std::string_view title;  ///< words for people
    ColumnType type = ColumnType::text;
    std::string_view unit;
    std::string_view domain;  ///< the closed list that its values come from; empty where there is none
    FormTab tab = FormTab::what;
    FormField field = FormField::one_line;
    EditedBy edited_by = EditedBy::program;
    std::string_view description;  ///< without a full stop; in Markdown
};

// clang-format off
inline constexpr auto column_table = [] {
    using enum ColumnType;
    using enum FormTab;
    using enum FormField;
    constexpr auto by_program = EditedBy::program;
    constexpr auto by_people = EditedBy::people;
    return std::to_array<ColumnRow>({
        {"feature_id", "Feature", text, "", "", for_programs, one_line, by_program, "Stable id of this feature. Ids are text, unique in the layer, the same in each build of the same input"},
        {"incident_id", "Incident", text, "", "", what, one_line, by_program, "Stable id of the incident; the key to `reports`, `disagreements` and `findings`"},
        {"location_no", "Place number", integer, "", "", for_programs, one_line, by_program, "Which of the places of the incident this is, from 1. Counts and casualties stand on 1 only, so that sums are right"},
        {"location_count", "Number of places", integer, "", "", for_programs, one_line, by_program, "How many places the incident has"},
        {"status", "How well located", text, "", "status", how_sure, one_line, by_program, "What the look-up of this place came to"},
        {"draft", "Draft", text, "", "", how_sure, one_line, by_program, "`draft` where it was drafted from a text and nobody has confirmed it yet; null for all others. Only `--drafts` brings drafts in"},
        {"event_date", "Date", text, "", "", what, one_line, by_program, "Local date at the place, as closely as the reports support it: `2020-07-27`, `2020-07`, `2019`, `2020-07-24/2020-07-27`; `~` at the end: approximate"},
        {"date_start", "First day", date, "", "", what, one_line, by_program, "First day on which it may have happened, inclusive; null where undated"},
        {"date_end", "Last day", date, "", "", what, one_line, by_program, "Last day on which it may have happened, inclusive; null where undated"},
        {"time_from", "Time slider from", datetime, "UTC", "", for_programs, one_line, by_program, "Start of `date_start` as a UTC date-time, for time sliders only: it is not a time of day that anybody reported"},
        {"time_until", "Time slider until", datetime, "UTC", "", for_programs, one_line, by_program, "End of `date_end` as a UTC date-time, exclusive (midnight of the next day), for time sliders only"},
        {"time_precision", "Date precision (ACLED)", integer, "", "time_precision", how_sure, one_line, by_program, "ACLED's code; null where the date is wider than a month or missing: the scheme ends there"},
        {"event_type", "Event type", text, "", "", what, one_line, by_people, "ACLED's event type, as the input has it"},
        {"sub_event_type", "Event sub-type", text, "", "", what, one_line, by_people, "ACLED's sub-event type, as the input has it"},
        {"weapon", "Weapon", text, "", "", what, one_line, by_people, "The means, as the input has it"},
        {"weapon_count", "Number of weapons", integer, "", "", what, one_line, by_program, "How many, as stated; where only a least number is stated, that number. Null where no number is stated and on places after the first"},
        {"weapon_count_text", "Number of weapons as stated", text, "", "", what, one_line, by_program, "The same with its bounds: `3`, `30+`, `4–6`, `up to 20`"},
        {"killed_low", "Killed, at least", integer, "people", "", what, one_line, by_program, "Lowest number of people killed that the reports support; 0 only where a report states that there was none. Null: not said"},
        {"killed_best", "Killed", integer, "people", "", what, one_line, by_program, "Number of people killed where one is stated without a bound; null where only a bound is stated, or nothing"},
        {"killed_high", "Killed, at most", integer, "people", "", what, one_line, by_program, "Highest number of people killed that the reports support; null where no upper bound is stated"},
        {"injured_low", "Injured, at least", integer, "people", "", what, one_line, by_program, "Lowest number of people injured that the reports support; 0 only where a report states that there was none. Null: not said"},
        {"injured_best", "Injured", integer, "people", "", what, one_line, by_program, "Number of people injured where one is stated without a bound; null where only a bound is stated, or nothing"},
        {"injured_high", "Injured, at most", integer, "people", "", what, one_line, by_program, "Highest number of people injured that the reports support; null where no upper bound is stated"},
        {"damage", "Damage", text, "", "", what, several_lines, by_people, "Damage in short words, as the input has it"},
        {"attributed_to", "Attributed to", text, "", "", what, one_line, by_people, "Whom somebody holds responsible. A claim, not a fact; several are separated by ` | `"},
        {"attributed_by", "According to", text, "", "", what, one_line, by_people, "Who makes that attribution; as many parts as `attributed_to`, in the same order"},
        {"claimed_by", "Claimed by", text, "", "", what, one_line, by_people, "Who said that they did it"},
        {"denied_by", "Denied by", text, "", "", what, one_line, by_people, "Who said that they did not"},
        {"location", "Place", text, "", "", where, one_line, by_people, "Name of the place found: the gazetteer's preferred English name, or the coordinates"},
        {"place_id", "Place id", text, "", "", where, one_line, by_program, "The place in its gazetteer: `geonames:98182`, `ourairports:ORER`, or the curated table's own word; null for coordinates"},
        {"place_words", "Place in the report's words", text, "", "", where, several_lines, by_people, "The report's own words for the place, unaltered"},
        {"country", "Country", text, "", "", where, one_line, by_program, "English name of the country in which the place lies; where borders are disputed, the country that the report names"},
        {"country_code", "Country code", text, "", "", where, one_line, by_program, "The same as ISO 3166-1 alpha-2"},
        {"admin1", "Province", text, "", "", where, one_line, by_program, "First-order administrative unit in which the place lies (governorate, province, oblast)"},
        {"admin2", "District", text, "", "", where, one_line, by_program, "Second-order administrative unit in which the place lies"},
        {"latitude", "Latitude", real, "°", "", where, one_line, by_program, "Latitude of the likely point, WGS 84, north positive"},
        {"longitude", "Longitude", real, "°", "", where, one_line, by_program, "Longitude of the likely point, WGS 84, east positive, −180 to 180"},
        {"geo_precision", "Place precision (ACLED)", integer, "", "geo_precision", how_sure, one_line, by_program, "ACLED's code; 1 is best"},
        {"where_prec", "Place precision (UCDP)", integer, "", "where_prec", how_sure, one_line, by_program, "UCDP's code; 1 is best"},
        {"uncertainty_m", "Uncertainty", real, "m", "", how_sure, one_line, by_program, "Radius of the smallest circle about the likely point that covers the possible area"},
        {"method", "How it was located", text, "", "method", how_sure, one_line, by_program, "By which method the possible area was made"},
        {"because", "Why here", text, "", "", how_sure, several_lines, by_program, "Why this place and no other: the rules that fired, the context that decided, the matches set aside, in sentences"},
        {"match_score", "Match score", real, "", "", how_sure, one_line, by_program, "0 to 1: how sure it is that the name means this place; not that anything happened there. Null where no name was matched"},
        {"decided_by", "Decided by", text, "", "", how_sure, one_line, by_program, "The person whose recorded decision placed it; null where the program did"},
        {"answer_id", "Look-up", text, "", "", for_programs, one_line, by_program, "Stable id, made from what was looked up"},
        {"words", "Words looked up", text, "", "", what, one_line, by_program, "The locality, or a place id"},
        {"stated_country", "Country stated", text, "", "", where, one_line, by_program, "Country that the report states for it"},
        {"stated_admin1", "Province stated", text, "", "", where, one_line, by_program, "First-order administrative unit that the report states for it"},
        {"stated_admin2", "District stated", text, "", "", where, one_line, by_program, "Second-order administrative unit that the report states for it"},
        {"gazetteers", "Gazetteers asked", text, "", "", how_sure, one_line, by_program, "The gazetteers that were asked, in their order, each with the beginning of its fingerprint"},
        {"record", "The whole answer", text, "", "", nowhere, one_line, by_program, "For the program: the answer with its possible area, reasons and alternatives, to the last digit"},
        {"launch_location", "Reported launch place", text, "", "", launch, one_line, by_program, "Name of the launch place found; null where no report names one or it was not found. Of several the first: the others are in `launch_sites` and `launch_to_target`"},
        {"launch_said_by", "Launch place according to", text, "", "", launch, one_line, by_people, "Who names the launch place"},
        {"launch_disputed_by", "Launch place disputed by", text, "", "", launch, one_line, by_people, "Who contradicts it"},
        {"distance_km", "Distance from launch", real, "km", "", launch, one_line, by_program, "Likely distance from the reported launch place along the ellipsoid, between the two likely points. Null where the places are too coarse to have one"},
        {"distance_km_min", "Distance from launch, least", real, "km", "", launch, one_line, by_program, "Least distance between the two possible areas"},
        {"distance_km_max", "Distance from launch, greatest", real, "km", "", launch, one_line, by_program, "Greatest distance between the two possible areas"},
        {"distance_text", "Distance from launch in words", text, "", "", launch, one_line, by_program, "The distance rounded to what its bounds bear, to be quoted: `about 45 km (40 to 50)`"},
        {"azimuth_deg", "Bearing from launch to target", real, "°", "", launch, one_line, by_program, "Likely azimuth at the launch place, clockwise from true north, 0 up to 360"},
        {"azimuth_deg_start", "Bearing, from", real, "°", "", launch, one_line, by_program, "Start of the span of possible azimuths; the span runs clockwise from here, and may pass north"},
        {"azimuth_deg_end", "Bearing, to", real, "°", "", launch, one_line, by_program, "End of the span of possible azimuths"},
        {"compass", "Compass direction from launch to target", text, "", "", launch, one_line, by_program, "One of the 16 compass directions (`N`, `NNE` … `NNW`) of the likely azimuth; null where the span is wider than 90°"},
        {"report_count", "Number of reports", integer, "", "", sources, one_line, by_program, "How many reports of the incident are in the input. Stands on place 1 only"},
        {"source_names", "Sources", text, "", "", sources, several_lines, by_program, "Publishers and days of publication, separated by ` | `"},
        {"source_urls", "Addresses of the sources", text, "", "", sources, several_lines, by_program, "Addresses, separated by ` | `, in the order of `source_names`; empty parts where none is known"},
        {"disagreement_count", "Disagreements between reports", integer, "", "", how_sure, one_line, by_program, "How many rows of `disagreements` the incident has. Stands on place 1 only"},
        {"finding_count", "Things to check", integer, "", "", how_sure, one_line, by_program, "How many rows of `findings` the incident has. Stands on place 1 only"},
        {"data_generalizations", "Generalised", text, "", "", how_sure, several_lines, by_program, "Of a public edition: in place of what this stands coarser than it is known, and why; null where it stands as it is known"},
        {"information_withheld", "Withheld", text, "", "", how_sure, several_lines, by_program, "Of a public edition: what is known of it and left out; null where nothing is"},
        {"notes", "Notes", text, "", "", what, several_lines, by_people, "Notes of the reports, separated by ` | `"},
        {"kind", "Kind of place", text, "", "", what, one_line, by_program, "The gazetteer's kind: `air base`, `airfield`, `embassy`, `village`, `city`, `district`, `province`, `country` …"},
        {"extent_m", "Size of the place", real, "m", "", where, one_line, by_program, "Radius of the thing itself, as the gazetteer has it"},
        {"accuracy_m", "Accuracy of its point", real, "m", "", how_sure, one_line, by_program, "How well the gazetteer's point is known"},
        {"incident_count", "Number of incidents", integer, "", "", what, one_line, by_program, "How many attacks of this build hit it"},
        {"incident_ids", "Incidents", text, "", "", what, several_lines, by_program, "Their ids, separated by ` | `, in their own order, byte by byte; `…` after the first thousand"},
        {"gazetteer_source", "Source of the place", text, "", "", where, one_line, by_program, "The source of the gazetteer's point, by its id in the gazetteer"},
        {"launch_place_id", "Launch place id", text, "", "", launch, one_line, by_program, "The launch place in its gazetteer"},
        {"launch_words", "Launch place in the report's words", text, "", "", launch, several_lines, by_people, "The report's own words for the launch place, unaltered"},
        {"launch_uncertainty_m", "Uncertainty of the launch place", real, "m", "", launch, one_line, by_program, "Radius of the smallest circle about the launch place's likely point that covers its possible area"},
        {"launch_decided_by", "Launch place decided by", text, "", "", launch, one_line, by_program, "The person whose recorded decision placed the launch place; null where the program did"},
        {"distance_reason", "Why no distance", text, "", "", launch, several_lines, by_program, "Why there is no distance, where there is none: the possible areas meet and are too wide, or one is a country"},
        {"back_azimuth_deg", "Bearing from target to launch", real, "°", "", launch, one_line, by_program, "Likely azimuth at the place hit towards the launch place, clockwise from true north, 0 up to 360"},
        {"area_km2", "Size of the possible area", real, "km²", "", where, one_line, by_program, "Area on the ellipsoid"},
        {"around", "Drawn around", text, "", "", what, one_line, by_program, "What was asked for: `bases`, `launch_sites`, or the locality as it was typed"},
        {"radius_km", "Distance", real, "km", "", what, one_line, by_program, "Distance from the likely point to the edge"},
        {"label", "Label", text, "", "", what, one_line, by_people, "The distance and the place, for a map: `20 km from Erbil`"},
        {"report_id", "Report", text, "", "", sources, one_line, by_program, "Id of this report; made from the row's content where the input has none"},
        {"source_id", "Source", text, "", "", sources, one_line, by_program, "Key to `sources`"},
        {"further_source_ids", "Further sources", text, "", "", sources, one_line, by_program, "Where the report names several sources: the others, as keys to `sources`, separated by ` | `"},
        {"input_file", "Input", text, "", "", sources, one_line, by_program, "Name of the input, without its folder"},
        {"input_row", "Row", integer, "", "", sources, one_line, by_program, "Row as a spreadsheet shows it; the header is 1"},
        {"event_date_text", "Date as written", text, "", "", what, one_line, by_program, "The input's own text of the date"},
        {"date_precision", "Date precision", text, "", "date_precision", how_sure, one_line, by_program, "How closely this report dates it"},
        {"place", "Place looked up", text, "", "", where, one_line, by_program, "The locality that was looked up; several are separated by ` | `"},
        {"launch_place", "Launch place looked up", text, "", "", launch, one_line, by_program, "The locality of the launch place that was looked up"},
        {"launch_country", "Launch country given", text, "", "", launch, one_line, by_program, "Country that the input gives for the launch place"},
        {"launch_admin1", "Launch province given", text, "", "", launch, one_line, by_program, "First-order administrative unit that the input gives for the launch place"},
        {"coordinates_uncertainty_m", "Uncertainty given", text, "", "", how_sure, one_line, by_program, "Uncertainty that the input states for the coordinates, in metres, as the input has it"},
        {"coordinates_from", "Coordinates from", text, "", "", where, one_line, by_program, "What the coordinates were read from: a film, imagery, a map"},
        {"coordinates_by", "Coordinates by", text, "", "", where, one_line, by_program, "Who worked them out"},
        {"launch_latitude", "Launch latitude given", text, "", "", launch, one_line, by_program, "Latitude that the input states for the launch place, in degrees, as the input has it"},
        {"launch_longitude", "Launch longitude given", text, "", "", launch, one_line, by_program, "Longitude that the input states for the launch place, in degrees, as the input has it"},
        {"place_said_to_be", "Place is said to be", text, "", "", where, one_line, by_program, "What the report says of where the place is: checked, not used"},
        {"launch_said_to_be", "Launch place is said to be", text, "", "", launch, one_line, by_program, "What the report says of where the launch place is: checked, not used"},
        {"killed", "Killed", text, "", "", what, one_line, by_program, "As the input has it; empty: not said"},
        {"injured", "Injured", text, "", "", what, one_line, by_program, "As the input has it; empty: not said"},
        {"publisher", "Publisher", text, "", "", what, one_line, by_program, "Who published it"},
        {"title", "Title", text, "", "", what, one_line, by_program, "Title as published"},
        {"author", "Author", text, "", "", what, one_line, by_program, "Author, where the input names one"},
        {"published", "Published", text, "", "", what, one_line, by_program, "Day of publication, as closely as known, in the form of `event_date`"},
        {"url", "Address", text, "", "", sources, one_line, by_program, "Address of the publication"},
        {"archived_url", "Archived at", text, "", "", sources, one_line, by_program, "Address of an archived copy"},
        {"archived_at", "Archived on", text, "", "", sources, one_line, by_program, "Day on which the copy was made"},
        {"language", "Language", text, "", "", what, one_line, by_program, "Language as ISO 639-1: `en`, `ar`, `ku`"},
        {"original_source", "Reprint of", text, "", "", what, one_line, by_program, "Whose text it is, where this is a reprint: reports of one text are not independent of each other"},
        {"disagreement_id", "Disagreement", text, "", "", for_programs, one_line, by_program, "Stable id of the row"},
        {"field", "Field", text, "", "", what, one_line, by_program, "The column on which they differ: `place`, `event_date`, `killed` …"},
        {"report_id_a", "First report", text, "", "", sources, one_line, by_program, "The report that comes first in the input"},
        {"source_a", "First source", text, "", "", sources, one_line, by_program, "Its publisher and day of publication"},
        {"value_a", "First says", text, "", "", sources, one_line, by_program, "What it states"},
        {"report_id_b", "Second report", text, "", "", sources, one_line, by_program, "The other report"},
        {"source_b", "Second source", text, "", "", sources, one_line, by_program, "Its publisher and day of publication"},
        {"value_b", "Second says", text, "", "", sources, one_line, by_program, "What it states"},
        {"sentence", "In a sentence", text, "", "", what, several_lines, by_program, "The disagreement in words"},
        {"finding_id", "Finding", text, "", "", for_programs, one_line, by_program, "Stable id of the row"},
        {"severity", "Severity", text, "", "severity", what, one_line, by_program, "How bad it is"},
        {"code", "Code", text, "", "code", what, one_line, by_program, "What kind of finding; [checks.md](checks.md) has an example of each"},
        {"input_column", "Column", text, "", "", sources, one_line, by_program, "The input's own name of the column; null where it is about none"},
        {"role", "Part it plays", text, "", "role", what, one_line, by_program, "Whether it is the place of the incident or its launch place. An incident is missing from the map only where it is its place"},
        {"candidate_count", "Number of candidates", integer, "", "", where, one_line, by_program, "How many places fit; 0 where none does"},
        {"candidates", "Candidates", text, "", "", where, several_lines, by_program, "The places that fit (of many the best fifty, and one of each further country), each with its province, country, latitude and longitude, and id, best first, separated by ` | `; where none fits, those with the most similar names, as suggestions only"},
        {"remedy", "What would mend it", text, "", "", where, several_lines, by_program, "What would put it on the map: a province, a spelling, a decision, coordinates"},
        {"decision_id", "Decision", text, "", "", for_programs, one_line, by_program, "Stable id of the row"},
        {"decision", "Decided", text, "", "", what, one_line, by_program, "What was decided, as it was written: a candidate's number, a place id, a position, another locality, `none`"},
        {"decided_on", "Decided on", text, "", "", what, one_line, by_program, "When it was decided, as it was written"},
        {"decided_why", "Decided why", text, "", "", what, several_lines, by_program, "Why, as it was written"},
        {"decided_source", "Decided from", text, "", "", what, one_line, by_program, "The source that it rests on, as it was written"},
        {"section", "Section", text, "", "", what, one_line, by_program, "`build`, `program`, `library`, `input`, `gazetteer`, `gazetteer_source`, `attribution`, `option` or `count`"},
        {"name", "Name", text, "", "", what, one_line, by_program, "What the value is of: a library, the name of an input, an option, a layer; unique in its section"},
        {"value", "Value", text, "", "", what, several_lines, by_program, "The build id, a version, a SHA-256, a fingerprint, a source of a gazetteer with its date and licence, the option's value, a count"},
    });
}();
// clang-format on

/// A column by its name, as a row of a layer is filled: `cells.text("event_type", …)`. A name that the table
/// does not have is an error of the compiler.
class ColumnId {
  public:
    consteval ColumnId(const char* name) : ColumnId{named(name).value()} {}

    /// Nothing where the table has no such column.
    static constexpr std::optional<ColumnId> named(std::string_view name) {
        for (std::size_t i = 0; i < column_table.size(); ++i) {
            if (column_table[i].name == name) return ColumnId{i};
        }
        return std::nullopt;
    }

    constexpr std::size_t index() const { return m_index; }
    constexpr const ColumnRow& row() const { return column_table[m_index]; }

  private:
    constexpr explicit ColumnId(std::size_t index) : m_index{static_cast<std::uint8_t>(index)} {}

    std::uint8_t m_index;
};
static_assert(column_table.size() < 255);

}  // namespace incidentmap
