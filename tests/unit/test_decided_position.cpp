// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "locate/decided_position.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

GivenPosition position(const char* text) {
    CAPTURE(text);
    const auto read = read_decided_position(text);
    REQUIRE(read);
    if (const auto* why = std::get_if<std::string>(&*read)) FAIL(*why);
    return std::get<GivenPosition>(*read);
}

std::string fault(const char* text) {
    CAPTURE(text);
    const auto read = read_decided_position(text);
    REQUIRE(read);
    REQUIRE(std::holds_alternative<std::string>(*read));
    return std::get<std::string>(*read);
}

}  // namespace

TEST_CASE("a position is decided with the radius in which the place lies") {
    for (const char* text : {"33.53, 44.27, 2 km", "33.53,44.27,2km", "33.53, 44.27, 2000 m",
                             "33.53, 44.27; 2 km", "33,53; 44,27; 2 km", "33,53; 44,27; 2,0 km",
                             " 33.53, 44.27 , 2.0 KM ", "33.53 N, 44.27 E, 2 km"}) {
        const GivenPosition read = position(text);
        CHECK(read.position.lat == Approx(33.53).margin(1e-9));
        CHECK(read.position.lon == Approx(44.27).margin(1e-9));
        CHECK(read.uncertainty_m == Approx(2000));
        CHECK(read.uncertainty_stated);
    }
    CHECK(position("-33.5, -44.2, 500 m").position.lat == -33.5);
    CHECK(position("38SMB4488 1.5 km").uncertainty_m == 1500);
}

TEST_CASE("without a radius the digits say how well the position is known") {
    const GivenPosition read = position("33.53, 44.27");
    CHECK_FALSE(read.uncertainty_stated);
    CHECK(read.uncertainty_m > 500);
    CHECK(read.uncertainty_m < 1000);
}

TEST_CASE("a position that cannot be used says why") {
    CHECK_THAT(fault("95.2, 44.27, 2 km"), Contains("95.2") && Contains("out of range"));
    CHECK_THAT(fault("133.5, 44.27"), Contains("out of range"));
    CHECK_THAT(fault("33.53, 44.27, 0 km"), Contains("radius"));
    CHECK_THAT(fault("33.53, 44.27, 5000 km"), Contains("radius"));
}

TEST_CASE("names and numbers of other things are no position") {
    for (const char* text :
         {"Camp Taji", "2", "none", "geonames:98182", "85 km north of Baghdad", "2 km", "km", "m", ""}) {
        CAPTURE(text);
        CHECK_FALSE(read_decided_position(text));
    }
}
