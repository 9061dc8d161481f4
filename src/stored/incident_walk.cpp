// SPDX-License-Identifier: MIT
#include "stored/incident_walk.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace incidentmap {
namespace {

constexpr std::array walked{LayerId::attacks,    LayerId::attack_areas, LayerId::other_incidents,
                            LayerId::not_mapped, LayerId::launch_sites, LayerId::launch_to_target,
                            LayerId::reports};

void add(StoredIncident& incident, LayerId layer, StoredRow row) {
    const std::string own = row.text(layer == LayerId::reports ? "report_id" : "feature_id");
    const std::string prefix = layer == LayerId::reports ? "report " : "";
    std::string id = prefix + own;
    const auto taken = [&](const std::string& candidate) {
        return std::any_of(incident.features.begin(), incident.features.end(),
                           [&](const StoredFeature& feature) { return feature.id == candidate; });
    };
    for (int number = 2; taken(id); ++number) id = prefix + own + "#" + std::to_string(number);
    if (layer == LayerId::reports) incident.reports.push_back(row);
    incident.features.push_back({layer, std::move(id), std::move(row)});
}

}  // namespace

IncidentWalk::IncidentWalk(BuildFile& file) {
    for (const LayerId layer : walked) {
        auto rows = file.all(layer, "incident_id");
        if (!rows) continue;
        auto head = rows->next();
        m_lanes.push_back({layer, std::move(*rows), std::move(head)});
    }
}

std::optional<StoredIncident> IncidentWalk::next() {
    std::optional<std::string> first;
    for (const Lane& lane : m_lanes) {
        if (!lane.head) continue;
        std::string id = lane.head->text("incident_id");
        if (!first || id < *first) first = std::move(id);
    }
    if (!first) return std::nullopt;
    StoredIncident incident{std::move(*first), {}, {}};
    for (Lane& lane : m_lanes) {
        while (lane.head && lane.head->text("incident_id") == incident.id) {
            add(incident, lane.layer, std::move(*lane.head));
            lane.head = lane.rows.next();
        }
    }
    return incident;
}

}  // namespace incidentmap
