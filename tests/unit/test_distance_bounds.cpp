// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <random>
#include <vector>

#include "catch.hpp"
#include "geodesy/distance_bounds.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/xyz.hpp"

using namespace incidentmap;

namespace {

class Dice {
  public:
    explicit Dice(unsigned seed) : m_engine(seed) {}
    double from(double low, double high) {
        return low + (high - low) * (static_cast<double>(m_engine() >> 11) * 0x1p-53);
    }

  private:
    std::mt19937_64 m_engine;
};

/// A star-shaped polygon about a centre that does not come near the antimeridian or a pole.
MultiPolygon star(Dice& dice, LonLat centre, double size_deg, int vertices) {
    Ring ring;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * std::acos(-1.0) * i / vertices;
        const double reach = size_deg * dice.from(0.4, 1);
        ring.push_back({centre.lon + reach * std::cos(angle), centre.lat + reach * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return {{{ring, {}}}};
}

Placed any_shape(Dice& dice, LonLat centre, double size_m) {
    const int kind = static_cast<int>(dice.from(0, 4));
    if (kind == 0)
        return {Circle{centre, size_m}, destination(centre, dice.from(0, 360), size_m * dice.from(0, 1))};
    if (kind == 1) return {Circle{centre, 0}, centre};
    if (kind == 2) {
        const Sector sector{centre, size_m * dice.from(0, 0.9), size_m, dice.from(0, 360), dice.from(5, 360)};
        return {sector,
                destination(centre, sector.start_deg + sector.sweep_deg / 2, (sector.inner_m + size_m) / 2)};
    }
    // Away from its edges the map's polygon serves, cut at the antimeridian and closed over a pole.
    if (std::abs(centre.lon) > 150 || std::abs(centre.lat) > 60) {
        return {outline(Circle{centre, std::max(size_m, 1.0)}), centre};
    }
    return {star(dice, centre, std::min(size_m / 111e3, 20.0), 5 + static_cast<int>(dice.from(0, 30))),
            centre};
}

LonLat any_position_in(Dice& dice, const Placed& placed) {
    const double reach_m = radius_about_m(placed.footprint, placed.likely);
    for (int i = 0; i < 2000; ++i) {
        const LonLat at = destination(placed.likely, dice.from(0, 360), reach_m * std::sqrt(dice.from(0, 1)));
        if (covers(placed.footprint, at)) return at;
    }
    return placed.likely;
}

std::vector<LonLat> edge_of(const Circle& circle, int count) {
    std::vector<LonLat> edge;
    for (int i = 0; i < count; ++i)
        edge.push_back(destination(circle.centre, 360.0 * i / count, circle.radius_m));
    return edge;
}

std::vector<LonLat> edge_of(const Sector& sector, int count) {
    std::vector<LonLat> edge;
    for (int i = 0; i <= count / 3; ++i) {
        const double t = 3.0 * i / count;
        const double azimuth_deg = sector.start_deg + sector.sweep_deg * t;
        edge.push_back(destination(sector.centre, azimuth_deg, sector.outer_m));
        edge.push_back(destination(sector.centre, azimuth_deg, sector.inner_m));
        if (i % 2 == 1) continue;
        const double along_m = sector.inner_m + (sector.outer_m - sector.inner_m) * t;
        edge.push_back(destination(sector.centre, sector.start_deg, along_m));
        edge.push_back(destination(sector.centre, sector.start_deg + sector.sweep_deg, along_m));
    }
    return edge;
}

std::vector<LonLat> edge_of(const MultiPolygon& area, int count) {
    std::vector<LonLat> edge;
    for (const Polygon& polygon : area.polygons) {
        const Ring& ring = polygon.outer;
        const int parts = std::max(1, count / static_cast<int>(ring.size()));
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            for (int k = 0; k < parts; ++k) {
                const double t = static_cast<double>(k) / parts;
                edge.push_back({ring[i].lon + (ring[i + 1].lon - ring[i].lon) * t,
                                ring[i].lat + (ring[i + 1].lat - ring[i].lat) * t});
            }
        }
    }
    return edge;
}

/// Dense positions of a shape: along its edge, and random ones within.
std::vector<LonLat> sample(Dice& dice, const Placed& placed, int count) {
    std::vector<LonLat> positions =
        std::visit([count](const auto& any) { return edge_of(any, count); }, placed.footprint);
    positions.push_back(placed.likely);
    for (int i = 0; i < count / 10; ++i) positions.push_back(any_position_in(dice, placed));
    return positions;
}

bool is_within(const AzimuthSpan& span, double azimuth_deg, double tolerance_deg) {
    if (width_deg(span) >= 360) return true;
    const double turn = wrapped_azimuth(azimuth_deg - span.start_deg);
    return turn <= width_deg(span) + tolerance_deg || turn >= 360 - tolerance_deg;
}

struct Seen {
    double min_m = HUGE_VAL;
    double max_m = 0;
    double least_deg = 0;
    double greatest_deg = 0;
};

/// The slow reference: every pair of sampled positions, the extremes among them.
Seen reference(const std::vector<LonLat>& from, const std::vector<LonLat>& to, const DistanceBounds& bounds) {
    Seen seen;
    for (const LonLat a : from) {
        for (const LonLat b : to) {
            const Geodesic way = geodesic(a, b);
            seen.min_m = std::min(seen.min_m, way.distance_m);
            seen.max_m = std::max(seen.max_m, way.distance_m);
            if (way.distance_m == 0) continue;
            if (!is_within(bounds.azimuth, way.azimuth_deg, 1e-6)) {
                CAPTURE(a.lon, a.lat, b.lon, b.lat, way.azimuth_deg, bounds.azimuth.start_deg,
                        bounds.azimuth.end_deg);
                CHECK(is_within(bounds.azimuth, way.azimuth_deg, 1e-6));
            }
            const double turn = std::remainder(way.azimuth_deg - bounds.azimuth.likely_deg, 360.0);
            seen.least_deg = std::min(seen.least_deg, turn);
            seen.greatest_deg = std::max(seen.greatest_deg, turn);
        }
    }
    return seen;
}

/// The nearest and the farthest of all pairs of vertices, found by their chords through the earth: fast
/// enough for outlines of hundreds of vertices. Chords and geodesics are not quite in one order, so that the
/// extremes may be missed by some metres, but never overstated.
Seen reference_by_chords(const std::vector<LonLat>& from, const std::vector<LonLat>& to) {
    const auto all_xyz = [](const std::vector<LonLat>& positions) {
        std::vector<Xyz> all;
        for (const LonLat position : positions) all.push_back(to_xyz(position));
        return all;
    };
    const std::vector<Xyz> ends = all_xyz(to);
    std::array<std::size_t, 4> found{};
    double least = HUGE_VAL;
    double greatest = -1;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const Xyz start = to_xyz(from[i]);
        for (std::size_t j = 0; j < ends.size(); ++j) {
            const Xyz between = ends[j] - start;
            const double chord = dot(between, between);
            if (chord < least) {
                least = chord;
                found[0] = i;
                found[1] = j;
            }
            if (chord > greatest) {
                greatest = chord;
                found[2] = i;
                found[3] = j;
            }
        }
    }
    Seen seen;
    seen.min_m = geodesic(from[found[0]], to[found[1]]).distance_m;
    seen.max_m = geodesic(from[found[2]], to[found[3]]).distance_m;
    return seen;
}

LonLat any_place(Dice& dice, int i) {
    switch (i % 4) {
        case 0:
            return {dice.from(-180, 180), dice.from(75, 90) * (i % 8 == 0 ? 1 : -1)};
        case 1:
            return {dice.from(176, 180) * (i % 8 == 1 ? 1 : -1), dice.from(-70, 70)};
        default:
            return {dice.from(-140, 140), dice.from(-55, 55)};
    }
}

}  // namespace

