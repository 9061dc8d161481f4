// SPDX-License-Identifier: MIT
#include "geodesy/distance_bounds.hpp"

#include "geodesy/boundary.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/wind.hpp"
#include "geodesy/xyz.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace incidentmap {
namespace {

constexpr double pi = std::numbers::pi;

const Circle* as_circle(const Placed& placed) { return std::get_if<Circle>(&placed.footprint); }

bool is_empty(const Footprint& footprint) {
    const auto* area = std::get_if<MultiPolygon>(&footprint);
    return area && area->polygons.empty();
}

/// What is measured: an empty polygon becomes its likely position, a sector that is a full disc a circle.
Placed measurable(const Placed& placed) {
    if (is_empty(placed.footprint)) return {Circle{placed.likely, 0}, placed.likely};
    const auto* sector = std::get_if<Sector>(&placed.footprint);
    if (sector && sector->inner_m <= 0 && sector->sweep_deg >= 360) {
        return {Circle{sector->centre, sector->outer_m}, placed.likely};
    }
    return placed;
}

/// A position of each connected part.
std::vector<LonLat> positions_of(const Footprint& footprint) {
    if (const auto* circle = std::get_if<Circle>(&footprint)) return {circle->centre};
    if (const auto* sector = std::get_if<Sector>(&footprint)) {
        return {destination(sector->centre, sector->start_deg + sector->sweep_deg / 2,
                            (sector->inner_m + sector->outer_m) / 2)};
    }
    std::vector<LonLat> positions;
    for (const Polygon& polygon : std::get<MultiPolygon>(footprint).polygons) {
        if (!polygon.outer.empty()) positions.push_back(polygon.outer.front());
    }
    return positions;
}

bool covers_some(const Footprint& footprint, const std::vector<LonLat>& positions) {
    return std::any_of(positions.begin(), positions.end(),
                       [&footprint](LonLat position) { return covers(footprint, position); });
}

std::vector<LonLat> antipodes(std::vector<LonLat> positions) {
    for (LonLat& position : positions) position = antipode(position);
    return positions;
}

/// A circle is its centre, with a margin on every distance; other shapes are their edge.
Boundary for_distance(const Placed& placed) {
    if (const Circle* circle = as_circle(placed)) return Boundary{circle->centre};
    return Boundary{placed.footprint, placed.likely};
}

double margin_m(const Placed& placed) {
    const Circle* circle = as_circle(placed);
    return circle ? circle->radius_m : 0;
}

Boundary for_azimuth(const Placed& placed) {
    const Circle* circle = as_circle(placed);
    if (circle && circle->radius_m == 0) return Boundary{circle->centre};
    return Boundary{placed.footprint, placed.likely};
}

struct Range {
    double min_m;
    double max_m;
};

Range distance_range(const Placed& from, const Placed& to) {
    const double margin = margin_m(from) + margin_m(to);
    const Circle* from_circle = as_circle(from);
    const Circle* to_circle = as_circle(to);
    if (from_circle && to_circle) {
        const double apart_m = geodesic(from_circle->centre, to_circle->centre).distance_m;
        return {std::max(0.0, apart_m - margin), std::min(half_meridian_m, apart_m + margin)};
    }
    const Boundary from_edge = for_distance(from);
    const Boundary to_edge = for_distance(to);
    const std::vector<LonLat> in_from = positions_of(from.footprint);
    const std::vector<LonLat> in_to = positions_of(to.footprint);
    const bool meet = covers_some(from.footprint, in_to) || covers_some(to.footprint, in_from);
    const bool face = covers_some(from.footprint, antipodes(in_to)) || covers_some(to.footprint, antipodes(in_from));
    return {meet ? 0 : std::max(0.0, least_distance_m(from_edge, to_edge) - margin),
            face ? half_meridian_m : std::min(half_meridian_m, greatest_distance_m(from_edge, to_edge) + margin)};
}

/// Two discs, as their pairs turn the azimuth between the centres.
struct Discs {
    double apart_m;
    double from_lat;
    double from_m;
    double to_m;
};

/// By how many radians the meridians converge at most between the first disc's centre and its edge.
double convergence(const Discs& discs) {
    const double radius = discs.from_m / least_curvature_radius_m;
    const double lat = std::abs(discs.from_lat) * radians_per_degree + radius;
    return lat < pi / 2 - 1e-9 ? radius * std::tan(lat) : pi;
}

/// The excess of the triangles between two discs at most 1,500 km apart: their area over that of the unit sphere.
double excess(const Discs& discs) {
    return (discs.from_m + discs.to_m) * discs.apart_m / (least_curvature_radius_m * least_curvature_radius_m);
}

/// (p + q) / d, with what the sphere and the ellipsoid add to it at most.
double tangent_sine(const Discs& discs) {
    const double angle = discs.apart_m / least_curvature_radius_m;
    return (discs.from_m + discs.to_m) / discs.apart_m * (1.004 + angle * angle / 6);
}

constexpr double near_m = 1.5e6;

/// The turn at great distances: first the end moves, then the start, at a rate of the distance's cotangent.
double far_turn(const Discs& discs) {
    const double least = (discs.apart_m - discs.from_m - discs.to_m) / greatest_curvature_radius_m;
    const double greatest = (discs.apart_m + discs.from_m + discs.to_m) / least_curvature_radius_m;
    if (least <= 0 || greatest >= 0.999 * pi) return pi;
    const double from = discs.from_m / least_curvature_radius_m;
    const double to = discs.to_m / least_curvature_radius_m;
    const double sine = std::sin(to) / std::min(std::sin(discs.apart_m / least_curvature_radius_m),
                                                std::sin(discs.apart_m / greatest_curvature_radius_m));
    if (to >= pi / 2 || sine >= 1) return pi;
    const double rate = std::max(std::abs(1 / std::tan(least)), std::abs(1 / std::tan(greatest)));
    return 1.01 * (std::asin(sine) + from * rate);
}

/// An upper bound, in degrees, of the difference between the azimuth from any position of the first disc to any of
/// the second and the azimuth between their centres; 180 where none less is known.
double half_span_deg(const Discs& discs) {
    if (discs.from_m + discs.to_m <= 0) return 0;
    if (discs.apart_m <= discs.from_m + discs.to_m) return 180;
    double turn = pi;
    if (discs.apart_m < near_m) {
        const double sine = tangent_sine(discs);
        if (sine < 1) turn = std::asin(sine) + 1.1 * excess(discs);
    } else {
        turn = far_turn(discs);
    }
    return std::min(180.0, (turn + 1.02 * convergence(discs)) / radians_per_degree);
}

AzimuthSpan all_around(double likely_deg) { return {0, likely_deg, 360}; }

/// The span from \p least_deg to \p greatest_deg, both counted clockwise from the likely azimuth.
AzimuthSpan span_about(double likely_deg, double least_deg, double greatest_deg) {
    const double least = std::min(0.0, least_deg);
    const double greatest = std::max(0.0, greatest_deg);
    if (least <= -179.5 || greatest >= 179.5 || greatest - least >= 359) return all_around(likely_deg);
    return {wrapped_azimuth(likely_deg + least), likely_deg, wrapped_azimuth(likely_deg + greatest)};
}

/// How far azimuths reach from the likely one, clockwise (\p turn 1) or counter-clockwise (-1).
double reach_deg(const Boundary& from, const Boundary& to, double likely_deg, int turn) {
    const auto tolerance = [](double) { return 0.3; };
    return greatest_over(from, to, 180, tolerance, [likely_deg, turn](const Patch& a, const Patch& b) {
        const Geodesic way = geodesic(a.middle, b.middle);
        return Reach{turn * std::remainder(way.azimuth_deg - likely_deg, 360.0),
                     half_span_deg({way.distance_m, a.middle.lat, a.radius_m, b.radius_m})};
    });
}

AzimuthSpan azimuth_span(const Placed& from, const Placed& to, const DistanceBounds& bounds, double likely_deg) {
    if (bounds.max_m == 0) return {likely_deg, likely_deg, likely_deg};
    if (bounds.min_m <= 0 || bounds.max_m >= half_meridian_m) return all_around(likely_deg);
    if (margin_m(from) == 0 && margin_m(to) == 0 && as_circle(from) && as_circle(to)) {
        return span_about(likely_deg, 0, 0);
    }
    const Circle* from_circle = as_circle(from);
    const Circle* to_circle = as_circle(to);
    if (from_circle && to_circle) {
        const Geodesic way = geodesic(from_circle->centre, to_circle->centre);
        const Discs discs{way.distance_m, from_circle->centre.lat, from_circle->radius_m, to_circle->radius_m};
        const bool is_tight = discs.apart_m < near_m && tangent_sine(discs) < 0.8 && excess(discs) < 0.006 &&
                              convergence(discs) < 0.01;
        if (is_tight) {
            const double offset_deg = std::remainder(way.azimuth_deg - likely_deg, 360.0);
            const double half_deg = half_span_deg(discs);
            return span_about(likely_deg, offset_deg - half_deg, offset_deg + half_deg);
        }
    }
    if (covers(from.footprint, {0, 90}) || covers(from.footprint, {0, -90})) return all_around(likely_deg);
    const Boundary from_edge = for_azimuth(from);
    const Boundary to_edge = for_azimuth(to);
    return span_about(likely_deg, -reach_deg(from_edge, to_edge, likely_deg, -1),
                      reach_deg(from_edge, to_edge, likely_deg, 1));
}

}  // namespace

