// SPDX-License-Identifier: MIT
#pragma once

#include "geodesy/shapes.hpp"

namespace incidentmap {

/// The area of polygons on the WGS 84 ellipsoid, in square kilometres, their edges straight in longitude and
/// latitude as they are drawn, holes taken off. By the equal-area cylindrical projection of J. P. Snyder, Map
/// Projections (USGS Professional Paper 1395, 1987), equation 3-12.
double area_km2(const MultiPolygon& area);

}  // namespace incidentmap
