// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <numbers>

#include "core/lon_lat.hpp"

namespace incidentmap {

inline constexpr double radians_per_degree = std::numbers::pi / 180;

/// WGS 84: the equatorial radius in metres and the first eccentricity squared (NIMA TR8350.2, section 3).
inline constexpr double equatorial_radius_m = 6378137.0;
inline constexpr double eccentricity_squared = 6.69437999014e-3;

/// The ellipsoid's radii of curvature lie between these (b*b/a at the equator, a*a/b at the poles), in
/// metres.
inline constexpr double least_curvature_radius_m = 6335439.0;
inline constexpr double greatest_curvature_radius_m = 6399594.0;

/// A position in metres from the centre of the earth (x towards 0 E, y towards 90 E, z towards the north
/// pole).
struct Xyz {
    double x = 0;
    double y = 0;
    double z = 0;
};

inline Xyz operator-(Xyz a, Xyz b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline double dot(Xyz a, Xyz b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline double length(Xyz a) { return std::sqrt(dot(a, a)); }

/// \p position on the ellipsoid's surface. The longitude may lie beyond +-180.
inline Xyz to_xyz(LonLat position) {
    const double lon = position.lon * radians_per_degree;
    const double lat = position.lat * radians_per_degree;
    const double normal =
        equatorial_radius_m / std::sqrt(1 - eccentricity_squared * std::sin(lat) * std::sin(lat));
    const double across = normal * std::cos(lat);
    return {across * std::cos(lon), across * std::sin(lon),
            normal * (1 - eccentricity_squared) * std::sin(lat)};
}

/// The unit vector at \p position that points to \p azimuth_deg along the ground.
inline Xyz heading(LonLat position, double azimuth_deg) {
    const double lon = position.lon * radians_per_degree;
    const double lat = position.lat * radians_per_degree;
    const double east = std::sin(azimuth_deg * radians_per_degree);
    const double north = std::cos(azimuth_deg * radians_per_degree);
    return {-std::sin(lon) * east - std::sin(lat) * std::cos(lon) * north,
            std::cos(lon) * east - std::sin(lat) * std::sin(lon) * north, std::cos(lat) * north};
}

/// The position at the fraction \p t of the way from \p a to \p b, straight in longitude and latitude.
inline LonLat between(LonLat a, LonLat b, double t) {
    return {a.lon + (b.lon - a.lon) * t, a.lat + (b.lat - a.lat) * t};
}

}  // namespace incidentmap
