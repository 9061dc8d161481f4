// SPDX-License-Identifier: MIT
#include "geodesy/boundary.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

#include "geodesy/geodesic.hpp"
#include "geodesy/xyz.hpp"

namespace incidentmap {
namespace {

double length_of(const Edge& edge) {
    const bool crosses_equator = (edge.start.lat < 0) != (edge.end.lat < 0);
    const double nearest_lat =
        crosses_equator ? 0 : std::min(std::abs(edge.start.lat), std::abs(edge.end.lat));
    const double north = (edge.end.lat - edge.start.lat) * radians_per_degree;
    const double east =
        (edge.end.lon - edge.start.lon) * radians_per_degree * std::cos(nearest_lat * radians_per_degree);
    return greatest_curvature_radius_m * std::hypot(north, east);
}

/// A circle on a closed surface of positive curvature is shorter than the flat one.
double length_of(const Arc& arc) {
    return arc.radius_m * std::abs(arc.end_deg - arc.start_deg) * radians_per_degree;
}

double length_of(const Radial& radial) { return std::abs(radial.end_m - radial.start_m); }

/// Upper bounds of how much a curve bends away from a geodesic, in 1/m. \p lat is the greatest on it, in
/// radians.
double bend(const Edge& /*edge*/, double lat) {
    return 2 * (std::tan(std::min(lat, 1.57)) + 0.01) / least_curvature_radius_m;
}

double bend(const Arc& arc, double /*lat*/) {
    return 1 / std::max(1e-3, std::min(arc.radius_m, 19.9e6 - arc.radius_m));
}

double bend(const Radial& /*radial*/, double /*lat*/) { return 0; }

double sagitta_of(const Curve& curve, const Patch& patch) {
    const double lat =
        std::abs(patch.middle.lat) * radians_per_degree + patch.radius_m / least_curvature_radius_m;
    const double bend_per_m = std::visit([lat](const auto& any) { return bend(any, lat); }, curve);
    return std::min(patch.radius_m, patch.radius_m * patch.radius_m / 2 * bend_per_m);
}

/// An upper bound of the geodesic distance of two positions whose straight distance is known: no geodesic
/// bends more than the ellipsoid does where it bends most.
double greatest_arc_m(double chord_m) {
    if (chord_m > 6.0e6) return half_meridian_m;
    return 2 * least_curvature_radius_m * std::asin(chord_m / (2 * least_curvature_radius_m));
}

std::vector<Curve> curves_of(const Circle& circle) { return {Arc{circle.centre, circle.radius_m, 0, 360}}; }

std::vector<Curve> curves_of(const Sector& sector) {
    const bool ring = sector.sweep_deg >= 360;
    const double end_deg = sector.start_deg + std::min(sector.sweep_deg, 360.0);
    std::vector<Curve> curves{Arc{sector.centre, sector.outer_m, sector.start_deg, end_deg}};
    if (sector.inner_m > 0)
        curves.emplace_back(Arc{sector.centre, sector.inner_m, sector.start_deg, end_deg});
    if (!ring) {
        for (const double azimuth_deg : {sector.start_deg, end_deg}) {
            curves.emplace_back(Radial{sector.centre, azimuth_deg, sector.inner_m, sector.outer_m});
        }
    }
    return curves;
}

std::vector<Curve> curves_of(const MultiPolygon& area) {
    std::vector<Curve> curves;
    const auto add = [&curves](const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) curves.emplace_back(Edge{ring[i], ring[i + 1]});
    };
    for (const Polygon& polygon : area.polygons) {
        add(polygon.outer);
        for (const Ring& hole : polygon.holes) add(hole);
    }
    return curves;
}

struct Candidate {
    double bound;
    double value;
    Patch from;
    Patch to;
};

/// Among equal bounds the pair that already does best comes first: where shapes meet, every pair of large
/// patches has the same bound.
struct Worse {
    bool operator()(const Candidate& a, const Candidate& b) const {
        return a.bound != b.bound ? a.bound < b.bound : a.value < b.value;
    }
};

/// In a plane the distance of two positions is a convex function of both, so that along two lines it is
/// greatest at a pair of ends, and falls below its value in the middle by no more than it rises above it.
/// This is what the sphere takes from that convexity at most: two ways side by side draw together.
double lost_convexity_m(double apart_m, double radius_m) {
    return 2 * radius_m * radius_m * std::tan(apart_m / (2 * least_curvature_radius_m)) /
           least_curvature_radius_m;
}

constexpr double convex_up_to_m = 15.0e6;

bool is_convex(const Patch& a, const Patch& b, double apart_m) {
    return !(a.is_node && b.is_node) && a.radius_m + b.radius_m > 0 &&
           apart_m + a.radius_m + b.radius_m < convex_up_to_m;
}

double greatest_between_ends_m(const Patch& a, const Patch& b) {
    double greatest_m = 0;
    for (const LonLat start : {a.first, a.last}) {
        for (const LonLat end : {b.first, b.last}) {
            greatest_m = std::max(greatest_m, geodesic(start, end).distance_m);
        }
    }
    return greatest_m + a.sagitta_m + b.sagitta_m;
}

/// How near two patches come, as a negative distance.
PairValue nearness(const Patch& a, const Patch& b) {
    const double apart_m = geodesic(a.middle, b.middle).distance_m;
    double slack_m = a.radius_m + b.radius_m;
    if (is_convex(a, b, apart_m)) {
        const double rise_m = greatest_between_ends_m(a, b) - apart_m + 2 * (a.sagitta_m + b.sagitta_m);
        slack_m = std::min(slack_m, rise_m + lost_convexity_m(apart_m + slack_m, slack_m));
    }
    return {-apart_m, slack_m};
}

/// How far two patches go apart.
PairValue farness(const Patch& a, const Patch& b) {
    const double apart_m = geodesic(a.middle, b.middle).distance_m;
    double slack_m = a.radius_m + b.radius_m;
    if (is_convex(a, b, apart_m)) {
        const double rise_m = greatest_between_ends_m(a, b) - apart_m;
        slack_m = std::min(slack_m, std::max(0.0, rise_m) + lost_convexity_m(apart_m + slack_m, slack_m));
    }
    return {apart_m, slack_m};
}

double distance_tolerance_m(double distance_m) { return std::max(2.0, 2e-4 * std::abs(distance_m)); }

constexpr int most_distances = 1'000'000;

}  // namespace

