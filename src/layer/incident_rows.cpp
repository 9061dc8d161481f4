// SPDX-License-Identifier: MIT
#include "layer/incident_rows.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

std::string as_candidate(const Match& match, CountryNames& countries) {
    std::vector<std::string> parts{match.name};
    for (const std::string& part : {match.admin1, countries(match.country)}) {
        if (!part.empty()) parts.push_back(part);
    }
    std::string text =
        joined(parts, ", ") + " (" + to_text(match.point.lat, 4) + ", " + to_text(match.point.lon, 4);
    if (!match.place_id.empty()) text += "; " + match.place_id;
    return text + ")";
}

const LaunchToTarget* first_measure(const Incident& incident, std::size_t location) {
    const auto found =
        std::find_if(incident.measures.begin(), incident.measures.end(),
                     [&](const LaunchToTarget& measure) { return measure.location == location; });
    return found == incident.measures.end() ? nullptr : &*found;
}

void append_launch(RowWriter& cells, const LaunchSite& launch) {
    cells.text(launch.said_by);
    cells.text(launch.disputed_by);
}

void append_told(RowWriter& cells, const Incident& incident, bool counts) {
    if (counts) {
        cells.integer(static_cast<std::int64_t>(incident.report_count));
    } else {
        cells.nulls(1);
    }
    cells.text(incident.source_names);
    cells.text(incident.source_urls);
}

void append_doubts(RowWriter& cells, const Incident& incident, bool counts) {
    if (counts) {
        cells.integer(static_cast<std::int64_t>(incident.disagreements.size()));
        cells.integer(static_cast<std::int64_t>(incident.findings.size()));
    } else {
        cells.nulls(2);
    }
    cells.text(incident.notes);
}

}  // namespace

void append_feature_id(RowWriter& cells, std::string_view incident_id, std::string_view kind,
                       std::size_t number) {
    cells.joined({incident_id, ":", kind, std::to_string(number)});
}

void place_row(RowWriter cells, LayerId layer, const Incident& incident, std::size_t index,
               CountryNames& countries) {
    const Location& location = *incident.locations[index].location;
    append_feature_id(cells, incident.id, "", index + 1);
    cells.text(incident.id);
    cells.integer(static_cast<std::int64_t>(index + 1));
    cells.integer(static_cast<std::int64_t>(incident.locations.size()));
    cells.text(to_string(location.status));
    append_when(cells, incident.date);
    append_what(cells, incident, index == 0);
    cells.text(name_of(location));
    cells.text(location.place_id);
    cells.text(incident.locations[index].words);
    append_region(cells, location, countries);
    if (layer != LayerId::attack_areas) append_point(cells, location.likely);
    append_precision(cells, location);
    append_reasons(cells, location);
    const LaunchToTarget* measure = first_measure(incident, index);
    if (measure != nullptr) {
        const LaunchSite& launch = incident.launches[measure->launch];
        cells.text(name_of(*launch.location));
        append_launch(cells, launch);
        append_distance(cells, *measure->measure);
        append_bearing(cells, measure->measure->bounds);
        append_compass(cells, measure->measure->bounds);
    } else {
        cells.nulls(11);
    }
    append_told(cells, incident, index == 0);
    append_doubts(cells, incident, index == 0);
    for (const std::string& cell : incident.extra) cells.text(cell);
}

namespace {

/// \param location_index nothing for a launch place
void not_mapped_row(RowWriter cells, const Incident& incident, const Location& location,
                    const std::string& words, std::optional<std::size_t> location_index,
                    std::size_t launch_index, CountryNames& countries) {
    const bool counted = location_index == 0;
    append_feature_id(cells, incident.id, location_index ? "" : "L",
                      location_index.value_or(launch_index) + 1);
    cells.text(incident.id);
    cells.integer(location_index ? std::optional{static_cast<std::int64_t>(*location_index + 1)}
                                 : std::nullopt);
    cells.integer(static_cast<std::int64_t>(incident.locations.size()));
    cells.text(location_index ? "place" : "launch_place");
    cells.text(to_string(location.status));
    append_when(cells, incident.date);
    append_what(cells, incident, counted);
    cells.text(location.query);
    cells.text(words);
    cells.integer(
        location.status == Status::ambiguous ? static_cast<std::int64_t>(location.alternatives.size()) : 0);
    std::vector<std::string> candidates;
    for (const Match& match : location.alternatives) candidates.push_back(as_candidate(match, countries));
    cells.text(joined(candidates, " | "));
    cells.text(reasons_text(location));
    cells.text(location.remedy);
    append_told(cells, incident, counted);
    append_doubts(cells, incident, counted);
}

}  // namespace

