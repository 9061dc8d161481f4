// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "geodesy/antimeridian.hpp"
#include "geodesy/boundary.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/map_shapes.hpp"
#include "geodesy/xyz.hpp"

namespace incidentmap {
namespace {

/// Geodesics from one position do not cross before this distance (half the equator's least, pi * b).
constexpr double crossing_m = 19.97e6;

/// A curve through a pole has no longitude there; it is moved aside by this much.
constexpr double nudge_m = 0.02;

const Polygon world{{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}, {-180, -90}}, {}};

/// A ring in the making: vertices along curves, longitudes running on beyond +-180.
class Tracing {
  public:
    /// \param parts of a full circle, at the least
    explicit Tracing(double max_offset_m, int parts = 64) : m_max_offset_m(max_offset_m), m_parts(parts) {}

    void add(const Curve& curve) {
        const auto* arc = std::get_if<Arc>(&curve);
        const int parts =
            arc ? std::max(2, static_cast<int>(
                                  std::ceil(std::abs(arc->end_deg - arc->start_deg) * m_parts / 360 - 1e-9)))
                : 1;
        constexpr int depth = 50;
        if (m_ring.empty()) m_ring.push_back(position_at(curve, 0));
        for (int i = 0; i < parts; ++i) {
            const double start = static_cast<double>(i) / parts;
            const double end = static_cast<double>(i + 1) / parts;
            draw(curve, start, end, position_at(curve, end), depth);
        }
    }

    Ring closed() const {
        Ring ring = m_ring;
        const LonLat first = ring.front();
        ring.back() = {first.lon + 360 * std::round((ring.back().lon - first.lon) / 360), first.lat};
        return ring;
    }

  private:
    /// Draws on from the last vertex, which is at the fraction \p start of the curve.
    void draw(const Curve& curve, double start, double end, LonLat target, int depth) {
        const LonLat last = m_ring.back();
        const LonLat next{last.lon + std::remainder(target.lon - last.lon, 360.0), target.lat};
        if (depth == 0 || is_straight(curve, last, next, end - start)) {
            m_ring.push_back(next);
            return;
        }
        const double middle = (start + end) / 2;
        draw(curve, start, middle, position_at(curve, middle), depth - 1);
        draw(curve, middle, end, target, depth - 1);
    }

    bool is_straight(const Curve& curve, LonLat a, LonLat b, double share) const {
        // A longer step in longitude might have gone the other way round a pole.
        if (std::abs(b.lon - a.lon) > 90) return false;
        if (surely_straight(curve, a, b, share)) return true;
        for (const double t : {0.25, 0.5, 0.75}) {
            if (offset_m(curve, between(a, b, t)) > 0.8 * m_max_offset_m) return false;
        }
        return true;
    }

    /// The sagitta by the curve's own bend and by that of a line straight in longitude and latitude, without
    /// measuring a geodesic: enough for all small shapes away from the poles.
    bool surely_straight(const Curve& curve, LonLat a, LonLat b, double share) const {
        const double length_m = greatest_length_m(curve) * share;
        const double lat = std::max(std::abs(a.lat), std::abs(b.lat)) * radians_per_degree +
                           length_m / least_curvature_radius_m;
        if (lat > 1.5) return false;
        const auto* arc = std::get_if<Arc>(&curve);
        const double own_bend = arc ? 1 / arc->radius_m : 0;
        const double chord_bend = 2 * (std::tan(lat) + 0.01) / least_curvature_radius_m;
        return length_m * length_m / 8 * (own_bend + chord_bend) <= m_max_offset_m;
    }

    static double offset_m(const Curve& curve, LonLat position) {
        if (const auto* arc = std::get_if<Arc>(&curve)) {
            return std::abs(geodesic(arc->centre, position).distance_m - arc->radius_m);
        }
        const Radial& radial = std::get<Radial>(curve);
        const Geodesic way = geodesic(radial.centre, position);
        return way.distance_m *
               std::abs(wrapped_angle(way.azimuth_deg - wrapped_azimuth(radial.azimuth_deg))) *
               radians_per_degree;
    }

