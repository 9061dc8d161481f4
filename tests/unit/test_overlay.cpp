// SPDX-License-Identifier: MIT
/// Areas made of areas: what circles, sectors and polygons have in common, and bands along lines.
#include <cmath>
#include <numbers>

#include "catch.hpp"
#include "geodesy/area.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/overlay.hpp"

using namespace incidentmap;
using Catch::Detail::Approx;

namespace {

MultiPolygon box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

double area_of(const Footprint& footprint) { return area_km2(outline(footprint, 1)); }

constexpr double pi = std::numbers::pi;

}  // namespace

TEST_CASE("Two circles have the lens between them in common, as the formula of plane circles has it") {
    const LonLat a{44, 33};
    const double r = 10;  // km
    const double d = 12;
    const LonLat b = destination(a, 70, d * 1000);
    const double lens = 2 * r * r * std::acos(d / (2 * r)) - d / 2 * std::sqrt(4 * r * r - d * d);
    CHECK(area_km2(overlap(Circle{a, r * 1000}, Circle{b, r * 1000})) == Approx(lens).epsilon(0.01));
    CHECK(area_km2(remainder(Circle{a, r * 1000}, Circle{b, r * 1000})) ==
          Approx(pi * r * r - lens).epsilon(0.01));
}

TEST_CASE("What does not meet has nothing in common, and what lies within is whole") {
    const Circle small{{44, 33}, 5'000};
    CHECK(overlap(small, Circle{{45, 33}, 5'000}).polygons.empty());
    CHECK(overlap(small, box(43, 32, 45, 34)).polygons.size() == 1);
    CHECK(area_km2(overlap(small, box(43, 32, 45, 34))) == Approx(area_of(small)).epsilon(0.001));
    CHECK(remainder(small, box(43, 32, 45, 34)).polygons.empty());
    CHECK(overlap(small, MultiPolygon{}).polygons.empty());
}

TEST_CASE("An overlap is right across the antimeridian, in both of its halves, and about a pole") {
    const Circle circle{{179.99, -17}, 20'000};
    const MultiPolygon east_of_it = box(-180, -18, -179, -16);
    const MultiPolygon west_of_it = box(179, -18, 180, -16);
    const double whole = area_of(circle);
    const double east = area_km2(overlap(circle, east_of_it));
    const double west = area_km2(overlap(circle, west_of_it));
    CHECK(east + west == Approx(whole).epsilon(0.002));
    CHECK(west > east);
    const MultiPolygon both = overlap(circle, Circle{{-179.99, -17}, 20'000});
    CHECK(both.polygons.size() == 2);  // cut at the antimeridian
    for (const Polygon& polygon : both.polygons) {
        for (LonLat position : polygon.outer) CHECK(std::abs(position.lon) <= 180);
    }
    const double cap = area_km2(overlap(Circle{{0, 90}, 100'000}, Circle{{90, 89.9}, 300'000}));
    CHECK(cap == Approx(pi * 100 * 100).epsilon(0.01));
}

TEST_CASE("A polygon's hole stays a hole") {
    MultiPolygon ring = box(43, 32, 45, 34);
    ring.polygons[0].holes.push_back({{43.9, 32.9}, {43.9, 33.1}, {44.1, 33.1}, {44.1, 32.9}, {43.9, 32.9}});
    const MultiPolygon cut = overlap(Circle{{44, 33}, 40'000}, ring);
    REQUIRE(cut.polygons.size() == 1);
    CHECK(cut.polygons[0].holes.size() == 1);
    CHECK_FALSE(covers(cut, {44, 33}));
    CHECK(covers(cut, {44.2, 33}));
}

TEST_CASE("A band has its width on both sides of the way, and round ends") {
    const LonLat from{43.68, 34.6};
    const LonLat to{43.49, 34.93};
    const double length_km = geodesic(from, to).distance_m / 1000;
    const MultiPolygon band = band_between(from, to, 4'000);
    CHECK(area_km2(band) == Approx(length_km * 8 + pi * 16).epsilon(0.01));
    const Geodesic way = geodesic(from, to);
    const LonLat middle = destination(from, way.azimuth_deg, way.distance_m / 2);
    CHECK(covers(band, destination(middle, way.azimuth_deg + 90, 3'900)));
    CHECK_FALSE(covers(band, destination(middle, way.azimuth_deg + 90, 4'100)));
    CHECK(covers(band, destination(from, way.azimuth_deg + 180, 3'900)));
    CHECK_FALSE(covers(band_between(from, to, 4'000), destination(from, way.azimuth_deg + 180, 4'100)));
}

TEST_CASE("A border is the edge that two areas share, and only that") {
    const MultiPolygon west = box(43, 32, 44, 33);
    const MultiPolygon east = box(44, 32, 45, 33);
    const Footprint beside = east;
    const MultiPolygon border = band_along_edge(west, &beside, 2'000);
    CHECK(covers(border, {44.0, 32.5}));
    CHECK(covers(border, {44.01, 32.5}));
    CHECK_FALSE(covers(border, {43.0, 32.5}));
    CHECK_FALSE(covers(border, {43.5, 32.0}));
    CHECK(covers(band_along_edge(west, nullptr, 2'000), {43.0, 32.5}));
    const Footprint far = box(50, 32, 51, 33);
    CHECK(band_along_edge(west, &far, 2'000).polygons.empty());
}

TEST_CASE("The north, the middle and a corner of an area are shares of its extent") {
    const MultiPolygon area = box(43, 32, 45, 34);
    const double whole = area_km2(area);
    const MultiPolygon north = part_towards(area, 0, 0.4);
    CHECK(area_km2(north) == Approx(0.4 * whole).epsilon(0.02));
    CHECK(covers(north, {44, 33.3}));
    CHECK_FALSE(covers(north, {44, 33.1}));
    CHECK(covers(part_towards(area, 90, 0.4), {44.9, 32.1}));
    CHECK(covers(part_towards(area, 45, 0.4), {44.8, 33.8}));
    CHECK_FALSE(covers(part_towards(area, 45, 0.4), {43.5, 32.5}));
    CHECK(area_km2(middle_part(area, 0.4)) == Approx(0.16 * whole).epsilon(0.02));
    CHECK(covers(middle_part(area, 0.4), {44, 33}));
}

TEST_CASE("A position within an area lies in it, also where its middle does not") {
    MultiPolygon horseshoe{{{{{43, 32},
                              {45, 32},
                              {45, 34},
                              {44.5, 34},
                              {44.5, 32.5},
                              {43.5, 32.5},
                              {43.5, 34},
                              {43, 34},
                              {43, 32}},
                             {}}}};
    CHECK(covers(horseshoe, position_within(horseshoe)));
    horseshoe.polygons.push_back(box(50, 32, 50.01, 32.01).polygons[0]);
    CHECK(position_within(horseshoe).lon < 46);
}

TEST_CASE("The edge of a star of thousands of spikes has its band") {
    constexpr int spikes = 1'500;
    Ring ring;
    for (int i = 0; i < 2 * spikes; ++i) {
        const double angle = pi * i / spikes;
        const double far = i % 2 == 0 ? 0.4 : 1.0;
        ring.push_back({44 + far * std::cos(angle), 35 + far * std::sin(angle)});
    }
    ring.push_back(ring.front());
    const MultiPolygon star{{{ring, {}}}};
    const MultiPolygon band = band_along_edge(star, nullptr, 10'000);
    CHECK(band.polygons.size() == 1);
    for (const double azimuth : {0.0, 90.0, 133.0, 180.0, 270.0}) {
        // Along a meridian a degree is 110.9 km there, along the parallel 91.3 km.
        const double at = azimuth * pi / 180;
        const double degree_m = 1 / std::hypot(std::sin(at) / 91'290, std::cos(at) / 110'940);
        const auto position = [&](double metres) { return destination({44, 35}, azimuth, metres); };
        CHECK(covers(band, position(1.0 * degree_m + 8'000)));
        CHECK_FALSE(covers(band, position(1.0 * degree_m + 12'000)));
        CHECK(covers(band, position(0.7 * degree_m)));
        CHECK(covers(band, position(0.4 * degree_m - 8'000)));
        CHECK_FALSE(covers(band, position(0.4 * degree_m - 12'000)));
    }
}