void not_mapped_place_row(RowWriter cells, const Incident& incident, std::size_t index,
                          CountryNames& countries) {
    const IncidentLocation& place = incident.locations[index];
    not_mapped_row(cells, incident, *place.location, place.words, index, 0, countries);
}

void not_mapped_launch_row(RowWriter cells, const Incident& incident, std::size_t index,
                           CountryNames& countries) {
    const LaunchSite& launch = incident.launches[index];
    not_mapped_row(cells, incident, *launch.location, launch.words, std::nullopt, index, countries);
}

void launch_site_row(RowWriter cells, const Incident& incident, std::size_t index, CountryNames& countries) {
    const LaunchSite& launch = incident.launches[index];
    const Location& location = *launch.location;
    append_feature_id(cells, incident.id, "L", index + 1);
    cells.text(incident.id);
    cells.text(to_string(location.status));
    append_when(cells, incident.date);
    cells.text(incident.weapon);
    cells.text(name_of(location));
    cells.text(location.place_id);
    cells.text(launch.words);
    append_launch(cells, launch);
    append_region(cells, location, countries);
    append_point(cells, location.likely);
    append_precision(cells, location);
    append_reasons(cells, location);
    append_told(cells, incident, index == 0);
    cells.integer(index == 0 ? std::optional{static_cast<std::int64_t>(incident.findings.size())}
                             : std::nullopt);
}

void line_row(RowWriter cells, const Incident& incident, const LaunchToTarget& launched) {
    const LaunchSite& launch = incident.launches[launched.launch];
    const IncidentLocation& target = incident.locations[launched.location];
    const Location& from = *launch.location;
    const Location& to = *target.location;
    cells.joined(
        {incident.id, ":L", std::to_string(launched.launch + 1), "-", std::to_string(launched.location + 1)});
    cells.text(incident.id);
    cells.integer(static_cast<std::int64_t>(launched.location + 1));
    append_when(cells, incident.date);
    cells.text(incident.weapon);
    cells.text(name_of(from));
    cells.text(from.place_id);
    cells.text(launch.words);
    append_launch(cells, launch);
    append_uncertainty(cells, from);
    cells.text(from.decided_by);
    cells.text(name_of(to));
    cells.text(to.place_id);
    cells.text(target.words);
    append_uncertainty(cells, to);
    cells.text(to.decided_by);
    const Measure& measure = *launched.measure;
    append_distance(cells, measure);
    cells.text(measure.why_null);
    append_bearing(cells, measure.bounds);
    if (measure.bounds) {
        append_azimuth(cells, measure.bounds->back_azimuth_deg);
    } else {
        cells.nulls(1);
    }
    append_compass(cells, measure.bounds);
    cells.text(incident.source_names);
    cells.text(incident.source_urls);
}

void incident_row(RowWriter cells, const Incident& incident) {
    cells.text(incident.id);
    cells.text(to_string(incident.status));
    cells.integer(static_cast<std::int64_t>(incident.locations.size()));
    append_days(cells, incident.date);
    cells.text(incident.event_type);
    cells.text(incident.sub_event_type);
    cells.text(incident.weapon);
    cells.text(to_text(incident.weapon_count));
    cells.integer(static_cast<std::int64_t>(incident.report_count));
    cells.integer(static_cast<std::int64_t>(incident.disagreements.size()));
    cells.integer(static_cast<std::int64_t>(incident.findings.size()));
}

void finding_row(RowWriter cells, const Finding& finding) {
    cells.text(to_string(finding.severity));
    cells.text(finding.code);
    cells.text(finding.sentence);
    cells.text(finding.file);
    cells.integer(finding.row == 0 ? std::nullopt : std::optional{finding.row});
    cells.text(finding.column);
    cells.text(finding.incident_id);
    if (finding.position) {
        append_point(cells, *finding.position);
    } else {
        cells.nulls(2);
    }
}

void disagreement_row(RowWriter cells, const Disagreement& difference) {
    for (const std::string* text : {&difference.incident_id, &difference.field, &difference.report_a,
                                    &difference.source_a, &difference.value_a, &difference.report_b,
                                    &difference.source_b, &difference.value_b, &difference.sentence}) {
        cells.text(*text);
    }
}

}  // namespace incidentmap
