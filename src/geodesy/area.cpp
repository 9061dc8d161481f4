// SPDX-License-Identifier: MIT
#include "geodesy/area.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace incidentmap {
namespace {

constexpr double equatorial_radius_km = 6378.137;
constexpr double flattening = 1 / 298.257223563;
constexpr double eccentricity_squared = flattening * (2 - flattening);
constexpr double radians = std::numbers::pi / 180;

/// Snyder's q: the area between the equator and a latitude, a radian of longitude wide, is half of a²q.
double q(double latitude_deg) {
    const double e = std::sqrt(eccentricity_squared);
    const double s = std::sin(latitude_deg * radians);
    return (1 - eccentricity_squared) * (s / (1 - eccentricity_squared * s * s) + std::atanh(e * s) / e);
}

/// The integral of q along an edge, exact enough to three parts: Simpson's rule on pieces of at most 1
/// degree.
double under(LonLat from, LonLat to) {
    const double width = to.lon - from.lon;
    const double height = to.lat - from.lat;
    if (width == 0) return 0;
    const int pieces = static_cast<int>(std::ceil(std::max(std::abs(height), 1.0)));
    double sum = 0;
    for (int i = 0; i < pieces; ++i) {
        const double start = from.lat + height * i / pieces;
        const double end = from.lat + height * (i + 1) / pieces;
        sum += (q(start) + 4 * q((start + end) / 2) + q(end)) / 6;
    }
    return sum * width * radians / pieces;
}

double ring_area(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) sum += under(ring[i - 1], ring[i]);
    return std::abs(sum) * equatorial_radius_km * equatorial_radius_km / 2;
}

}  // namespace

double area_km2(const MultiPolygon& area) {
    double sum = 0;
    for (const Polygon& polygon : area.polygons) {
        sum += ring_area(polygon.outer);
        for (const Ring& hole : polygon.holes) sum -= ring_area(hole);
    }
    return sum;
}

}  // namespace incidentmap
