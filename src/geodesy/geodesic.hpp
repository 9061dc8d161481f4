// SPDX-License-Identifier: MIT
#pragma once

#include "core/lon_lat.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// The shortest way between two positions on the WGS 84 ellipsoid.
struct Geodesic {
    double distance_m = 0;
    double azimuth_deg = 0;          ///< at the start, clockwise from north, 0 up to but not 360
    double arrival_azimuth_deg = 0;  ///< at the end, the direction in which the way would go on
};

/// Half a meridian of WGS 84, in metres: from a position to its antipode; no two positions are farther apart.
inline constexpr double half_meridian_m = 20003931.4586254;

/// Measures from one position to the other: C. F. F. Karney, Algorithms for geodesics (2013), exact to 15 nm.
/// Coincident positions have distance 0 and both azimuths 0. At a pole the azimuth is counted from the
/// meridian of the longitude given. Where a member is NaN, so are the results.
Geodesic geodesic(LonLat from, LonLat to);

/// The position reached by going \p distance_m along the geodesic that sets out at \p azimuth_deg.
/// Its longitude is within -180 to 180.
LonLat destination(LonLat from, double azimuth_deg, double distance_m);

/// The opposite end of the diameter through \p position.
LonLat antipode(LonLat position);

/// The geodesic as a line for the map: its vertices are so dense that what is drawn between them, straight in
/// longitude and latitude, is nowhere more than \p max_offset_m metres away from the geodesic (1 mm at the
/// least). Cut in two at the antimeridian, at the latitude at which the geodesic crosses it. An end at a pole
/// takes the longitude of the way's meridian. Coincident ends give one line of two equal positions. \throws
/// Error where an end is not a valid position.
MultiLine geodesic_line(LonLat from, LonLat to, double max_offset_m = 100);

/// \p azimuth_deg turned into 0 up to but not 360.
double wrapped_azimuth(double azimuth_deg);

/// \p angle_deg turned into -180 to 180. Both ends stay as they are.
double wrapped_angle(double angle_deg);

}  // namespace incidentmap
