// SPDX-License-Identifier: MIT
#include "gazetteer/import/area_locator.hpp"

#include <algorithm>
#include <utility>

#include "geodesy/geodesic.hpp"

namespace incidentmap {

void AreaLocator::add(LocatedArea area, const MultiPolygon& outline) {
    Level& level = m_levels[area.kind];
    level.index.add(outline);
    area.number = level.areas.size();
    level.areas.push_back(std::move(area));
}

std::vector<AreaLocator::Found> AreaLocator::at(std::string_view kind, LonLat position, double within_m) {
    std::vector<Found> found;
    const auto level = m_levels.find(kind);
    if (level == m_levels.end()) return found;
    for (const auto& [number, holds] : level->second.index.at(position, within_m))
        found.push_back({&level->second.areas[number], holds});
    return found;
}

double greatest_reach_m(const MultiPolygon& outline, LonLat from) {
    double reach_m = 0;
    for (const Polygon& polygon : outline.polygons) {
        for (const LonLat position : polygon.outer)
            reach_m = std::max(reach_m, geodesic(from, position).distance_m);
    }
    return reach_m;
}

}  // namespace incidentmap
