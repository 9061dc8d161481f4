// SPDX-License-Identifier: MIT
#include "build_map.hpp"
#include "catch.hpp"
#include "stored/shown_extent.hpp"

using namespace incidentmap;

TEST_CASE("what a frame does not hold lies outside of the map, also across the antimeridian") {
    const ShownPositions sudan(Box{21.8, 8.7, 38.6, 22.2});
    CHECK(sudan.has_outside());
    CHECK(!sudan.is_outside({32.5, 15.6}));
    CHECK(sudan.is_outside({32.5, 22.3}));
    CHECK(sudan.is_outside({38.7, 15.6}));
    const ShownPositions fiji(Box{176, -20, -178, -15});
    CHECK(!fiji.is_outside({179.9, -17}));
    CHECK(!fiji.is_outside({-179.9, -17}));
    CHECK(fiji.is_outside({-177, -17}));
    CHECK(fiji.is_outside({175, -17}));
}

TEST_CASE(
    "of a build, what lies far from all others lies outside of its map, and nothing where all are near") {
    const std::string head = "report_id,event_date,latitude,longitude,coordinates_uncertainty_m\n";
    std::string near;
    for (int i = 0; i < 6; ++i)
        near += "r" + std::to_string(i) + ",2020-01-0" + std::to_string(i + 1) + ",33." + std::to_string(i) +
                ",44.2,100\n";
    build_map::Map map(head + near + "far,2020-01-09,43.8,87.6,100\n");
    map.build();
    Database build = Database::open_read_only(map.folder.path("out/in.gpkg"));
    const ShownPositions shown(build);
    CHECK(shown.has_outside());
    CHECK(shown.is_outside({87.6, 43.8}));
    CHECK(!shown.is_outside({44.2, 33.3}));
    CHECK(!ShownPositions(build, true).has_outside());
    build_map::Map together(head + near);
    together.build();
    Database whole = Database::open_read_only(together.folder.path("out/in.gpkg"));
    CHECK(!ShownPositions(whole).has_outside());
    CHECK(!ShownPositions(whole).is_outside({44.2, 33.3}));
}
