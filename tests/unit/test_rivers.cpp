// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catch.hpp"
#include "gazetteer/rivers.hpp"

using namespace incidentmap;

TEST_CASE("rivers of a country run through its box, and no part of them lies far beyond") {
    const Box sudan{22, 9, 38, 22};
    const auto rivers = rivers_in(sudan);
    REQUIRE(!rivers.empty());
    // The Nile at Khartoum.
    const bool has_nile = std::any_of(rivers.begin(), rivers.end(), [](const River& river) {
        return std::any_of(river.line.begin(), river.line.end(), [](LonLat at) {
            return std::abs(at.lon - 32.5) < 0.3 && std::abs(at.lat - 15.6) < 0.3;
        });
    });
    CHECK(has_nile);
    for (const River& river : rivers) {
        CHECK(river.line.size() > 1);
        for (std::size_t i = 1; i < river.line.size(); ++i)
            CHECK((holds(sudan, river.line[i - 1]) || holds(sudan, river.line[i])));
    }
}

TEST_CASE(
    "a map of the world has the largest rivers only, and a box across the antimeridian those of both sides") {
    const auto all = rivers_in({-180, -90, 180, 90});
    REQUIRE(!all.empty());
    CHECK(std::all_of(all.begin(), all.end(), [](const River& river) { return river.rank <= 2; }));
    const auto far_east = rivers_in({150, 50, -150, 75});
    const auto has = [&](auto is_there) {
        return std::any_of(far_east.begin(), far_east.end(),
                           [&](const River& river) { return is_there(river.line.front().lon); });
    };
    CHECK(has([](double lon) { return lon > 140; }));
    CHECK(has([](double lon) { return lon < -140; }));
    CHECK(rivers_in({-40, 30, -30, 40}).empty());
}