LonLat position_at(const Curve& curve, double t) {
    if (const auto* edge = std::get_if<Edge>(&curve)) return between(edge->start, edge->end, t);
    if (const auto* arc = std::get_if<Arc>(&curve)) {
        return destination(arc->centre, arc->start_deg + (arc->end_deg - arc->start_deg) * t, arc->radius_m);
    }
    const Radial& radial = std::get<Radial>(curve);
    return destination(radial.centre, radial.azimuth_deg,
                       radial.start_m + (radial.end_m - radial.start_m) * t);
}

double greatest_length_m(const Curve& curve) {
    return std::visit([](const auto& any) { return length_of(any); }, curve);
}

/// A curve as the tree is made from it: its middle, and how far it reaches from there.
struct Boundary::Item {
    Curve curve;
    LonLat middle;
    Xyz at;
    double reach_m = 0;
};

Boundary::Boundary(const Footprint& footprint, LonLat fallback)
    : m_curves(std::visit([](const auto& any) { return curves_of(any); }, footprint)) {
    if (m_curves.empty()) m_curves.emplace_back(Edge{fallback, fallback});
    build();
}

Boundary::Boundary(LonLat position) : m_curves{Edge{position, position}} { build(); }

void Boundary::build() {
    std::vector<Item> items;
    items.reserve(m_curves.size());
    for (const Curve& curve : m_curves) {
        const LonLat middle = position_at(curve, 0.5);
        items.push_back({curve, middle, to_xyz(middle), greatest_length_m(curve) / 2});
    }
    m_nodes.reserve(2 * items.size());
    add_node(items, 0, static_cast<std::uint32_t>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) m_curves[i] = items[i].curve;
}

