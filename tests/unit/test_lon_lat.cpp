// SPDX-License-Identifier: MIT
#include <limits>

#include "catch.hpp"
#include "core/lon_lat.hpp"

using namespace incidentmap;

TEST_CASE("a position is valid up to and including the poles and the antimeridian") {
    CHECK(is_valid({0, 0}));
    CHECK(is_valid({180, 90}));
    CHECK(is_valid({-180, -90}));
    CHECK_FALSE(is_valid({180.000001, 0}));
    CHECK_FALSE(is_valid({0, 90.000001}));
}

TEST_CASE("a position that is not a number is not valid") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(is_valid({nan, 0}));
    CHECK_FALSE(is_valid({0, nan}));
    CHECK_FALSE(is_valid({std::numeric_limits<double>::infinity(), 0}));
}
