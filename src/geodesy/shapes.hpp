// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <variant>
#include <vector>

#include "core/lon_lat.hpp"

namespace incidentmap {

/// Two or more positions. Between two of them it is straight in longitude and latitude (RFC 7946, 3.1.1).
using Line = std::vector<LonLat>;

/// Several lines that are one thing, such as a line cut at the antimeridian.
struct MultiLine {
    std::vector<Line> lines;
    friend bool operator==(const MultiLine&, const MultiLine&) = default;
};

/// A closed line: four or more positions, the first repeated as the last.
using Ring = std::vector<LonLat>;

/// One outer ring (counter-clockwise) and its holes (clockwise), as RFC 7946, 3.1.6 has them.
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// Several polygons that are one thing; they do not overlap.
struct MultiPolygon {
    std::vector<Polygon> polygons;
    friend bool operator==(const MultiPolygon&, const MultiPolygon&) = default;
};

/// All positions at most \p radius_m metres from \p centre, along the ellipsoid. Radius 0 is the centre
/// alone.
struct Circle {
    LonLat centre;
    double radius_m = 0;
    friend bool operator==(const Circle&, const Circle&) = default;
};

/// All positions from \p inner_m to \p outer_m metres from \p centre, in the directions from \p start_deg
/// clockwise through \p sweep_deg degrees. A sweep of 360 or more is a ring.
struct Sector {
    LonLat centre;
    double inner_m = 0;
    double outer_m = 0;
    double start_deg = 0;
    double sweep_deg = 360;
    friend bool operator==(const Sector&, const Sector&) = default;
};

/// The area in which a location lies. A polygon's edges are straight in longitude and latitude (RFC
/// 7946, 3.1.1) and it is cut at the antimeridian. Radii are not negative, and \p inner_m does not exceed \p
/// outer_m.
using Footprint = std::variant<Circle, Sector, MultiPolygon>;

/// What a feature has on the map: nothing, a point, lines or areas. Longitudes are within -180 to 180; what
/// crosses the antimeridian is cut there in two.
using Geometry = std::variant<std::monostate, LonLat, MultiLine, MultiPolygon>;

/// Calls \p take with each position of a geometry; those of holes, which lie inside, are left out.
template <typename Take>
void for_each_position(const Geometry& geometry, Take take) {
    if (const auto* point = std::get_if<LonLat>(&geometry)) take(*point);
    if (const auto* lines = std::get_if<MultiLine>(&geometry)) {
        for (const Line& line : lines->lines) std::for_each(line.begin(), line.end(), take);
    }
    if (const auto* area = std::get_if<MultiPolygon>(&geometry)) {
        for (const Polygon& polygon : area->polygons)
            std::for_each(polygon.outer.begin(), polygon.outer.end(), take);
    }
}

}  // namespace incidentmap
