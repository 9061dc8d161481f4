// SPDX-License-Identifier: MIT
#pragma once

#include "geodesy/antimeridian.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// The part of \p area that lies in a box of longitudes and latitudes; none where they do not meet. Edges are
/// straight in longitude and latitude, as those of the box are, so that nothing is bent. What crosses itself
/// is mended, unless it \p may stay as it is: what lies in the box whole is not looked at then, which is what
/// takes most of the time. But where thousands of long edges lie across one another, each vertex is looked at
/// once and nothing is mended, and parts may hang together along the box's edge. \throws Error where GEOS
/// cannot
enum class Unsound { is_mended, may_stay };
MultiPolygon clipped(const MultiPolygon& area, const Box& box, Unsound what_is = Unsound::is_mended);

}  // namespace incidentmap