DistanceBounds distance_bounds(const Placed& from, const Placed& to) {
    const Placed start = measurable(from);
    const Placed end = measurable(to);
    const Geodesic likely = geodesic(start.likely, end.likely);
    const Range range = distance_range(start, end);
    DistanceBounds bounds;
    bounds.likely_m = likely.distance_m;
    bounds.min_m = std::min(range.min_m, likely.distance_m);
    bounds.max_m = std::max(range.max_m, likely.distance_m);
    bounds.azimuth = azimuth_span(start, end, bounds, likely.azimuth_deg);
    bounds.back_azimuth_deg = likely.distance_m > 0 ? wrapped_azimuth(likely.arrival_azimuth_deg + 180) : 0;
    return bounds;
}

double width_deg(const AzimuthSpan& span) {
    if (span.end_deg - span.start_deg >= 360) return 360;
    return wrapped_azimuth(span.end_deg - span.start_deg);
}

std::optional<std::string> compass(const AzimuthSpan& span) {
    if (width_deg(span) > 90) return std::nullopt;
    return std::string{compass(span.likely_deg)};
}

std::string compass_span(const AzimuthSpan& span) {
    if (width_deg(span) >= 337.5) return "any direction";
    const std::string start{compass(span.start_deg)};
    const std::string end{compass(span.end_deg)};
    return start == end ? start : start + " to " + end;
}

}  // namespace incidentmap
