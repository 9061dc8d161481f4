// SPDX-License-Identifier: MIT
#pragma once

#include "core/lon_lat.hpp"

#include <variant>
#include <vector>

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

/// What a feature has on the map: nothing, a point, lines or areas. Longitudes are within -180 to 180; what
/// crosses the antimeridian is cut there in two.
using Geometry = std::variant<std::monostate, LonLat, MultiLine, MultiPolygon>;

}  // namespace incidentmap
