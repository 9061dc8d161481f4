// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "geodesy/antimeridian.hpp"

using namespace incidentmap;

TEST_CASE("a line is cut where its longitudes run beyond the antimeridian") {
    const MultiLine cut = cut_line({{170, 0}, {190, 20}});
    CHECK(cut.lines == std::vector<Line>{{{170, 0}, {180, 10}}, {{-180, 10}, {-170, 20}}});
    const MultiLine west = cut_line({{-170, 0}, {-190, 20}});
    CHECK(west.lines == std::vector<Line>{{{-170, 0}, {-180, 10}}, {{180, 10}, {170, 20}}});
}

TEST_CASE("a line with a vertex on the antimeridian is cut at that vertex") {
    const MultiLine cut = cut_line({{170, 0}, {180, 4}, {190, 20}});
    CHECK(cut.lines == std::vector<Line>{{{170, 0}, {180, 4}}, {{-180, 4}, {-170, 20}}});
}

TEST_CASE("a line that touches the antimeridian and turns back stays whole") {
    CHECK(cut_line({{170, 0}, {180, 4}, {175, 9}}).lines ==
          std::vector<Line>{{{170, 0}, {180, 4}, {175, 9}}});
    CHECK(cut_line({{180, 0}, {180, 4}}).lines == std::vector<Line>{{{180, 0}, {180, 4}}});
    CHECK(cut_line({{-180, 0}, {-170, 4}}).lines == std::vector<Line>{{{-180, 0}, {-170, 4}}});
    CHECK(cut_line({{180, 0}, {190, 4}}).lines == std::vector<Line>{{{-180, 0}, {-170, 4}}});
}

TEST_CASE("a polygon across the antimeridian becomes two, counter-clockwise") {
    const MultiPolygon cut = cut_polygon({{{170, 0}, {-170, 0}, {-170, 10}, {170, 10}, {170, 0}}, {}});
    REQUIRE(cut.polygons.size() == 2);
    for (const Polygon& polygon : cut.polygons) {
        CHECK(twice_signed_area(polygon.outer) == Approx(2 * 100));
        CHECK(polygon.outer.front() == polygon.outer.back());
    }
    const auto box = bbox(cut);
    REQUIRE(box);
    CHECK(*box == Box{170, 0, -170, 10});
}

TEST_CASE("the same polygon wound the other way is cut to the same area") {
    const MultiPolygon cut = cut_polygon({{{170, 0}, {170, 10}, {-170, 10}, {-170, 0}, {170, 0}}, {}});
    REQUIRE(cut.polygons.size() == 2);
    CHECK(twice_signed_area(cut.polygons[0].outer) + twice_signed_area(cut.polygons[1].outer) == Approx(400));
}

TEST_CASE("a hole across the antimeridian becomes a notch in both parts") {
    const MultiPolygon cut = cut_polygon({{{160, 0}, {-160, 0}, {-160, 10}, {160, 10}, {160, 0}},
                                          {{{175, 4}, {-175, 4}, {-175, 6}, {175, 6}, {175, 4}}}});
    REQUIRE(cut.polygons.size() == 2);
    double area = 0;
    for (const Polygon& polygon : cut.polygons) {
        CHECK(polygon.holes.empty());
        area += twice_signed_area(polygon.outer) / 2;
    }
    CHECK(area == Approx(400 - 20));
}

TEST_CASE("a hole on one side stays a hole, clockwise, in the part that holds it") {
    const MultiPolygon cut = cut_polygon({{{160, 0}, {-160, 0}, {-160, 10}, {160, 10}, {160, 0}},
                                          {{{165, 4}, {170, 4}, {170, 6}, {165, 6}, {165, 4}}}});
    REQUIRE(cut.polygons.size() == 2);
    std::size_t holes = 0;
    for (const Polygon& polygon : cut.polygons) {
        for (const Ring& hole : polygon.holes) {
            ++holes;
            CHECK(twice_signed_area(hole) < 0);
            CHECK(ring_covers(polygon.outer, hole.front()));
        }
    }
    CHECK(holes == 1);
}

