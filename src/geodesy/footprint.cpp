// SPDX-License-Identifier: MIT
#include "geodesy/footprint.hpp"

#include <algorithm>
#include <cmath>

#include "geodesy/antimeridian.hpp"
#include "geodesy/boundary.hpp"
#include "geodesy/geodesic.hpp"

namespace incidentmap {
namespace {

constexpr double rounding_m = 1e-6;

bool covers_any(const Circle& circle, LonLat position) {
    return geodesic(circle.centre, position).distance_m <= circle.radius_m + rounding_m;
}

bool covers_any(const Sector& sector, LonLat position) {
    const Geodesic way = geodesic(sector.centre, position);
    if (way.distance_m < sector.inner_m - rounding_m || way.distance_m > sector.outer_m + rounding_m)
        return false;
    if (sector.sweep_deg >= 360 || way.distance_m <= rounding_m) return true;
    const double rounding_deg = std::min(1.0, rounding_m / way.distance_m) * 60;
    const double turn_deg = wrapped_azimuth(way.azimuth_deg - sector.start_deg);
    return turn_deg <= sector.sweep_deg + rounding_deg || turn_deg >= 360 - rounding_deg;
}

bool has_vertex_at_lat(const Ring& ring, double lat) {
    return std::any_of(ring.begin(), ring.end(), [lat](LonLat vertex) { return vertex.lat == lat; });
}

bool covers_any(const MultiPolygon& area, LonLat position) {
    // A pole is one position, whichever longitude it is given.
    if (std::abs(position.lat) == 90) {
        return std::any_of(area.polygons.begin(), area.polygons.end(), [position](const Polygon& polygon) {
            return has_vertex_at_lat(polygon.outer, position.lat);
        });
    }
    const auto within = [&area](LonLat at) {
        for (const Polygon& polygon : area.polygons) {
            if (!ring_covers(polygon.outer, at)) continue;
            // The edge of a hole belongs to the polygon.
            const bool in_hole = std::any_of(polygon.holes.begin(), polygon.holes.end(),
                                             [at](const Ring& hole) { return ring_holds(hole, at); });
            if (!in_hole) return true;
        }
        return false;
    };
    if (within(position)) return true;
    return std::abs(position.lon) == 180 && within({-position.lon, position.lat});
}

}  // namespace

bool covers(const Footprint& footprint, LonLat position) {
    return std::visit([position](const auto& any) { return covers_any(any, position); }, footprint);
}

double radius_about_m(const Footprint& footprint, LonLat likely) {
    if (const auto* circle = std::get_if<Circle>(&footprint)) {
        return std::min(half_meridian_m, geodesic(likely, circle->centre).distance_m + circle->radius_m);
    }
    if (covers(footprint, antipode(likely))) return half_meridian_m;
    return greatest_distance_m(Boundary{likely}, Boundary{footprint, likely});
}

MultiPolygon distance_ring(LonLat centre, double radius_m) { return outline(Circle{centre, radius_m}); }

}  // namespace incidentmap
