// SPDX-License-Identifier: MIT
#pragma once

#include "core/lon_lat.hpp"
#include "geodesy/footprint.hpp"

namespace incidentmap {

// Areas made of areas. All of it is done in a plane about the areas in question (azimuthal equidistant on WGS
// 84), never in longitude and latitude; the edges of polygons, straight in longitude and latitude, are made
// dense before, so that they err by less than 5 m. Good for areas up to some thousand kilometres across.

/// What \p a and \p b have in common; no polygon where they do not meet, or only touch. Slivers below one
/// square metre are left out.
MultiPolygon overlap(const Footprint& a, const Footprint& b);

/// \p a without \p b.
MultiPolygon remainder(const Footprint& a, const Footprint& b);

/// All positions at most \p half_width_m metres from the geodesic between two positions.
MultiPolygon band_between(LonLat from, LonLat to, double half_width_m);

/// All positions at most \p half_width_m metres from the edge of \p area; of that part of the edge only that
/// \p beside lies along (no farther than 5 km, as two sources draw one border), where it is given.
MultiPolygon band_along_edge(const Footprint& area, const Footprint* beside, double half_width_m);

/// The part of \p area that lies farthest towards \p azimuth_deg: \p share (0 to 1) of its extent along that
/// direction.
MultiPolygon part_towards(const MultiPolygon& area, double azimuth_deg, double share);

/// The part of \p area in the middle of its extent from west to east and from south to north: \p share of
/// each.
MultiPolygon middle_part(const MultiPolygon& area, double share);

/// A position inside \p area: the centroid of its largest part where that lies inside, else one in the middle
/// of its widest place. \throws Error where it has no polygon
LonLat position_within(const MultiPolygon& area);

}  // namespace incidentmap
