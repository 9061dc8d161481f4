// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <random>

#include "catch.hpp"
#include "geodesy/antimeridian.hpp"
#include "geodesy/area.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/map_shapes.hpp"

using namespace incidentmap;

namespace {

/// How far the drawn edge is from the true one at most: edges along the map's own border are not the shape's.
double worst_offset_m(const MultiPolygon& area, LonLat centre, double radius_m) {
    double worst_m = 0;
    const auto measure = [&](const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const LonLat a = ring[i];
            const LonLat b = ring[i + 1];
            if (std::abs(a.lon) == 180 && a.lon == b.lon) continue;
            if (std::abs(a.lat) == 90 && a.lat == b.lat) continue;
            for (const double t : {0.0, 0.13, 0.31, 0.5, 0.77}) {
                const LonLat at{a.lon + (b.lon - a.lon) * t, a.lat + (b.lat - a.lat) * t};
                worst_m = std::max(worst_m, std::abs(geodesic(centre, at).distance_m - radius_m));
            }
        }
    };
    for (const Polygon& polygon : area.polygons) {
        measure(polygon.outer);
        for (const Ring& hole : polygon.holes) measure(hole);
    }
    return worst_m;
}

void check_well_formed(const MultiPolygon& area) {
    for (const Polygon& polygon : area.polygons) {
        REQUIRE(polygon.outer.size() >= 4);
        CHECK(polygon.outer.front() == polygon.outer.back());
        CHECK(twice_signed_area(polygon.outer) > 0);
        for (const LonLat vertex : polygon.outer) CHECK(is_valid(vertex));
        for (const Ring& hole : polygon.holes) {
            CHECK(hole.front() == hole.back());
            CHECK(twice_signed_area(hole) < 0);
            CHECK(ring_covers(polygon.outer, hole.front()));
        }
    }
}

std::mt19937_64& dice() {
    static std::mt19937_64 engine{20240101};
    return engine;
}

double any(double low, double high) {
    return low + (high - low) * (static_cast<double>(dice()() >> 11) * 0x1p-53);
}

LonLat anywhere() { return {any(-180, 180), std::asin(any(-1, 1)) * 180 / std::acos(-1.0)}; }

/// The drawn area and the shape hold the same positions, but for those within the tolerance of the edge.
void check_same_area(const Footprint& shape, double doubt_m, int tries, LonLat centre, double reach_m) {
    const MultiPolygon drawn = outline(shape);
    check_well_formed(drawn);
    int inside = 0;
    for (int i = 0; i < tries; ++i) {
        const LonLat at = destination(centre, any(0, 360), reach_m * std::sqrt(any(0, 1)));
        const bool is_in = covers(shape, at);
        inside += is_in;
        if (covers(Footprint{drawn}, at) == is_in) continue;
        // Only near the edge may they differ.
        bool near_edge = false;
        for (int k = 0; k < 72 && !near_edge; ++k) {
            near_edge = covers(shape, destination(at, 5.0 * k, doubt_m)) != is_in;
        }
        CAPTURE(centre.lon, centre.lat, at.lon, at.lat, is_in);
        CHECK(near_edge);
    }
    CHECK(inside > 0);
}

}  // namespace

TEST_CASE("a circle covers what is within its radius, across the antimeridian and over a pole") {
    const Footprint circle = Circle{{179.9, 0}, 50e3};
    CHECK(covers(circle, {-179.9, 0}));
    CHECK_FALSE(covers(circle, {-179, 0}));
    CHECK(covers(Circle{{44, 89}, 200e3}, {-136, 89.5}));
    CHECK(covers(Circle{{44, 33}, 0}, {44, 33}));
    CHECK_FALSE(covers(Circle{{44, 33}, 0}, {44, 33.0001}));
    CHECK(covers(Circle{{44, 33}, 21e6}, {-136, -33}));
}

TEST_CASE("a sector covers its directions, clockwise, and its distances") {
    const LonLat baghdad{44.4, 33.3};
    const Footprint north = Sector{baghdad, 80e3, 90e3, 315, 90};
    CHECK(covers(north, destination(baghdad, 0, 85e3)));
    CHECK(covers(north, destination(baghdad, 315, 80e3)));
    CHECK(covers(north, destination(baghdad, 45, 90e3)));
    CHECK_FALSE(covers(north, destination(baghdad, 46, 85e3)));
    CHECK_FALSE(covers(north, destination(baghdad, 180, 85e3)));
    CHECK_FALSE(covers(north, destination(baghdad, 0, 79e3)));
    CHECK_FALSE(covers(north, baghdad));
    CHECK(covers(Sector{baghdad, 0, 90e3, 315, 90}, baghdad));
    CHECK(covers(Sector{baghdad, 10e3, 20e3, 77, 360}, destination(baghdad, 200, 15e3)));
}

