// SPDX-License-Identifier: MIT
#pragma once

#include "core/lon_lat.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

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
