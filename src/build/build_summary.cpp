// SPDX-License-Identifier: MIT
#include "build/build_summary.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_rows_told = 20;

void tell_launches(const Incident& incident, BuildSummary& summary) {
    for (const LaunchToTarget& measured : incident.measures) {
        ++summary.launch_count;
        if (summary.launches.size() == most_rows_told) continue;
        const Location& from = *incident.launches[measured.launch].location;
        const Location& to = *incident.locations[measured.location].location;
        const auto& bounds = measured.measure->bounds;
        summary.launches.push_back(
            {incident.id, from.name, to.name, bounds ? measured.measure->text : measured.measure->why_null,
             bounds ? compass(bounds->azimuth).value_or(compass_span(bounds->azimuth)) : ""});
    }
}

}  // namespace

void tell(const Incident& incident, BuildSummary& summary) {
    tell_launches(incident, summary);
    if (incident.status == Status::resolved || incident.status == Status::coarse) return;
    for (const IncidentLocation& place : incident.locations) {
        ++summary.not_mapped_count;
        if (summary.not_mapped.size() == most_rows_told) break;
        const Location& location = *place.location;
        summary.not_mapped.push_back(
            {incident.id, location.query, to_string(location.status), location.remedy});
    }
}

}  // namespace incidentmap
