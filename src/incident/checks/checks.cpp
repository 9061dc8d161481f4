// SPDX-License-Identifier: MIT
#include "incident/checks/checks.hpp"

#include <algorithm>
#include <utility>

#include "core/text.hpp"
#include "geodesy/map_shapes.hpp"
#include "incident/checks/check_kind.hpp"
#include "incident/checks/check_position.hpp"
#include "incident/checks/check_stated.hpp"
#include "incident/checks/check_time.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

constexpr std::size_t most_kept = 100'000;

void add(Incident& incident, std::vector<Finding> findings) {
    for (Finding& finding : findings) incident.findings.push_back(std::move(finding));
}

/// What was made of a key, made once.
template <typename Result, typename Make>
const Result& remembered(std::unordered_map<std::string, Result>& known, const std::string& key, Make make) {
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    if (known.size() >= most_kept) known.clear();
    return known.emplace(key, make()).first->second;
}

void tell_launch_at_target(Incident& incident, const Report& report) {
    for (const LaunchToTarget& measure : incident.measures) {
        const Location& from = *incident.launches[measure.launch].location;
        const Location& to = *incident.locations[measure.location].location;
        if (from.status != Status::resolved || to.status != Status::resolved) continue;
        if (!coincide(from.likely, to.likely)) continue;
        incident.findings.push_back(
            finding_in(report, Column::launch_place, "launch-at-target",
                       "the launch place '" + from.query +
                           "' and the place hit are one position, and no "
                           "line is drawn between them. Check whether the report names two places",
                       to.likely));
    }
}

}  // namespace

Checks::Checks(Resolver& resolver, CheckOptions options)
    : m_resolver{resolver}, m_options{std::move(options)}, m_areas{resolver.gazetteers()} {}

const std::optional<EventDate>& Checks::published(const Source& source) {
    return remembered(m_published, source.published, [&]() -> std::optional<EventDate> {
        const ReadDate read = read_date(source.published);
        const auto* date = std::get_if<EventDate>(&read);
        return date == nullptr ? std::nullopt : std::optional(*date);
    });
}

const std::optional<std::string>& Checks::kind_of(const std::string& words, const std::string& kind) {
    return remembered(m_kinds, words + '\x1F' + kind, [&] { return unfitting_kind(words, kind); });
}

void Checks::check_positions(Incident& incident, const CheckedReport& checked) {
    const Report& report = *checked.report;
    const auto check = [&](const std::optional<GivenPosition>& given, const std::vector<CheckedPlace>& places,
                           Column latitude, Column longitude, Column country, Column admin1) {
        if (!given || places.empty()) return;
        const StatedArea* in_country = m_areas.country(report[country]);
        const StatedArea* in_province = m_areas.province(report[admin1], report[country]);
        const bool outside = in_country != nullptr && in_country->outside_m(given->position) > 0;
        add(incident, check_position({&report, &*given, latitude, longitude, &places.front(), in_country,
                                      in_province, outside && m_areas.is_disputed(given->position)}));
    };
    check(report.position, checked.places, Column::latitude, Column::longitude, Column::country,
          Column::admin1);
    check(report.launch_position, checked.launches, Column::launch_latitude, Column::launch_longitude,
          Column::launch_country, Column::launch_admin1);
}

void Checks::check_kinds(Incident& incident, const CheckedReport& checked,
                         const std::vector<CheckedPlace>& places, Column column) {
    for (const CheckedPlace& place : places) {
        const Location& location = *place.location;
        if (location.status != Status::resolved || location.kind.empty() || location.place_id.empty())
            continue;
        const auto& word = kind_of(place.words, location.kind);
        if (!word) continue;
        incident.findings.push_back(finding_in(*checked.report, column, "kind-does-not-fit",
                                               "the report's word for it is '" + *word + "' ('" +
                                                   shortened(place.words, 200) + "'); " + location.name +
                                                   " is a " + location.kind +
                                                   " in the gazetteer. Check whether another place is meant",
                                               location.likely));
    }
}

void Checks::check_said(Incident& incident, const CheckedReport& checked, bool is_launch) {
    const Report& report = *checked.report;
    const Column column = is_launch ? Column::launch_said_to_be : Column::place_said_to_be;
    if (report[column].empty()) return;
    const std::string& country = report[is_launch ? Column::launch_country : Column::country];
    StatedFinder find;
    find.named = [&](const std::string& words, LonLat near) -> const Location& {
        const Location& in_country = m_resolver.resolve({words, country, {}, {}, near});
        if (in_country.has_place() || country.empty()) return in_country;
        const Location& anywhere = m_resolver.resolve({words, {}, {}, {}, near});
        return anywhere.has_place() ? anywhere : in_country;
    };
    find.of_id = [&](const std::string& place_id) -> const Location& {
        return m_resolver.resolve({place_id, {}, {}, {}, std::nullopt, true});
    };
    add(incident, check_stated(report, column, is_launch ? checked.launches : checked.places, find));
}

/// Each disagreement is told at the report that comes second.
void Checks::tell_disagreements(Incident& incident, const std::vector<CheckedReport>& reports) const {
    for (const Disagreement& difference : incident.disagreements) {
        const auto second = std::find_if(reports.begin(), reports.end(), [&](const CheckedReport& checked) {
            return (*checked.report)[Column::report_id] == difference.report_b;
        });
        const Report& report = *(second == reports.end() ? reports.front() : *second).report;
        Finding finding = finding_in(
            report, Column::place, "sources-disagree",
            "on " + difference.field + ": " + difference.sentence.substr(0, difference.sentence.size() - 1));
        finding.column = difference.field;
        incident.findings.push_back(std::move(finding));
    }
}

namespace {

/// What is drawn of a row, and its date, are as precise as its table says, or that is told.
void tell_precision(Incident& incident, const CheckedReport& checked) {
    const Report& report = *checked.report;
    const StatedPrecision& stated = report.stated_precision;
    const auto compare = [&](Column column, std::string_view name, int theirs, int ours) {
        if (theirs == 0 || ours == 0 || theirs == ours) return;
        incident.findings.push_back(finding_in(
            report, column, "precision-differs",
            "the table gives the row " + std::string(name) + " " + std::to_string(theirs) +
                ", and what is drawn has " + std::to_string(ours) + "; the coarser of the two is right"));
    };
    if (report.event_date)
        compare(Column::event_date, "time_precision", stated.time_precision,
                acled_time_precision(*report.event_date).value_or(0));
    if (checked.places.empty() || !checked.places.front().location->has_place()) return;
    const Location& drawn = *checked.places.front().location;
    compare(Column::place, "geo_precision", stated.geo_precision, drawn.geo_precision);
    compare(Column::place, "where_prec", stated.where_prec, drawn.where_prec);
}

}  // namespace

void Checks::check(Incident& incident, const std::vector<CheckedReport>& reports) {
    for (const CheckedReport& checked : reports) {
        const Report& report = *checked.report;
        tell_precision(incident, checked);
        if (report.event_date) add(incident, check_time(report, published(*checked.source), m_options.today));
        if (report.position || report.launch_position) check_positions(incident, checked);
        check_kinds(incident, checked, checked.places, Column::place_words);
        check_kinds(incident, checked, checked.launches, Column::launch_words);
        check_said(incident, checked, false);
        check_said(incident, checked, true);
    }
    add(incident, check_ranges(incident, *reports.front().report, m_options.ranges));
    tell_launch_at_target(incident, *reports.front().report);
    tell_disagreements(incident, reports);
}

}  // namespace incidentmap