TEST_CASE("two exact positions have one distance and one azimuth") {
    const DistanceBounds bounds = distance_bounds({Circle{{43.4734, 36.3193}, 0}, {43.4734, 36.3193}},
                                                  {Circle{{43.9467, 36.2381}, 0}, {43.9467, 36.2381}});
    CHECK(bounds.min_m == Approx(43470).margin(5));
    CHECK(bounds.min_m == bounds.max_m);
    CHECK(bounds.likely_m == bounds.max_m);
    CHECK(bounds.azimuth.start_deg == bounds.azimuth.end_deg);
    CHECK(bounds.azimuth.likely_deg == Approx(101.8).margin(0.05));
    CHECK(bounds.back_azimuth_deg == Approx(282.1).margin(0.05));
}

TEST_CASE(
    "two circles: the distance of the centres less and plus both radii, the inner tangents for azimuths") {
    const LonLat camp{44.2567, 33.5239};
    const LonLat village{44.1547, 33.4631};
    const DistanceBounds bounds =
        distance_bounds({Circle{village, 1000}, village}, {Circle{camp, 2000}, camp});
    CHECK(bounds.min_m == Approx(bounds.likely_m - 3000));
    CHECK(bounds.max_m == Approx(bounds.likely_m + 3000));
    const double half_deg = std::asin(3000 / bounds.likely_m) * 180 / std::acos(-1.0);
    CHECK(width_deg(bounds.azimuth) >= 2 * half_deg);
    CHECK(width_deg(bounds.azimuth) < 2 * half_deg + 0.5);
}

