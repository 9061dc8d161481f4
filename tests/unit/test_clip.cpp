// SPDX-License-Identifier: MIT
#include <cmath>
#include <numbers>

#include "catch.hpp"
#include "geodesy/clip.hpp"

using namespace incidentmap;

namespace {

/// A square from west, south to east, north.
MultiPolygon square(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

double twice_area(const MultiPolygon& area) {
    double sum = 0;
    for (const Polygon& polygon : area.polygons) {
        sum += twice_signed_area(polygon.outer);
        for (const Ring& hole : polygon.holes) sum += twice_signed_area(hole);
    }
    return sum;
}

}  // namespace

TEST_CASE("An area is cut to what of it lies in a box") {
    CHECK(twice_area(clipped(square(0, 0, 10, 10), {5, 5, 20, 20})) == Approx(50));
    CHECK(twice_area(clipped(square(0, 0, 10, 10), {-1, -1, 20, 20})) == Approx(200));
    CHECK(clipped(square(0, 0, 10, 10), {20, 20, 30, 30}).polygons.empty());
    CHECK(clipped(square(0, 0, 10, 10), {10, 0, 30, 30}).polygons.empty());
    CHECK(clipped({}, {0, 0, 1, 1}).polygons.empty());
}

TEST_CASE("A hole stays one, and a shape of two arms becomes two parts") {
    MultiPolygon ring = square(0, 0, 10, 10);
    ring.polygons.front().holes.push_back({{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}});
    const MultiPolygon whole = clipped(ring, {-1, -1, 11, 11});
    REQUIRE(whole.polygons.size() == 1);
    CHECK(whole.polygons.front().holes.size() == 1);
    CHECK(twice_area(whole) == Approx(192));
    const MultiPolygon arms = clipped(ring, {-1, 4.5, 11, 5.5});
    CHECK(arms.polygons.size() == 2);
    CHECK(twice_area(arms) == Approx(16));
}

TEST_CASE("A box across the antimeridian takes both sides of it") {
    MultiPolygon area = square(170, 0, 180, 10);
    area.polygons.push_back(square(-180, 0, -170, 10).polygons.front());
    CHECK(twice_area(clipped(area, {175, -5, -175, 20})) == Approx(200));
}

TEST_CASE("A star of thousands of spikes is cut as any area is") {
    // 20,000 spikes of the length of the star: every edge's box lies across most others'.
    constexpr int spikes = 20'000;
    Ring star;
    for (int i = 0; i < 2 * spikes; ++i) {
        const double angle = std::numbers::pi * i / spikes;
        const double far = i % 2 == 0 ? 0.4 : 1.0;
        star.push_back({44 + far * std::cos(angle), 35 + far * std::sin(angle)});
    }
    star.push_back(star.front());
    Polygon polygon{star, {{{43.9, 34.9}, {43.9, 35.1}, {44.1, 35.1}, {44.1, 34.9}, {43.9, 34.9}}}};
    const MultiPolygon area{{polygon}};
    const double whole = twice_area(clipped(area, {40, 30, 50, 40}));
    CHECK(whole == Approx(twice_area(wound(area))).epsilon(1e-9));
    // A half of it, and a quarter; the hole is cut with it.
    CHECK(twice_area(clipped(area, {44, 30, 50, 40})) == Approx(whole / 2).epsilon(1e-3));
    CHECK(twice_area(clipped(area, {44, 35, 50, 40})) == Approx(whole / 4).epsilon(1e-3));
    CHECK(twice_area(clipped(area, {43.95, 34.95, 44.05, 35.05})) == Approx(0).margin(1e-9));
    CHECK(clipped(area, {0, 0, 10, 10}).polygons.empty());
}

TEST_CASE("An area that crosses itself is mended") {
    const MultiPolygon bow{{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}}}};
    CHECK(twice_area(clipped(bow, {-1, -1, 11, 11})) == Approx(100));
}
