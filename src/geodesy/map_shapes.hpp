// SPDX-License-Identifier: MIT
#pragma once

#include "core/lon_lat.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

// Lines and areas as a layer stores them: no denser than a map needs.

/// True where both are one position: a pole is one whatever its longitude, and so is the antimeridian at 180
/// and at -180.
bool coincide(LonLat a, LonLat b);

/// The geodesic as a line that is nowhere farther from it than a thousandth of its length, a pixel of a
/// screen that shows all of it, or a metre. Else as geodesic_line() draws it; coincident ends have no line.
/// \throws Error where an end is not a valid position
MultiLine map_line(LonLat from, LonLat to);

/// A circle with no more vertices than drawing it to 1 % of its radius needs, 24 of a small one; other
/// footprints as outline() draws them.
MultiPolygon map_outline(const Footprint& footprint);

/// The area of a footprint on the ellipsoid in square kilometres: of a circle up to 500 km as it is, to a
/// thousandth of a percent; of others as outline() draws them.
double map_area_km2(const Footprint& footprint);

}  // namespace incidentmap