TEST_CASE("a ring about a pole is closed along the pole") {
    const MultiPolygon north = cut_polygon({{{-120, 70}, {0, 75}, {120, 70}, {-120, 70}}, {}});
    REQUIRE(north.polygons.size() == 1);
    CHECK(*bbox(north) == Box{-180, 70, 180, 90});
    CHECK(twice_signed_area(north.polygons[0].outer) > 0);
    const MultiPolygon south = cut_polygon({{{-120, -70}, {0, -75}, {120, -70}, {-120, -70}}, {}});
    REQUIRE(south.polygons.size() == 1);
    CHECK(*bbox(south) == Box{-180, -90, 180, -70});
    CHECK(twice_signed_area(south.polygons[0].outer) > 0);
}

TEST_CASE("all the world but an island is the world with a hole") {
    const MultiPolygon area = cut_rings({{{10, 0}, {10, 10}, {20, 10}, {20, 0}, {10, 0}}});
    REQUIRE(area.polygons.size() == 1);
    CHECK(area.polygons[0].holes.size() == 1);
    CHECK(*bbox(area) == Box{-180, -90, 180, 90});
}

TEST_CASE("what is already cut, or ends at the antimeridian, comes back whole") {
    const Polygon east{{{170, 0}, {180, 0}, {180, 10}, {170, 10}, {170, 0}}, {}};
    REQUIRE(cut_polygon(east).polygons.size() == 1);
    CHECK(twice_signed_area(cut_polygon(east).polygons[0].outer) == Approx(200));
    const Polygon world{{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}, {-180, -90}}, {}};
    REQUIRE(cut_polygon(world).polygons.size() == 1);
    CHECK(cut_polygon(world).polygons[0] == world);
    const Polygon antarctica{{{-180, -90}, {180, -90}, {180, -80}, {0, -70}, {-180, -80}, {-180, -90}}, {}};
    REQUIRE(cut_polygon(antarctica).polygons.size() == 1);
    CHECK(twice_signed_area(cut_polygon(antarctica).polygons[0].outer) == Approx(2 * 15 * 360));
}

TEST_CASE("the box of a point, a line, two far islands and nothing") {
    CHECK(*bbox(LonLat{44, 33}) == Box{44, 33, 44, 33});
    CHECK(*bbox(MultiLine{{{{44, 33}, {46, 31}}}}) == Box{44, 31, 46, 33});
    const MultiPolygon islands{
        {{{{-170, 0}, {-169, 0}, {-169, 1}, {-170, 0}}, {}}, {{{170, 5}, {171, 5}, {171, 6}, {170, 5}}, {}}}};
    CHECK(*bbox(islands) == Box{-170, 0, 171, 6});
    CHECK_FALSE(bbox(std::monostate{}));
    CHECK_FALSE(bbox(MultiPolygon{}));
}

TEST_CASE("wound turns outer rings counter-clockwise and holes clockwise") {
    const MultiPolygon area =
        wound({{{{{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}}, {{{2, 2}, {4, 2}, {4, 4}, {2, 4}, {2, 2}}}}}});
    CHECK(twice_signed_area(area.polygons[0].outer) > 0);
    CHECK(twice_signed_area(area.polygons[0].holes[0]) < 0);
}

TEST_CASE("a ring covers its edge and its corners, and holds neither") {
    const Ring ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
    for (const LonLat edge : {LonLat{5, 0}, LonLat{10, 10}, LonLat{0, 3}, LonLat{0, 0}}) {
        CHECK(ring_covers(ring, edge));
        CHECK_FALSE(ring_holds(ring, edge));
    }
    CHECK(ring_holds(ring, {5, 5}));
    CHECK_FALSE(ring_covers(ring, {11, 5}));
    CHECK_FALSE(ring_covers(ring, {-1, 10}));
    CHECK_FALSE(ring_covers(ring, {-1, 0}));
}