TEST_CASE("a polygon covers its edge, not its hole, and both sides of the antimeridian") {
    const MultiPolygon area{{{{{170, 0}, {180, 0}, {180, 10}, {170, 10}, {170, 0}},
                              {{{172, 2}, {172, 4}, {174, 4}, {174, 2}, {172, 2}}}}}};
    CHECK(covers(area, {171, 5}));
    CHECK(covers(area, {170, 5}));
    CHECK(covers(area, {-180, 5}));
    CHECK(covers(area, {172, 3}));
    CHECK_FALSE(covers(area, {173, 3}));
    CHECK_FALSE(covers(area, {-179, 5}));
    CHECK_FALSE(covers(MultiPolygon{}, {0, 0}));
}

TEST_CASE("the radius about the likely point reaches the farthest part") {
    const LonLat centre{44.4, 33.3};
    CHECK(radius_about_m(Circle{centre, 3000}, centre) == 3000);
    CHECK(radius_about_m(Circle{centre, 3000}, destination(centre, 90, 1000)) == Approx(4000).margin(1e-6));
    CHECK(radius_about_m(Circle{centre, 0}, centre) == 0);
    CHECK(radius_about_m(Circle{centre, 19.99e6}, destination(centre, 1, 5e5)) == half_meridian_m);
    CHECK(radius_about_m(MultiPolygon{}, centre) == 0);
    const LonLat likely = destination(centre, 0, 85e3);
    const Sector sector{centre, 80e3, 90e3, 315, 90};
    const double corner_m = geodesic(likely, destination(centre, 315, 90e3)).distance_m;
    CHECK(radius_about_m(sector, likely) >= corner_m);
    CHECK(radius_about_m(sector, likely) <= corner_m + 12);
    const MultiPolygon box{{{{{44, 33}, {45, 33}, {45, 34}, {44, 34}, {44, 33}}, {}}}};
    const double far_m = geodesic({44, 33}, {45, 34}).distance_m;
    CHECK(radius_about_m(box, {44, 33}) >= far_m);
    CHECK(radius_about_m(box, {44, 33}) <= far_m * 1.0002);
}

TEST_CASE("a possible area that is a circle has no more vertices than 1 % of its radius needs") {
    for (const LonLat centre : {LonLat{44, 36.2}, LonLat{-74, 4.7}, LonLat{179.99, -17}, LonLat{20, 78}}) {
        for (const double radius_m : {5.0, 3000.0, 50e3, 400e3}) {
            CAPTURE(centre.lon, centre.lat, radius_m);
            const MultiPolygon drawn = map_outline(Circle{centre, radius_m});
            std::size_t vertices = 0;
            for (const Polygon& polygon : drawn.polygons) vertices += polygon.outer.size() - 1;
            CHECK(vertices <= 64);
            CHECK(worst_offset_m(drawn, centre, radius_m) <= 0.01 * radius_m + 1e-6);
            check_well_formed(drawn);
        }
    }
    CHECK(map_outline(Circle{{44, 36.2}, 3000}).polygons[0].outer.size() == 25);
    CHECK(map_outline(Circle{{44, 33}, 0}).polygons.empty());
    const Sector sector{{44, 33}, 10e3, 20e3, 0, 90};
    CHECK(map_outline(sector) == outline(sector));
}

TEST_CASE("the area of a circle is that of the circle, not of the polygon that draws it") {
    for (const double lat : {0.0, 33.0, -62.0, 89.9}) {
        for (const double radius_m : {10.0, 3000.0, 50e3, 400e3}) {
            CAPTURE(lat, radius_m);
            const Footprint circle = Circle{{44, lat}, radius_m};
            CHECK(map_area_km2(circle) == Approx(area_km2(outline(circle, radius_m / 1e5))).epsilon(2e-3));
        }
    }
    CHECK(map_area_km2(Footprint{Circle{{44, 33}, 1000}}) == Approx(std::acos(-1.0)).epsilon(1e-6));
}

TEST_CASE("a small circle is drawn with 64 vertices, a large one with as many as it needs") {
    const LonLat erbil{44.0, 36.2};
    const MultiPolygon small = outline(Circle{erbil, 3000});
    REQUIRE(small.polygons.size() == 1);
    CHECK(small.polygons[0].outer.size() == 65);
    CHECK(worst_offset_m(small, erbil, 3000) < 15);
    const MultiPolygon large = outline(Circle{erbil, 1e6});
    CHECK(large.polygons[0].outer.size() > 200);
    CHECK(worst_offset_m(large, erbil, 1e6) < 100);
    CHECK(worst_offset_m(outline(Circle{erbil, 1e6}, 1000), erbil, 1e6) < 1000);
    check_well_formed(large);
}

TEST_CASE("a circle across the antimeridian is cut in two, and its box has west greater than east") {
    const MultiPolygon area = distance_ring({179.5, -18}, 300e3);
    REQUIRE(area.polygons.size() == 2);
    check_well_formed(area);
    CHECK(worst_offset_m(area, {179.5, -18}, 300e3) < 100);
    const auto box = bbox(area);
    CHECK(box->west == Approx(176.67).margin(0.02));
    CHECK(box->east == Approx(-177.67).margin(0.02));
}

