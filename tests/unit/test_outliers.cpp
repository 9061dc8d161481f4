// SPDX-License-Identifier: MIT
#include <vector>

#include "build_map.hpp"
#include "catch.hpp"
#include "core/error.hpp"
#include "geodesy/outliers.hpp"

using namespace incidentmap;

namespace {

std::vector<LonLat> iraq(std::size_t count) {
    std::vector<LonLat> positions;
    for (std::size_t i = 0; i < count; ++i)
        positions.push_back({42 + static_cast<double>(i % 5), 31 + static_cast<double>(i % 6)});
    return positions;
}

}  // namespace

TEST_CASE("One place far from all others is left out of the frame") {
    std::vector<LonLat> positions = iraq(12);
    positions.insert(positions.begin() + 3, {87.6, 43.8});
    CHECK(outliers_of(positions) == std::vector<std::size_t>{3});
}

TEST_CASE("At most a tenth is left out, and of fewer than five nothing") {
    std::vector<LonLat> positions = iraq(12);
    for (const LonLat far : {LonLat{87.6, 43.8}, LonLat{87.7, 43.9}, LonLat{-7.6, 33.6}})
        positions.push_back(far);
    CHECK(outliers_of(positions).empty());
    for (const LonLat near : iraq(30)) positions.push_back(near);
    CHECK(outliers_of(positions) == std::vector<std::size_t>{12, 13, 14});
    CHECK(outliers_of({{44, 33}, {44, 34}, {45, 33}, {120, 40}}).empty());
    CHECK(outliers_of({}).empty());
}

TEST_CASE("What lies close, or about the antimeridian, or all over the world, is shown whole") {
    CHECK(outliers_of(iraq(20)).empty());
    std::vector<LonLat> pacific;
    for (int i = 0; i < 10; ++i) pacific.push_back({i % 2 == 0 ? 179.5 : -179.5, -18.0 + i * 0.1});
    CHECK(outliers_of(pacific).empty());
    std::vector<LonLat> world;
    for (int i = 0; i < 40; ++i) world.push_back({-170.0 + 8.7 * i, -40.0 + 17 * (i % 5)});
    CHECK(outliers_of(world).empty());
}

TEST_CASE("maps show a box or a place that is asked for, and what is neither is refused") {
    build_map::Map map;
    for (const char* extent : {"36,27.5,51,39", "Irbil", "incidents"}) {
        map.options.extent = extent;
        map.build();
        CHECK(map.ask("SELECT value FROM build WHERE section = 'option' AND name = 'extent'") ==
              std::string(extent) + "\n");
    }
    for (const char* wrong : {"36,27.5,51", "36,39,51,27.5", "36,27.5,51,95", "Nowhere at all"}) {
        map.options.extent = wrong;
        CHECK_THROWS_WITH(map.build(), Catch::Matchers::Contains("--extent"));
    }
}
