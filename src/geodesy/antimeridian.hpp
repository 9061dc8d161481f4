// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "core/lon_lat.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// A bounding box in degrees. Where it crosses the antimeridian, west is greater than east (RFC 7946, 5.2).
struct Box {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;

    friend bool operator==(const Box&, const Box&) = default;
};

/// Whether a position lies in the box, or on its edge.
bool holds(const Box& box, LonLat position);

/// The box of \p geometry; nothing where it is empty. Parts that meet both sides of the antimeridian are one
/// thing that crosses it: west is then greater than east. What goes all the way round, such as a cap over a
/// pole, has west -180 and east 180.
std::optional<Box> bbox(const Geometry& geometry);

/// Cuts a line whose longitudes run on beyond +-180 (179, 181, ...) where it crosses the antimeridian; each
/// part is then within -180 to 180. A line that only touches the antimeridian is not cut. Parts of no length
/// are left out.
MultiLine cut_line(const Line& line);

/// Cuts an area at the antimeridian. The area lies to the left of every ring; the longitudes of a ring run on
/// beyond +-180, so that two neighbours are less than 180 degrees apart, and a ring about a pole ends 360
/// degrees from where it began. What holds a pole is closed along latitude +-90 from -180 to 180; rings that
/// bound the area only from within (all the world but an island) get the whole world about them. Outer rings
/// come out counter-clockwise, holes clockwise (RFC 7946, 3.1.6). Rings must not cross one another.
MultiPolygon cut_rings(const std::vector<Ring>& rings);

/// Cuts a polygon as people store it: a step of more than 180 degrees goes the short way, across the
/// antimeridian (but one of exactly 360 is an edge along the map's border and stays); the winding may be
/// either; a ring that goes round a pole holds the pole of the hemisphere in which most of its vertices lie.
MultiPolygon cut_polygon(const Polygon& polygon);

/// \p ring with longitudes that run on beyond +-180 and steps of 180 degrees at most. Steps of exactly 360
/// stay.
Ring unrolled(const Ring& ring);

/// Twice the area of a closed ring in square degrees: positive where it runs counter-clockwise.
double twice_signed_area(const Ring& ring);

/// The same polygons with outer rings counter-clockwise and holes clockwise.
MultiPolygon wound(MultiPolygon area);

/// True where \p position lies inside a closed ring or on it, in plain longitude and latitude.
bool ring_covers(const Ring& ring, LonLat position);

/// True where \p position lies inside a closed ring and not on it.
bool ring_holds(const Ring& ring, LonLat position);

}  // namespace incidentmap
