// SPDX-License-Identifier: MIT
#include "locate/locate_report.hpp"

#include <algorithm>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/no_places.hpp"
#include "geodesy/geodesic.hpp"
#include "report/given_position.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

constexpr std::size_t most_companions = 20;

/// The columns that say where a place is, or where it was launched from.
struct Columns {
    Column words;
    Column country;
    Column admin1;
};

constexpr Columns columns_of(PlaceColumn column) {
    if (column == PlaceColumn::place) return {Column::place_words, Column::country, Column::admin1};
    return {Column::launch_words, Column::launch_country, Column::launch_admin1};
}

const std::vector<std::string>& cells_of(const Report& report, PlaceColumn column) {
    return column == PlaceColumn::place ? report.places : report.launch_places;
}

const std::optional<GivenPosition>& position_of(const Report& report, PlaceColumn column) {
    return column == PlaceColumn::place ? report.position : report.launch_position;
}

Query query_of(const Report& report, PlaceColumn column, const std::string& locality) {
    const Columns columns = columns_of(column);
    return query_of_report(locality, report[columns.country], report[columns.admin1],
                           column == PlaceColumn::place ? report[Column::admin2] : std::string{});
}

/// Each part of a cell has its own words, where there are as many.
const std::string& words_or(const std::vector<std::string>& words, std::size_t index,
                            const std::string& place) {
    return index < words.size() ? words[index] : place;
}

/// A country that is stated and not understood binds all the same: it is told.
void tell_unknown_country(LocatedReport& located, PlaceColumn column) {
    const Report& report = *located.report;
    const std::string& country = report[columns_of(column).country];
    if (trimmed(country).empty() || no_place(country) == NoPlace::placeholder) return;
    if (!countries_named(country).empty()) return;
    const std::string meant = country_name(country_meant(country));
    located.findings.push_back({"country-not-known", Severity::warning, report.file, report.row,
                                column == PlaceColumn::place ? "country" : "launch_country",
                                "the country '" + country + "' is not understood" +
                                    (meant.empty() ? "" : "; '" + meant + "' may be meant") +
                                    ", so that no place is sure enough to be drawn",
                                report[Column::incident_id], std::nullopt});
}

/// A position given is that of the first place, unless a decision is about this very report.
void use_position(std::vector<LocatedPlace>& places, const Location& given, const std::string& words) {
    if (places.empty()) {
        places.push_back({&given, nullptr, words});
    } else if (!places.front().decided) {
        places.front().location = &given;
    }
}

}  // namespace

LocatedReport ReportLocator::locate(const Report& report, std::span<const Report> reports) {
    LocatedReport located;
    located.report = &report;
    located.places = places_of(located, reports, PlaceColumn::place);
    located.launches = places_of(located, reports, PlaceColumn::launch_place);
    return located;
}

/// The localities of a cell; those of a list between commas each by itself.
std::vector<std::string> ReportLocator::localities_of(const Report& report, PlaceColumn column) {
    std::vector<std::string> localities;
    for (const std::string& cell : cells_of(report, column)) {
        for (std::string& one : m_resolver.listed(query_of(report, column, cell)))
            localities.push_back(std::move(one));
    }
    return localities;
}

ReportLocator::Named ReportLocator::look_up(const Report& report, std::span<const Report> reports) {
    const auto named = [&](PlaceColumn column) {
        std::vector<const Location*> found;
        for (const std::string& locality : localities_of(report, column))
            found.push_back(&resolve(report, reports, column, locality));
        return found;
    };
    return {named(PlaceColumn::place), named(PlaceColumn::launch_place)};
}

std::vector<LocatedPlace> ReportLocator::places_of(LocatedReport& located, std::span<const Report> reports,
                                                   PlaceColumn column) {
    const Report& report = *located.report;
    const std::string& own_words = report[columns_of(column).words];
    const std::vector<std::string> words = split_list(own_words, "|");
    const std::vector<std::string> localities = localities_of(report, column);
    std::vector<LocatedPlace> places;
    for (std::size_t i = 0; i < localities.size(); ++i) {
        const Found found = find(located, reports, column, localities[i], i == 0);
        places.push_back({found.location, found.location, words_or(words, i, localities[i]),
                          i == 0 && found.for_this_report});
    }
    if (const auto& position = position_of(report, column)) {
        if (column == PlaceColumn::place) {
            place_position(located, places, *position);
        } else {
            const Location* named = places.empty() ? nullptr : places.front().location;
            use_position(
                places,
                m_from_numbers.emplace_back(m_resolver.locate(
                    *position, named, report[Column::launch_country], report[Column::launch_admin1])),
                own_words);
        }
    }
    return places;
}

