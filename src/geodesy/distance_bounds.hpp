// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/lon_lat.hpp"
#include "geodesy/footprint.hpp"

namespace incidentmap {

/// Where something is: the area in which it lies, and its likeliest position, which is within that area.
struct Placed {
    Footprint footprint;
    LonLat likely;
};

/// Azimuths from \p start_deg clockwise to \p end_deg, each 0 up to but not 360; `0, likely, 360` is all of
/// them.
struct AzimuthSpan {
    double start_deg = 0;
    double likely_deg = 0;
    double end_deg = 0;
};

/// What is known of the way from one placed thing to another: min_m <= likely_m <= max_m.
struct DistanceBounds {
    double min_m = 0;     ///< between the nearest positions of the two footprints; 0 where they meet
    double likely_m = 0;  ///< between the likely positions
    double max_m = 0;     ///< between the farthest positions
    AzimuthSpan azimuth;
    double back_azimuth_deg = 0;  ///< from the likely position of `to` towards that of `from`
};

/// Least, likely and greatest distance on the ellipsoid, and all azimuths under which a position of \p to is
/// seen from a position of \p from.
///
/// The bounds err outwards only. Two circles: closed form along the geodesic between their centres; beyond
/// half a meridian no greatest distance goes. Other shapes: the extreme pair of positions is searched in a
/// tree of each footprint's edge, best first, until no pair left can do better by more than 2 m or 0.02 %.
///
/// The azimuth span holds every azimuth, and is wider than need be by about a degree at the most. It is all
/// azimuths where the footprints meet, where \p from holds a pole, and where the greatest distance is beyond
/// 19,900 km (nearly antipodes). Otherwise the extremes are at the edges (on a sphere the azimuth towards a
/// fixed position is a harmonic function, and so has no extreme within an area), and are searched as the
/// distances are: two circles of angular radii p and q at the distance d turn the azimuth by no more than
/// asin((p + q) / d), with what the sphere and the convergence of the meridians add. Azimuths that reach more
/// than half a turn to one side of the likely one make the whole circle.
///
/// An empty polygon counts as its likely position. A likely position outside its footprint widens the bounds.
DistanceBounds distance_bounds(const Placed& from, const Placed& to);

/// The width of the span in degrees, 0 to 360.
double width_deg(const AzimuthSpan& span);

/// The compass direction of the likely azimuth, `ESE`; nothing where the span exceeds 90 degrees.
std::optional<std::string> compass(const AzimuthSpan& span);

/// The compass directions from start to end: `NE to E`, `NE` where both are the same, `any direction` from
/// 337.5 degrees on.
std::string compass_span(const AzimuthSpan& span);

}  // namespace incidentmap