TEST_CASE("shapes that meet have least 0 and every azimuth, whichever holds the other") {
    const LonLat a{44, 33};
    const Placed small{Circle{a, 1000}, a};
    const MultiPolygon box{{{{{43, 32}, {45, 32}, {45, 34}, {43, 34}, {43, 32}},
                             {{{43.5, 32.5}, {43.5, 33.5}, {44.5, 33.5}, {44.5, 32.5}, {43.5, 32.5}}}}}};
    const Placed around{box, {43.2, 32.2}};
    SECTION("a circle within a circle") {
        const DistanceBounds bounds = distance_bounds(small, {Circle{a, 50e3}, {44.1, 33}});
        CHECK(bounds.min_m == 0);
        CHECK(bounds.max_m == Approx(51e3));
        CHECK(width_deg(bounds.azimuth) == 360);
        CHECK_FALSE(compass(bounds.azimuth));
        CHECK(compass_span(bounds.azimuth) == "any direction");
    }
    SECTION("a circle in a polygon's hole does not meet it, yet sees it all around") {
        const DistanceBounds bounds = distance_bounds(small, around);
        CHECK(bounds.min_m == Approx(geodesic(a, {43.5, 33}).distance_m - 1000).margin(20));
        CHECK(width_deg(bounds.azimuth) == 360);
    }
    SECTION("a circle that reaches over the hole's edge") {
        CHECK(distance_bounds({Circle{a, 47e3}, a}, around).min_m == 0);
    }
    SECTION("a sector within a polygon, and the other way round") {
        const Placed sector{Sector{{43.25, 32.25}, 500, 900, 10, 40}, destination({43.25, 32.25}, 30, 700)};
        CHECK(distance_bounds(sector, around).min_m == 0);
        CHECK(distance_bounds(around, sector).min_m == 0);
    }
    SECTION("polygons whose edges cross without holding one another's vertices") {
        const MultiPolygon wide{{{{{0, 4}, {10, 4}, {10, 6}, {0, 6}, {0, 4}}, {}}}};
        const MultiPolygon tall{{{{{4, 0}, {6, 0}, {6, 10}, {4, 10}, {4, 0}}, {}}}};
        CHECK(distance_bounds({wide, {1, 5}}, {tall, {5, 1}}).min_m == 0);
    }
    SECTION("polygons that share an edge") {
        const MultiPolygon east{{{{{45, 32}, {46, 32}, {46, 34}, {45, 34}, {45, 32}}, {}}}};
        CHECK(distance_bounds(around, {east, {45.5, 33}}).min_m == 0);
    }
}

TEST_CASE("of a shape of several parts the nearest and the farthest count") {
    const MultiPolygon two{{{{{10, 0}, {11, 0}, {11, 1}, {10, 1}, {10, 0}}, {}},
                            {{{20, 0}, {21, 0}, {21, 1}, {20, 1}, {20, 0}}, {}}}};
    const DistanceBounds bounds = distance_bounds({Circle{{15, 0.5}, 0}, {15, 0.5}}, {two, {10.5, 0.5}});
    const double near_m = geodesic({15, 0.5}, {11, 0.5}).distance_m;
    const double far_m = geodesic({15, 0.5}, {21, 1}).distance_m;
    CHECK(bounds.min_m <= near_m);
    CHECK(bounds.min_m >= near_m * 0.9998);
    CHECK(bounds.max_m >= far_m);
    CHECK(bounds.max_m <= far_m * 1.0002);
    CHECK(width_deg(bounds.azimuth) > 180);
}

