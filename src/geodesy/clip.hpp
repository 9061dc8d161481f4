// SPDX-License-Identifier: MIT
#pragma once

#include "geodesy/antimeridian.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// The part of \p area that lies in a box of longitudes and latitudes; none where they do not meet. Edges are
/// straight in longitude and latitude, as those of the box are, so that nothing is bent. What crosses itself
/// is mended; but where thousands of long edges lie across one another, each vertex is looked at once and
/// nothing is mended, and parts may hang together along the box's edge. \throws Error where GEOS cannot
MultiPolygon clipped(const MultiPolygon& area, const Box& box);

}  // namespace incidentmap
