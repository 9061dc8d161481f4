// SPDX-License-Identifier: MIT
#include "layer/incident_rows.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

Cells row_of(LayerId layer, std::size_t further = 0) {
    return Cells(layer_schema(layer).columns.size() + further);
}

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

void append_launch(Cells& cells, const LaunchSite& launch) {
    cells.text(launch.said_by);
    cells.text(launch.disputed_by);
}

void append_told(Cells& cells, const Incident& incident, bool counts) {
    if (counts) {
        cells.integer(static_cast<std::int64_t>(incident.report_count));
    } else {
        cells.nulls(1);
    }
    cells.text(incident.source_names);
    cells.text(incident.source_urls);
}

void append_doubts(Cells& cells, const Incident& incident, bool counts) {
    if (counts) {
        cells.integer(static_cast<std::int64_t>(incident.disagreements.size()));
        cells.integer(static_cast<std::int64_t>(incident.findings.size()));
    } else {
        cells.nulls(2);
    }
    cells.text(incident.notes);
}

}  // namespace

std::string feature_id(const std::string& incident_id, std::string_view kind, std::size_t number) {
    std::string id = incident_id;
    id += ':';
    id += kind;
    return id += std::to_string(number);
}

std::vector<Value> place_row(LayerId layer, const Incident& incident, std::size_t index,
                             CountryNames& countries) {
    const Location& location = *incident.locations[index].location;
    Cells cells = row_of(layer, incident.further.size());
    cells.text(feature_id(incident.id, "", index + 1));
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
        append_distance(cells, measure->bounds);
        append_bearing(cells, measure->bounds);
        append_compass(cells, measure->bounds);
    } else {
        cells.nulls(11);
    }
    append_told(cells, incident, index == 0);
    append_doubts(cells, incident, index == 0);
    for (const std::string& cell : incident.further) cells.text(cell);
    return std::move(cells).take();
}

namespace {

/// \param location_index nothing for a launch place
std::vector<Value> not_mapped_row(const Incident& incident, const Location& location,
                                  const std::string& words, std::optional<std::size_t> location_index,
                                  std::size_t launch_index, CountryNames& countries) {
    const bool counted = location_index == 0;
    Cells cells = row_of(LayerId::not_mapped);
    cells.text(location_index ? feature_id(incident.id, "", *location_index + 1)
                              : feature_id(incident.id, "L", launch_index + 1));
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
    cells.text(because_text(location));
    cells.text(location.mend);
    append_told(cells, incident, counted);
    append_doubts(cells, incident, counted);
    return std::move(cells).take();
}

}  // namespace

std::vector<Value> not_mapped_place_row(const Incident& incident, std::size_t index,
                                        CountryNames& countries) {
    const IncidentLocation& place = incident.locations[index];
    return not_mapped_row(incident, *place.location, place.words, index, 0, countries);
}

std::vector<Value> not_mapped_launch_row(const Incident& incident, std::size_t index,
                                         CountryNames& countries) {
    const LaunchSite& launch = incident.launches[index];
    return not_mapped_row(incident, *launch.location, launch.words, std::nullopt, index, countries);
}

std::vector<Value> launch_site_row(const Incident& incident, std::size_t index, CountryNames& countries) {
    const LaunchSite& launch = incident.launches[index];
    const Location& location = *launch.location;
    Cells cells = row_of(LayerId::launch_sites);
    cells.text(feature_id(incident.id, "L", index + 1));
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
    return std::move(cells).take();
}

std::vector<Value> line_row(const Incident& incident, const LaunchToTarget& measure) {
    const LaunchSite& launch = incident.launches[measure.launch];
    const IncidentLocation& target = incident.locations[measure.location];
    const Location& from = *launch.location;
    const Location& to = *target.location;
    Cells cells = row_of(LayerId::launch_to_target);
    cells.text(feature_id(incident.id, "L", measure.launch + 1) + "-" + std::to_string(measure.location + 1));
    cells.text(incident.id);
    cells.integer(static_cast<std::int64_t>(measure.location + 1));
    append_when(cells, incident.date);
    cells.text(incident.weapon);
    cells.text(name_of(from));
    cells.text(from.place_id);
    cells.text(launch.words);
    append_launch(cells, launch);
    append_uncertainty(cells, from);
    cells.text(name_of(to));
    cells.text(to.place_id);
    cells.text(target.words);
    append_uncertainty(cells, to);
    append_distance(cells, measure.bounds);
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
    return std::move(cells).take();
}

std::vector<Value> finding_row(const Finding& finding, std::string id) {
    Cells cells = row_of(LayerId::findings);
    cells.text(std::move(id));
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
    return std::move(cells).take();
}

std::vector<Value> disagreement_row(const Disagreement& difference, std::string id) {
    Cells cells = row_of(LayerId::disagreements);
    cells.text(std::move(id));
    for (const std::string* text : {&difference.incident_id, &difference.field, &difference.report_a,
                                    &difference.source_a, &difference.value_a, &difference.report_b,
                                    &difference.source_b, &difference.value_b, &difference.sentence}) {
        cells.text(*text);
    }
    return std::move(cells).take();
}

}  // namespace incidentmap
