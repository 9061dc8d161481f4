// SPDX-License-Identifier: MIT
#include "stored/distances.hpp"

#include <algorithm>

#include "layer/row_writer.hpp"
#include "locate/measure.hpp"

namespace incidentmap {
namespace {

ExplainedDistance distance_of(const StoredRow& row) {
    ExplainedDistance distance;
    distance.launch = row.text("launch_location");
    distance.launch_place_id = row.text("launch_place_id");
    distance.said_by = row.text("launch_said_by");
    distance.disputed_by = row.text("launch_disputed_by");
    distance.location = row.text("location");
    distance.location_no = row.text("location_no");
    distance.min_km = row.number("distance_km_min");
    distance.likely_km = row.number("distance_km");
    distance.max_km = row.number("distance_km_max");
    distance.text = row.text("distance_text");
    distance.azimuth_deg = row.number("azimuth_deg");
    distance.azimuth_start_deg = row.number("azimuth_deg_start");
    distance.azimuth_end_deg = row.number("azimuth_deg_end");
    distance.back_azimuth_deg = row.number("back_azimuth_deg");
    distance.compass = row.text("compass");
    distance.reason = row.text("distance_reason");
    return distance;
}

/// The location of a launch place, or of a place of the incident, as the build used it.
const Location* location_of(const Explanation& explanation, PlaceColumn column, const std::string& name,
                            const std::string& place_id) {
    for (const ExplainedReport& report : explanation.reports) {
        for (const ExplainedLocality& locality : report.localities) {
            const Location* used = locality.used();
            if (locality.column == column && used != nullptr && used->has_place() &&
                (place_id.empty() ? name_of(*used) == name : used->place_id == place_id)) {
                return used;
            }
        }
    }
    return nullptr;
}

void measure_again(const Location& from, const Location& to, ExplainedDistance& distance) {
    const Measure measured = measure(from, to);
    distance.reason = measured.why_null;
    distance.text = measured.text;
    if (!measured.bounds) return;
    const DistanceBounds& bounds = *measured.bounds;
    distance.min_km = bounds.min_m / 1'000;
    distance.likely_km = bounds.likely_m / 1'000;
    distance.max_km = bounds.max_m / 1'000;
    distance.azimuth_deg = bounds.azimuth.likely_deg;
    distance.azimuth_start_deg = bounds.azimuth.start_deg;
    distance.azimuth_end_deg = bounds.azimuth.end_deg;
    distance.back_azimuth_deg = bounds.back_azimuth_deg;
    distance.compass = compass(bounds.azimuth).value_or("");
}

/// The distance to a place from the launch place that its row names, where no line has it: an area at either
/// end. The reason for none is not in the row, so that it is worked out again from what was kept.
std::optional<ExplainedDistance> distance_in_row(const Explanation& explanation, const StoredRow& row) {
    if (row.text("launch_location").empty()) return std::nullopt;
    ExplainedDistance distance = distance_of(row);
    if (distance.likely_km) return distance;
    const Location* from = location_of(explanation, PlaceColumn::launch_place, distance.launch, {});
    const Location* to =
        location_of(explanation, PlaceColumn::place, distance.location, row.text("place_id"));
    if (from != nullptr && to != nullptr) measure_again(*from, *to, distance);
    if (!distance.likely_km && distance.reason.empty())
        distance.reason = "The two places are too coarse to have one, or too little of them was kept.";
    return distance;
}

}  // namespace

std::vector<ExplainedDistance> explained_distances(BuildFile& file, const Explanation& explanation) {
    std::vector<ExplainedDistance> distances;
    for (const StoredRow& row : file.rows(LayerId::launch_to_target, "incident_id", explanation.incident_id))
        distances.push_back(distance_of(row));
    const auto known = [&](const std::string& launch, const std::string& location_no) {
        return std::any_of(distances.begin(), distances.end(), [&](const ExplainedDistance& distance) {
            return distance.launch == launch && distance.location_no == location_no;
        });
    };
    for (const ExplainedPlace& place : explanation.places) {
        const std::string number = place.row.text("location_no");
        if (const auto distance = distance_in_row(explanation, place.row);
            distance && !known(distance->launch, number)) {
            distances.push_back(*distance);
        }
        // Launch places after the first that are areas.
        for (const ExplainedReport& report : explanation.reports) {
            for (const ExplainedLocality& locality : report.localities) {
                const Location* from = locality.used();
                if (locality.column != PlaceColumn::launch_place || from == nullptr || !from->has_place())
                    continue;
                const Location* to = location_of(explanation, PlaceColumn::place, place.row.text("location"),
                                                 place.row.text("place_id"));
                if (to == nullptr || known(name_of(*from), number)) continue;
                ExplainedDistance& distance = distances.emplace_back();
                distance.launch = name_of(*from);
                distance.launch_place_id = from->place_id;
                distance.said_by = report.row.text("launch_said_by");
                distance.disputed_by = report.row.text("launch_disputed_by");
                distance.location = place.row.text("location");
                distance.location_no = number;
                measure_again(*from, *to, distance);
            }
        }
    }
    return distances;
}

}  // namespace incidentmap
