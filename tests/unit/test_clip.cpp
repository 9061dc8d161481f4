// SPDX-License-Identifier: MIT
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

TEST_CASE("An area that crosses itself is mended") {
    const MultiPolygon bow{{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}}}};
    CHECK(twice_area(clipped(bow, {-1, -1, 11, 11})) == Approx(100));
}