/// A position given, as what it stands for: itself, the place named, or an area whose outline is drawn
/// instead.
void ReportLocator::place_position(LocatedReport& located, std::vector<LocatedPlace>& places,
                                   const GivenPosition& position) {
    const Report& report = *located.report;
    const Location* named = places.empty() ? nullptr : places.front().location;
    const PositionMeans means = position_means(report);
    if (means == PositionMeans::area && named != nullptr && named->status == Status::coarse) return;
    Location given = m_resolver.locate(position, named, report[Column::country], report[Column::admin1]);
    const std::string& stands_for = report[Column::coordinates_uncertainty_m];
    if (means == PositionMeans::area) {
        given.status = Status::coarse;
        if (named != nullptr) given.name = named->query;
        given.reasons.push_back("It stands for a whole " + stands_for + ", of which no outline was found.");
        located.findings.push_back({"area-not-found", Severity::warning, report.file, report.row, "place",
                                    "the row is coded to a " + stands_for + ", '" +
                                        (named == nullptr ? std::string{} : named->query) +
                                        "', of which no outline is found; a circle about its position is "
                                        "drawn instead",
                                    report[Column::incident_id], position.position});
    } else if (means == PositionMeans::named_place && named != nullptr && named->status == Status::resolved &&
               given.name == named->name) {
        given.footprint = named->footprint;
        given.uncertainty_m = named->uncertainty_m + geodesic(named->likely, given.likely).distance_m;
        given.geo_precision = named->geo_precision;
        given.where_prec = named->where_prec;
    }
    // What the table itself says of how well the place is known is kept.
    const StatedPrecision& stated = report.stated_precision;
    if (means != PositionMeans::area && stated.geo_precision > 0) given.geo_precision = stated.geo_precision;
    if (means != PositionMeans::area && stated.where_prec > 0) given.where_prec = stated.where_prec;
    use_position(places, m_from_numbers.emplace_back(std::move(given)), report[Column::place_words]);
}

/// Where one locality of a report is: as a person decided, else as the resolver answers. Where that is in
/// doubt, it is asked.
ReportLocator::Found ReportLocator::find(LocatedReport& located, std::span<const Report> reports,
                                         PlaceColumn column, const std::string& locality, bool is_first) {
    const Report& report = *located.report;
    const Location& found = resolve(report, reports, column, locality);
    for (const std::string& conflict : found.conflicts) {
        located.findings.push_back({"words-do-not-fit", Severity::warning, report.file, report.row,
                                    to_string(column), "in '" + found.query + "', " + conflict,
                                    report[Column::incident_id],
                                    found.has_place() ? std::optional{found.likely} : std::nullopt});
    }
    if (is_first) tell_unknown_country(located, column);
    if (!m_decisions.empty()) {
        const auto decided =
            m_decisions.decide(report[Column::report_id], column, found, report[columns_of(column).country]);
        if (decided.location != nullptr) return {decided.location, decided.for_this_report};
    }
    const bool has_position = is_first && position_of(report, column).has_value();
    if (!has_position && needs_a_person(found)) located.questions.push_back({column, &found});
    return {&found, false};
}

/// What the resolver answers; where it doubts, it is told what else the reports name.
const Location& ReportLocator::resolve(const Report& report, std::span<const Report> reports,
                                       PlaceColumn column, const std::string& locality) {
    Query query = query_of(report, column, locality);
    const Location& alone = m_resolver.resolve(query);
    if (alone.status != Status::ambiguous) return alone;
    query.company = company_of(report, reports, query);
    const bool abroad =
        std::any_of(alone.alternatives.begin(), alone.alternatives.end(),
                    [&](const Match& match) { return match.country != alone.alternatives.front().country; });
    const bool may_decide =
        alone.more_alternatives > 0 ||
        std::any_of(query.company.begin(), query.company.end(), [&](const Companion& c) {
            return std::any_of(alone.alternatives.begin(), alone.alternatives.end(), [&](const Match& match) {
                return (abroad && match.country == c.country) ||
                       geodesic(c.point, match.point).distance_m <= company_reach_m;
            });
        });
    return may_decide ? m_resolver.resolve(query) : alone;
}

/// The points that the reports of the incident name besides: of places that need no company themselves.
std::vector<Companion> ReportLocator::company_of(const Report& report, std::span<const Report> reports,
                                                 const Query& query) {
    std::vector<Companion> company;
    for (const Report& other : reports) {
        const bool same = &other == &report;
        const auto add = [&](const std::string& name, LonLat point, const std::string& country = {}) {
            const bool known = std::any_of(company.begin(), company.end(),
                                           [&](const Companion& c) { return c.point == point; });
            if (!known && company.size() < most_companions) company.push_back({name, point, same, country});
        };
        for (const PlaceColumn column : {PlaceColumn::place, PlaceColumn::launch_place}) {
            const auto& position = position_of(other, column);
            if (position && !same) add("the position given", position->position);
            for (const std::string& locality : localities_of(other, column)) {
                const Query named = query_of(other, column, locality);
                if (named.words == query.words) continue;
                const Location& location = m_resolver.resolve(named);
                if (location.status == Status::resolved)
                    add(location.name, location.likely, location.country);
            }
        }
    }
    return company;
}

}  // namespace incidentmap
