// SPDX-License-Identifier: MIT
#pragma once

#include <variant>

#include "core/lon_lat.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

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

/// True where \p position lies within \p footprint or on its edge (circles and sectors: to 1 micrometre). A
/// pole is one position whatever its longitude, and so is the antimeridian at 180 and at -180.
bool covers(const Footprint& footprint, LonLat position);

/// The greatest distance in metres from \p likely to any part of \p footprint: the radius of the smallest
/// circle about \p likely that covers it (Darwin Core's coordinateUncertaintyInMeters). Never too small; too
/// large by 10 m or 0.1 % at the most (0.2 % beyond 19,900 km). 0 for an empty polygon.
double radius_about_m(const Footprint& footprint, LonLat likely);

/// The footprint as polygons for the map: its edge, on the ellipsoid, to within \p max_offset_m metres and
/// 0.5 % of its outer radius. At least 64 vertices a full circle; cut at the antimeridian, closed over a pole
/// along latitude
/// +-90, wound as RFC 7946 asks. What reaches beyond 19,970 km, where geodesics begin to cross, is the whole
/// world. A circle of radius 0, and a sector without extent, has no polygon. A polygon comes back as it is,
/// wound.
MultiPolygon outline(const Footprint& footprint, double max_offset_m = 100);

/// A circle about \p centre for the map: its outline, right across the antimeridian and over a pole.
MultiPolygon distance_ring(LonLat centre, double radius_m);

}  // namespace incidentmap