TEST_CASE("shapes either side of the antimeridian are near one another") {
    const DistanceBounds bounds = distance_bounds({Circle{{179.9, 10}, 1000}, {179.9, 10}},
                                                  {outline(Circle{{-179.9, 10}, 1000}), {-179.9, 10}});
    CHECK(bounds.likely_m == Approx(21927).margin(20));
    CHECK(bounds.min_m == Approx(bounds.likely_m - 2000).margin(10));
    CHECK(compass(bounds.azimuth) == std::string{"E"});
}

TEST_CASE("no distance exceeds half a meridian, and an antipode is in every direction") {
    const LonLat a{44, 33};
    const LonLat b = antipode(a);
    const DistanceBounds circles = distance_bounds({Circle{a, 50e3}, a}, {Circle{b, 50e3}, b});
    CHECK(circles.max_m == Approx(half_meridian_m));
    CHECK(circles.min_m == Approx(half_meridian_m - 100e3));
    CHECK(width_deg(circles.azimuth) == 360);
    const DistanceBounds area = distance_bounds({Circle{a, 0}, a}, {outline(Circle{b, 500e3}), b});
    CHECK(area.max_m == Approx(half_meridian_m));
    CHECK(width_deg(area.azimuth) == 360);
}

TEST_CASE("from a place that holds a pole, everything lies in every direction") {
    const DistanceBounds bounds =
        distance_bounds({Circle{{0, 89.9}, 50e3}, {0, 89.9}}, {Circle{{44, 33}, 1000}, {44, 33}});
    CHECK(width_deg(bounds.azimuth) == 360);
    CHECK(bounds.min_m > 6.2e6);
}

TEST_CASE("an empty polygon counts as its likely position, a likely position outside widens the bounds") {
    const LonLat a{44, 33};
    const LonLat b{45, 33};
    const DistanceBounds bounds = distance_bounds({MultiPolygon{}, a}, {Circle{b, 0}, b});
    CHECK(bounds.min_m == bounds.max_m);
    const DistanceBounds outside = distance_bounds({Circle{a, 10}, a}, {Circle{b, 10}, {46, 33}});
    CHECK(outside.max_m == outside.likely_m);
}

TEST_CASE("a slow reference finds no pair beyond the bounds, and comes near them") {
    Dice dice{7};
    constexpr int count = 120;
    int judged = 0;
    for (int i = 0; i < count; ++i) {
        const LonLat centre = any_place(dice, i);
        const double size_m = std::exp(dice.from(std::log(500), std::log(1.5e6)));
        const double apart_m = size_m * std::exp(dice.from(std::log(1.2), std::log(30)));
        const LonLat other = destination(centre, dice.from(0, 360), std::min(apart_m, 19.5e6));
        const Placed from = any_shape(dice, centre, size_m);
        const Placed to = any_shape(dice, other, size_m * dice.from(0.2, 1));
        const DistanceBounds bounds = distance_bounds(from, to);
        CAPTURE(i, from.footprint.index(), to.footprint.index(), centre.lon, centre.lat, other.lon, other.lat,
                size_m);
        CHECK(bounds.min_m <= bounds.likely_m);
        CHECK(bounds.likely_m <= bounds.max_m);

        const std::vector<LonLat> in_from = sample(dice, from, 150);
        const std::vector<LonLat> in_to = sample(dice, to, 150);
        const Seen seen = reference(in_from, in_to, bounds);
        // The samples of a drawn polygon are in it to the last bits only.
        CHECK(seen.min_m >= bounds.min_m - 0.01);
        CHECK(seen.max_m <= bounds.max_m + 0.01);
        // Samples are up to a tenth of the size apart along the edge, and so miss the extremes by little.
        const double missed_m = 0.05 * size_m + 20 + 1e-3 * bounds.max_m;
        CHECK(seen.min_m <= bounds.min_m + missed_m);
        CHECK(seen.max_m >= bounds.max_m - missed_m);
        const bool is_tellable = width_deg(bounds.azimuth) < 300 && bounds.min_m > 0.3 * size_m;
        if (is_tellable) {
            ++judged;
            CHECK(seen.greatest_deg - seen.least_deg >= width_deg(bounds.azimuth) - 3.5);
        }
    }
    CHECK(judged > count / 3);
}