    double m_max_offset_m;
    int m_parts;
    Ring m_ring;
};

double to_pole_m(LonLat centre, double pole_lat) {
    return geodesic(centre, {centre.lon, pole_lat}).distance_m;
}

/// \p radius_m, moved outwards where the circle would run through a pole.
double off_pole(LonLat centre, double radius_m) {
    for (const double pole_lat : {90.0, -90.0}) {
        const double distance_m = to_pole_m(centre, pole_lat);
        if (std::abs(distance_m - radius_m) < nudge_m) return distance_m + nudge_m;
    }
    return radius_m;
}

/// \p azimuth_deg, turned by a hair in the direction \p turn (1 or -1) where its geodesic would meet a pole.
double off_pole_azimuth(LonLat centre, double azimuth_deg, int turn) {
    for (const double pole_lat : {90.0, -90.0}) {
        const double pole_deg = pole_lat > 0 ? 0 : 180;
        const double distance_m = to_pole_m(centre, pole_lat);
        const double across_m =
            least_curvature_radius_m * std::sin(distance_m / half_meridian_m * 180 * radians_per_degree);
        const double aside_deg = nudge_m / std::max(across_m, 1.0) / radians_per_degree;
        if (std::abs(wrapped_angle(wrapped_azimuth(azimuth_deg) - pole_deg)) < aside_deg ||
            std::abs(wrapped_azimuth(azimuth_deg) - 360 - pole_deg) < aside_deg) {
            return azimuth_deg + 2 * turn * aside_deg;
        }
    }
    return azimuth_deg;
}

double offset_allowed_m(double outer_m, double max_offset_m) {
    return std::max(1e-6, std::min(max_offset_m, 0.005 * outer_m));
}

MultiPolygon traced(const Circle& circle, Tracing tracing) {
    if (!(circle.radius_m > 0)) return {};
    if (circle.radius_m > crossing_m) return {{world}};
    tracing.add(Arc{circle.centre, off_pole(circle.centre, circle.radius_m), 360, 0});
    return cut_rings({tracing.closed()});
}

MultiPolygon outline_of(const Circle& circle, double max_offset_m) {
    return traced(circle, Tracing{offset_allowed_m(circle.radius_m, max_offset_m)});
}

MultiPolygon ring_outline(const Sector& sector, double allowed_m) {
    Tracing outer{allowed_m};
    outer.add(Arc{sector.centre, off_pole(sector.centre, sector.outer_m), 360, 0});
    std::vector<Ring> rings{outer.closed()};
    if (sector.inner_m > 0) {
        Tracing inner{allowed_m};
        inner.add(Arc{sector.centre, off_pole(sector.centre, sector.inner_m), 0, 360});
        rings.push_back(inner.closed());
    }
    return cut_rings(rings);
}

MultiPolygon outline_of(Sector sector, double max_offset_m) {
    sector.outer_m = std::min(sector.outer_m, crossing_m);
    if (!(sector.outer_m > sector.inner_m) || !(sector.sweep_deg > 0)) return {};
    const double allowed_m = offset_allowed_m(sector.outer_m, max_offset_m);
    if (sector.sweep_deg >= 360) return ring_outline(sector, allowed_m);

    // Radials that begin at a pole, or beside it, have no common longitude there.
    const double pole_m = std::min(to_pole_m(sector.centre, 90), to_pole_m(sector.centre, -90));
    if (pole_m < 10) sector.inner_m = std::max(sector.inner_m, pole_m + 0.1);
    if (!(sector.outer_m > sector.inner_m))
        return outline_of(Circle{sector.centre, sector.outer_m}, max_offset_m);

    const LonLat centre = sector.centre;
    const double start_deg = off_pole_azimuth(centre, sector.start_deg, -1);
    const double end_deg = off_pole_azimuth(centre, sector.start_deg + sector.sweep_deg, 1);
    const double outer_m = off_pole(centre, sector.outer_m);
    const double inner_m = sector.inner_m > 0 ? off_pole(centre, sector.inner_m) : 0;
    Tracing tracing{allowed_m};
    tracing.add(Arc{centre, outer_m, end_deg, start_deg});
    tracing.add(Radial{centre, start_deg, outer_m, inner_m});
    if (inner_m > 0) tracing.add(Arc{centre, inner_m, start_deg, end_deg});
    tracing.add(Radial{centre, end_deg, inner_m, outer_m});
    return cut_rings({tracing.closed()});
}

MultiPolygon outline_of(const MultiPolygon& area, double /*max_offset_m*/) { return wound(area); }

}  // namespace

MultiPolygon outline(const Footprint& footprint, double max_offset_m) {
    return std::visit([max_offset_m](const auto& any) { return outline_of(any, max_offset_m); }, footprint);
}

MultiPolygon map_outline(const Footprint& footprint) {
    constexpr double share = 0.01;
    constexpr int parts = 24;  // 23 are needed; 24 put vertices due north, east, south and west
    const auto* circle = std::get_if<Circle>(&footprint);
    if (circle == nullptr) return outline(footprint);
    return traced(*circle, Tracing{std::max(1e-6, share * circle->radius_m), parts});
}

}  // namespace incidentmap
