// SPDX-License-Identifier: MIT
#include "geodesy/map_shapes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <variant>

#include "geodesy/area.hpp"
#include "geodesy/geodesic.hpp"

namespace incidentmap {

bool coincide(LonLat a, LonLat b) {
    if (a.lat != b.lat) return false;
    return std::abs(a.lat) == 90 || std::remainder(a.lon - b.lon, 360.0) == 0;
}

MultiLine map_line(LonLat from, LonLat to) {
    constexpr double share = 0.001;
    constexpr double least_m = 1;
    if (coincide(from, to)) return {};
    return geodesic_line(from, to, std::max(least_m, share * geodesic(from, to).distance_m));
}

double map_area_km2(const Footprint& footprint) {
    constexpr double widest_km = 500;
    constexpr double equatorial_radius_km = 6378.137;
    constexpr double flattening = 1 / 298.257223563;
    constexpr double eccentricity_squared = flattening * (2 - flattening);
    const auto* circle = std::get_if<Circle>(&footprint);
    if (circle == nullptr || circle->radius_m / 1000 > widest_km) return area_km2(outline(footprint));
    // The cap of a sphere that is bent as the ellipsoid is at the centre (its Gaussian curvature there).
    const double s = std::sin(circle->centre.lat * std::numbers::pi / 180);
    const double bend_per_km =
        (1 - eccentricity_squared * s * s) / (equatorial_radius_km * std::sqrt(1 - eccentricity_squared));
    const double half_chord = std::sin(circle->radius_m / 1000 * bend_per_km / 2) / bend_per_km;
    return 4 * std::numbers::pi * half_chord * half_chord;
}

}  // namespace incidentmap