std::uint32_t Boundary::add_node(std::vector<Item>& items, std::uint32_t first, std::uint32_t count) {
    const auto index = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.emplace_back();
    if (count == 1) {
        const Item& item = items[first];
        Patch patch{item.middle, item.reach_m, position_at(item.curve, 0), position_at(item.curve, 1)};
        patch.index = first;
        patch.sagitta_m = sagitta_of(item.curve, patch);
        m_nodes[index].patch = patch;
        return index;
    }
    const auto begin = items.begin() + first;
    const auto end = begin + count;

    Xyz low = begin->at;
    Xyz high = begin->at;
    for (auto item = begin; item != end; ++item) {
        low = {std::min(low.x, item->at.x), std::min(low.y, item->at.y), std::min(low.z, item->at.z)};
        high = {std::max(high.x, item->at.x), std::max(high.y, item->at.y), std::max(high.z, item->at.z)};
    }
    const Xyz extent = high - low;
    const double Xyz::*axis = extent.x >= extent.y && extent.x >= extent.z ? &Xyz::x
                              : extent.y >= extent.z                       ? &Xyz::y
                                                                           : &Xyz::z;
    const auto half = begin + count / 2;
    std::nth_element(begin, half, end,
                     [axis](const Item& a, const Item& b) { return a.at.*axis < b.at.*axis; });

    const Xyz centre{(low.x + high.x) / 2, (low.y + high.y) / 2, (low.z + high.z) / 2};
    const auto middle = std::min_element(begin, end, [centre](const Item& a, const Item& b) {
        return dot(a.at - centre, a.at - centre) < dot(b.at - centre, b.at - centre);
    });
    double radius_m = 0;
    for (auto item = begin; item != end; ++item) {
        radius_m = std::max(radius_m, greatest_arc_m(length(item->at - middle->at)) + item->reach_m);
    }
    m_nodes[index].patch = {middle->middle, radius_m, middle->middle, middle->middle, radius_m, index, true};
    const std::uint32_t left = add_node(items, first, count / 2);
    const std::uint32_t right = add_node(items, first + count / 2, count - count / 2);
    m_nodes[index].left = left;
    m_nodes[index].right = right;
    return index;
}

Patch Boundary::half_of(const Patch& patch, bool second) const {
    const Curve& curve = m_curves[patch.index];
    Patch half = patch;
    (second ? half.first : half.last) = patch.middle;
    (second ? half.start : half.end) = (patch.start + patch.end) / 2;
    half.middle = position_at(curve, (half.start + half.end) / 2);
    half.radius_m = patch.radius_m / 2;
    half.sagitta_m = sagitta_of(curve, half);
    return half;
}

Patch Boundary::root() const { return m_nodes.front().patch; }

std::pair<Patch, Patch> Boundary::halves(const Patch& patch) const {
    if (!patch.is_node) return {half_of(patch, false), half_of(patch, true)};
    const Node& node = m_nodes[patch.index];
    return {m_nodes[node.left].patch, m_nodes[node.right].patch};
}

double greatest_over(const Boundary& from, const Boundary& to, double ceiling, int most_pairs,
                     const std::function<double(double)>& tolerance,
                     const std::function<PairValue(const Patch&, const Patch&)>& reach) {
    std::priority_queue<Candidate, std::vector<Candidate>, Worse> queue;
    double best = -HUGE_VAL;
    const auto consider = [&](const Patch& a, const Patch& b) {
        const PairValue found = reach(a, b);
        best = std::max(best, found.value);
        const double bound = std::min(ceiling, found.value + found.slack);
        if (bound > best) queue.push({bound, found.value, a, b});
    };
    consider(from.root(), to.root());
    for (int pairs = 0; !queue.empty() && pairs < most_pairs; ++pairs) {
        const Candidate top = queue.top();
        if (top.bound <= best + tolerance(best)) break;
        queue.pop();
        if (top.from.radius_m >= top.to.radius_m) {
            const auto [first, second] = from.halves(top.from);
            consider(first, top.to);
            consider(second, top.to);
        } else {
            const auto [first, second] = to.halves(top.to);
            consider(top.from, first);
            consider(top.from, second);
        }
    }
    return queue.empty() ? best : std::max(best, queue.top().bound);
}

double least_distance_m(const Boundary& from, const Boundary& to) {
    const double negative = greatest_over(from, to, 0, most_distances, distance_tolerance_m,
                                          [](const Patch& a, const Patch& b) { return nearness(a, b); });
    return std::max(0.0, -negative);
}

double greatest_distance_m(const Boundary& from, const Boundary& to) {
    return greatest_over(from, to, half_meridian_m, most_distances, distance_tolerance_m,
                         [](const Patch& a, const Patch& b) { return farness(a, b); });
}

}  // namespace incidentmap
