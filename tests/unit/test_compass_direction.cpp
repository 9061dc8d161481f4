// SPDX-License-Identifier: MIT
#include <cmath>

#include "catch.hpp"
#include "geodesy/compass_direction.hpp"

using namespace incidentmap;

TEST_CASE("an azimuth has the name of the nearest of sixteen winds") {
    CHECK(compass(0) == "N");
    CHECK(compass(11.2) == "N");
    CHECK(compass(11.25) == "NNE");
    CHECK(compass(101.8) == "ESE");
    CHECK(compass(54.5) == "NE");
    CHECK(compass(348.7) == "NNW");
    CHECK(compass(348.75) == "N");
    CHECK(compass(360) == "N");
    CHECK(compass(-90) == "W");
    CHECK(compass(720 + 180) == "S");
    CHECK(compass(std::nan("")).empty());
}

TEST_CASE("a wind is read in the usual writings, with its azimuth and its published half-angle") {
    for (const char* word : {"N", "n", "north", "North", "NORTH"}) {
        REQUIRE(read_compass_direction(word));
        CHECK(read_compass_direction(word)->azimuth_deg == 0);
        CHECK(read_compass_direction(word)->half_angle_deg == 45);
    }
    for (const char* word : {"NE", "north-east", "northeast", "north east", "N.E.", "North-East"}) {
        REQUIRE(read_compass_direction(word));
        CHECK(read_compass_direction(word)->azimuth_deg == 45);
        CHECK(read_compass_direction(word)->half_angle_deg == 22.5);
    }
    for (const char* word : {"NNW", "north-north-west", "north-northwest", "N-NW"}) {
        REQUIRE(read_compass_direction(word));
        CHECK(read_compass_direction(word)->azimuth_deg == 337.5);
        CHECK(read_compass_direction(word)->half_angle_deg == 11.25);
    }
}

TEST_CASE("every wind is read back by its own name") {
    for (int i = 0; i < 16; ++i) {
        const auto direction = read_compass_direction(compass(22.5 * i));
        REQUIRE(direction);
        CHECK(direction->azimuth_deg == 22.5 * i);
    }
}

TEST_CASE("other words are no winds") {
    for (const char* word : {"", " ", "northern", "up", "NX", "eastnorth", "NEN", "nord"}) {
        CAPTURE(word);
        CHECK_FALSE(read_compass_direction(word));
    }
}
