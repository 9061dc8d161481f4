// SPDX-License-Identifier: MIT
#include "geodesy/distance_bounds.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "geodesy/boundary.hpp"
#include "geodesy/compass_direction.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/xyz.hpp"

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
    const bool face =
        covers_some(from.footprint, antipodes(in_to)) || covers_some(to.footprint, antipodes(in_from));
    return {
        meet ? 0 : std::max(0.0, least_distance_m(from_edge, to_edge) - margin),
        face ? half_meridian_m : std::min(half_meridian_m, greatest_distance_m(from_edge, to_edge) + margin)};
}

/// Two discs, as their pairs turn the azimuth between the centres.
struct Discs {
    double apart_m;
    double from_lat;
    double from_m;
    double to_m;
};

/// By how many radians the meridians converge at most within \p radius_m metres of a position.
double convergence(double from_lat, double radius_m) {
    const double radius = radius_m / least_curvature_radius_m;
    const double lat = std::abs(from_lat) * radians_per_degree + radius;
    return lat < pi / 2 - 1e-9 ? 1.02 * radius * std::tan(lat) : pi;
}

/// The excess of the triangles between two discs at most 1,500 km apart: their area over that of the unit
/// sphere.
double excess(const Discs& discs) {
    return 1.1 * (discs.from_m + discs.to_m) * discs.apart_m /
           (least_curvature_radius_m * least_curvature_radius_m);
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

/// By how many radians the way from a position of the first disc to one of the second is turned at most
/// against the way between the centres, the meridians being taken as parallel; pi where none less is known.
double turn(const Discs& discs) {
    if (discs.from_m + discs.to_m <= 0) return 0;
    if (discs.apart_m <= discs.from_m + discs.to_m) return pi;
    if (discs.apart_m >= near_m) return far_turn(discs);
    const double sine = tangent_sine(discs);
    return sine < 1 ? std::asin(sine) + excess(discs) : pi;
}

/// The same in degrees, with the convergence of the meridians, 180 at the most.
double half_span_deg(const Discs& discs) {
    return std::min(180.0, (turn(discs) + convergence(discs.from_lat, discs.from_m)) / radians_per_degree);
}

/// Geodesics to places farther than this set out in almost any direction.
constexpr double antipodal_m = 19.9e6;

AzimuthSpan all_around(double likely_deg) { return {0, likely_deg, 360}; }

/// The span from \p least_deg to \p greatest_deg, both counted clockwise from the likely azimuth.
AzimuthSpan span_about(double likely_deg, double least_deg, double greatest_deg) {
    const double least = std::min(0.0, least_deg);
    const double greatest = std::max(0.0, greatest_deg);
    if (least <= -179.5 || greatest >= 179.5 || greatest - least >= 359) return all_around(likely_deg);
    return {wrapped_azimuth(likely_deg + least), likely_deg, wrapped_azimuth(likely_deg + greatest)};
}

/// The search for the azimuth that is farthest from the likely one, clockwise (turn 1) or counter-clockwise
/// (-1).
struct AzimuthSearch {
    double likely_deg;
    int turn_sign;

    double offset_deg(double azimuth_deg) const {
        return turn_sign * std::remainder(azimuth_deg - likely_deg, 360.0);
    }

    /// Along a geodesic that does not meet a position the azimuth from there changes one way only, and so
    /// does that from its positions to a fixed one but for the meridians' convergence: two patches that are
    /// nearly geodesics have their extreme at a pair of ends, give or take their sagittas.
    double bound_by_ends_deg(const Patch& a, const Patch& b, double apart_m) const {
        const double least_m = apart_m - a.radius_m - b.radius_m;
        if (least_m <= 0) return 180;
        const double sagitta_m = a.sagitta_m + b.sagitta_m;
        // The turn by the sagittas is greatest at one end of the range of distances.
        const double greatest_m = apart_m + a.radius_m + b.radius_m;
        const double slack = std::max(turn({least_m, a.middle.lat, a.sagitta_m, b.sagitta_m}),
                                      turn({greatest_m, a.middle.lat, a.sagitta_m, b.sagitta_m}));
        if (sagitta_m > 0 && slack >= pi) return 180;
        double low = 180;
        double high = -180;
        for (const LonLat start : {a.first, a.last}) {
            for (const LonLat end : {b.first, b.last}) {
                const double offset = offset_deg(geodesic(start, end).azimuth_deg);
                low = std::min(low, offset);
                high = std::max(high, offset);
            }
        }
        // Beyond half a turn the ends do not tell on which side the azimuths between them are.
        if (high - low >= 180) return 180;
        return high + (slack + convergence(a.middle.lat, a.radius_m)) / radians_per_degree;
    }

    PairValue operator()(const Patch& a, const Patch& b) const {
        const Geodesic way = geodesic(a.middle, b.middle);
        const double value_deg = offset_deg(way.azimuth_deg);
        double bound_deg = value_deg + half_span_deg({way.distance_m, a.middle.lat, a.radius_m, b.radius_m});
        if (bound_deg > value_deg && (!a.is_node || !b.is_node)) {
            bound_deg = std::min(bound_deg, bound_by_ends_deg(a, b, way.distance_m));
        }
        return {value_deg, std::max(0.0, bound_deg - value_deg)};
    }
};

double reach_deg(const Boundary& from, const Boundary& to, double likely_deg, int turn_sign) {
    constexpr int most_pairs = 30'000;
    return greatest_over(
        from, to, 180, most_pairs, [](double) { return 0.3; }, AzimuthSearch{likely_deg, turn_sign});
}

AzimuthSpan azimuth_span(const Placed& from, const Placed& to, const DistanceBounds& bounds,
                         double likely_deg) {
    if (bounds.max_m == 0) return {likely_deg, likely_deg, likely_deg};
    if (bounds.min_m <= 0 || bounds.max_m > antipodal_m) return all_around(likely_deg);
    if (margin_m(from) == 0 && margin_m(to) == 0 && as_circle(from) && as_circle(to)) {
        return span_about(likely_deg, 0, 0);
    }
    const Circle* from_circle = as_circle(from);
    const Circle* to_circle = as_circle(to);
    if (from_circle && to_circle) {
        const Geodesic way = geodesic(from_circle->centre, to_circle->centre);
        const Discs discs{way.distance_m, from_circle->centre.lat, from_circle->radius_m,
                          to_circle->radius_m};
        const bool is_tight = discs.apart_m < near_m && tangent_sine(discs) < 0.8 && excess(discs) < 0.006 &&
                              convergence(discs.from_lat, discs.from_m) < 0.01;
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