TEST_CASE("a circle over a pole is a cap from -180 to 180") {
    for (const LonLat centre :
         {LonLat{44, 85}, LonLat{-170, 85}, LonLat{0, 90}, LonLat{44, 90}, LonLat{180, 88}}) {
        CAPTURE(centre.lon, centre.lat);
        const MultiPolygon area = distance_ring(centre, 1.5e6);
        REQUIRE(area.polygons.size() == 1);
        check_well_formed(area);
        CHECK(worst_offset_m(area, centre, 1.5e6) < 100);
        const auto box = bbox(area);
        CHECK(box->west == -180);
        CHECK(box->east == 180);
        CHECK(box->north == 90);
        CHECK(box->south > 70);
    }
    CHECK(bbox(distance_ring({0, -90}, 1e6))->south == -90);
}

TEST_CASE("a circle that holds both poles is the world with a hole") {
    const MultiPolygon area = distance_ring({44, 10}, 15e6);
    check_well_formed(area);
    CHECK(*bbox(area) == Box{-180, -90, 180, 90});
    CHECK(covers(area, {44, 10}));
    CHECK(covers(area, {0, 90}));
    CHECK(covers(area, {0, -90}));
    CHECK_FALSE(covers(area, {-136, -10}));
    // The hole lies across the antimeridian here, and is a notch on either side.
    const MultiPolygon notched = distance_ring({0, 0}, 15e6);
    check_well_formed(notched);
    CHECK_FALSE(covers(notched, {180, 0}));
    CHECK_FALSE(covers(notched, {-179, 1}));
    CHECK(covers(notched, {100, 0}));
}

TEST_CASE("circles without extent and beyond the earth's are defined") {
    CHECK(outline(Circle{{44, 33}, 0}).polygons.empty());
    CHECK(*bbox(outline(Circle{{44, 33}, 20.1e6})) == Box{-180, -90, 180, 90});
    CHECK(covers(outline(Circle{{44, 33}, 20.1e6}), {-136, -33}));
    CHECK(outline(Sector{{44, 33}, 10, 10, 0, 90}).polygons.empty());
    CHECK(outline(Sector{{44, 33}, 0, 10, 0, 0}).polygons.empty());
    CHECK(outline(Circle{{44, 33}, 0.5}).polygons.size() == 1);
}

TEST_CASE("a circle whose edge runs through a pole, or beside it, is drawn") {
    for (const double lat : {60.0, -60.0}) {
        const double pole_m = geodesic({20, lat}, {20, std::copysign(90, lat)}).distance_m;
        for (const double more_m : {-1000.0, -1.0, -0.001, 0.0, 0.001, 1.0, 1000.0}) {
            CAPTURE(lat, more_m);
            const MultiPolygon area = distance_ring({20, lat}, pole_m + more_m);
            check_well_formed(area);
            CHECK(area.polygons.size() == 1);
            CHECK(worst_offset_m(area, {20, lat}, pole_m) < 1100);
        }
    }
}

TEST_CASE("a sector is drawn with both arcs and both sides, a ring with a hole") {
    const LonLat baghdad{44.4, 33.3};
    const MultiPolygon sector = outline(Sector{baghdad, 80e3, 90e3, 315, 90});
    REQUIRE(sector.polygons.size() == 1);
    CHECK(sector.polygons[0].holes.empty());
    check_same_area(Sector{baghdad, 80e3, 90e3, 315, 90}, 110, 2000, baghdad, 95e3);
    const MultiPolygon ring = outline(Sector{baghdad, 80e3, 90e3, 0, 360});
    REQUIRE(ring.polygons.size() == 1);
    CHECK(ring.polygons[0].holes.size() == 1);
    check_well_formed(ring);
}

TEST_CASE("random circles and sectors are drawn as the areas that they are") {
    for (int i = 0; i < 60; ++i) {
        const LonLat centre = i % 3 == 0   ? LonLat{any(-180, 180), any(80, 90) * (i % 2 ? 1 : -1)}
                              : i % 3 == 1 ? LonLat{any(175, 180) * (i % 2 ? 1 : -1), any(-80, 80)}
                                           : anywhere();
        const double radius_m = std::exp(any(std::log(1e3), std::log(19e6)));
        CAPTURE(i, centre.lon, centre.lat, radius_m);
        check_same_area(Circle{centre, radius_m}, 200, 150, centre, std::min(19.9e6, 1.3 * radius_m));
        const double start_deg = i % 4 == 0 ? 90 * std::floor(any(0, 4)) : any(0, 360);
        const Sector sector{centre, radius_m * any(-0.5, 0.9), radius_m, start_deg, any(1, 359)};
        check_same_area(Sector{centre, std::max(0.0, sector.inner_m), radius_m, start_deg, sector.sweep_deg},
                        200, 300, centre, std::min(19.9e6, 1.1 * radius_m));
    }
}
