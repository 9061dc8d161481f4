// SPDX-License-Identifier: MIT
/// Where positions stand on a page.
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "writer/picture/map_view.hpp"

using namespace incidentmap;

namespace {

const PageBox frame{10, 20, 400, 300};

MapView view_of(LonLat middle, double radius_m) {
    return MapView(frame, {Geometry{outline(Circle{middle, radius_m})}}, 1'000);
}

double pixels(PagePoint a, PagePoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

TEST_CASE("a circle on the ground is a circle on the page, wherever it is") {
    for (const LonLat middle :
         {LonLat{44.4, 33.3}, LonLat{179.9, -16}, LonLat{-180, 65}, LonLat{20, 89.5}, LonLat{0, -90}}) {
        CAPTURE(middle.lon, middle.lat);
        const double radius_m = 150'000;
        const MapView view = view_of(middle, radius_m);
        const PagePoint centre = view.at(middle);
        CHECK(pixels(centre, {frame.left + frame.width / 2, frame.top + frame.height / 2}) < 1.5);
        for (int azimuth = 0; azimuth < 360; azimuth += 15) {
            const double reach = pixels(centre, view.at(destination(middle, azimuth, radius_m)));
            CHECK(reach == Approx(radius_m / view.metres_a_pixel()).epsilon(0.005));
        }
    }
}

TEST_CASE("all that is shown lies within the frame, north up") {
    const std::vector<Geometry> shown{Geometry{LonLat{43, 30}}, Geometry{LonLat{48, 37}},
                                      Geometry{LonLat{38.7, 33}}};
    const MapView view(frame, shown, 1'000);
    for (const Geometry& geometry : shown) {
        const PagePoint there = view.at(std::get<LonLat>(geometry));
        CHECK(there.x > frame.left);
        CHECK(there.x < frame.right());
        CHECK(there.y > frame.top);
        CHECK(there.y < frame.bottom());
    }
    CHECK(view.at({43, 37}).y < view.at({43, 30}).y);
    CHECK(view.at({38.7, 33}).x < view.at({48, 33}).x);
}

TEST_CASE("what lies far apart lies within the frame too") {
    const std::vector<Geometry> shown{LonLat{-76.5, 3.4}, LonLat{32.5, 15.6}, LonLat{36.2, 50},
                                      LonLat{30.7, 46.5}};
    for (const PageBox frame : {PageBox{16, 65, 968, 613}, PageBox{0, 0, 300, 500}}) {
        const MapView view(frame, shown, 100'000);
        for (const Geometry& place : shown) {
            const PagePoint there = view.at(std::get<LonLat>(place));
            CHECK(there.x > frame.left + 10);
            CHECK(there.x < frame.right() - 10);
            CHECK(there.y > frame.top + 10);
            CHECK(there.y < frame.bottom() - 10);
        }
    }
}

TEST_CASE("the box of a view holds its corners, and crosses the antimeridian where the view does") {
    const Box home = view_of({44.4, 33.3}, 100'000).box();
    CHECK(home.west < 43.4);
    CHECK(home.east > 45.4);
    CHECK(home.south < 32.5);
    CHECK(home.north > 34.1);
    CHECK(home.west > 40);
    CHECK(home.east < 49);

    const Box over = view_of({179.9, -16}, 100'000).box();
    CHECK(over.west > 170);
    CHECK(over.east < -170);

    const Box pole = view_of({20, 89.5}, 150'000).box();
    CHECK(pole.west == -180);
    CHECK(pole.east == 180);
    CHECK(pole.north == 90);
}

TEST_CASE("one point is shown with some ground around it, and nothing at all is the world") {
    const MapView point(frame, {Geometry{LonLat{44.4, 33.3}}}, 20'000);
    CHECK(point.metres_a_pixel() * frame.height == Approx(20'000));
    const MapView world(frame, {}, 20'000);
    CHECK(world.metres_a_pixel() * frame.height > 20'000'000);
}

TEST_CASE("an area that was cut at the antimeridian has no border there") {
    const MultiPolygon cut = outline(Circle{{180, 10}, 200'000});
    REQUIRE(cut.polygons.size() == 2);
    const MapView view = view_of({180, 10}, 200'000);
    const PagePoint middle = view.at({180, 10});
    for (const PagePath& border : view.borders(cut)) {
        for (const PagePoint point : border) CHECK(pixels(point, middle) > 50);
        // No straight way across: its vertices follow one another closely.
        for (std::size_t i = 1; i < border.size(); ++i) CHECK(pixels(border[i - 1], border[i]) < 30);
    }
    CHECK(view.rings(cut).size() == 2);
}