TEST_CASE("of two thousand random pairs none lies beyond the bounds, and the extremes are met") {
    Dice dice{23};
    constexpr int count = 2000;
    constexpr int vertices = 480;
    int apart = 0;
    for (int i = 0; i < count; ++i) {
        const LonLat centre = any_place(dice, i);
        const double size_m = std::exp(dice.from(std::log(200), std::log(800e3)));
        const double apart_m = std::min(size_m * std::exp(dice.from(std::log(0.5), std::log(40))), 15e6);
        const Placed from = any_shape(dice, centre, size_m);
        const Placed to =
            any_shape(dice, destination(centre, dice.from(0, 360), apart_m), size_m * dice.from(0.1, 1));
        const DistanceBounds bounds = distance_bounds(from, to);
        const auto edge = [&](const Placed& placed) {
            auto positions =
                std::visit([&](const auto& shape) { return edge_of(shape, vertices); }, placed.footprint);
            positions.push_back(placed.likely);
            return positions;
        };
        const Seen seen = reference_by_chords(edge(from), edge(to));
        // A half of the way between two vertices, which are up to a twenty-fifth of the size apart.
        const double missed_m = 10 + 1e-3 * bounds.max_m + 0.02 * size_m;
        const bool holds = bounds.min_m <= bounds.likely_m && bounds.likely_m <= bounds.max_m &&
                           seen.min_m >= bounds.min_m - 0.01 && seen.max_m <= bounds.max_m + 0.01;
        const bool is_met = seen.max_m >= bounds.max_m - missed_m &&
                            (bounds.min_m == 0 || seen.min_m <= bounds.min_m + missed_m);
        apart += bounds.min_m > 0 ? 1 : 0;
        if (holds && is_met) continue;
        CAPTURE(i, from.footprint.index(), to.footprint.index(), centre.lon, centre.lat, size_m, apart_m,
                bounds.min_m, bounds.likely_m, bounds.max_m, seen.min_m, seen.max_m);
        CHECK(holds);
        CHECK(is_met);
    }
    CHECK(apart > count / 2);
    CHECK(apart < count);
}

TEST_CASE("the extremes of shapes whose extremes are known are met to 10 m or 0.1 %") {
    Dice dice{11};
    for (int i = 0; i < 200; ++i) {
        const LonLat centre = any_place(dice, i);
        const double size_m = std::exp(dice.from(std::log(1000), std::log(1e6)));
        const double apart_m = std::min(size_m * dice.from(2.1, 12), 12e6);
        const double azimuth_deg = dice.from(0, 360);
        const LonLat other = destination(centre, azimuth_deg, apart_m);
        // A ring is a circle as far as its outer edge goes, and is searched as an edge.
        const Placed ring{Sector{centre, size_m * 0.1, size_m, 0, 360}, destination(centre, 0, size_m / 2)};
        const Placed circle{Circle{other, size_m}, other};
        const DistanceBounds bounds = distance_bounds(ring, circle);
        CAPTURE(i, centre.lon, centre.lat, size_m, apart_m);
        const double least_m = apart_m - 2 * size_m;
        const double greatest_m = apart_m + 2 * size_m;
        CHECK(bounds.min_m <= least_m + 1e-3);
        CHECK(bounds.min_m >= least_m - std::max(10.0, 1e-3 * least_m));
        CHECK(bounds.max_m >= greatest_m - 1e-3);
        CHECK(bounds.max_m <= greatest_m + std::max(10.0, 1e-3 * greatest_m));
    }
}

TEST_CASE("the winds of a span") {
    CHECK(compass(AzimuthSpan{40, 60, 95}) == std::string{"ENE"});
    CHECK_FALSE(compass(AzimuthSpan{0, 45, 90.5}));
    CHECK(compass(AzimuthSpan{330, 10, 50}) == std::string{"N"});
    CHECK(compass_span({40, 60, 95}) == "NE to E");
    CHECK(compass_span({44, 45, 46}) == "NE");
    CHECK(compass_span({330, 10, 50}) == "NNW to NE");
    CHECK(compass_span({0, 77, 337.5}) == "any direction");
    CHECK(compass_span({0, 77, 360}) == "any direction");
    CHECK(width_deg({350, 0, 10}) == 20);
    CHECK(width_deg({10, 10, 10}) == 0);
    CHECK(width_deg({0, 10, 360}) == 360);
}
