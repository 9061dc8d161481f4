// SPDX-License-Identifier: MIT
#include <cmath>

#include "catch.hpp"
#include "geodesy/distance_text.hpp"

using namespace incidentmap;

TEST_CASE("a distance is written with no more digits than its bounds bear, and the bounds go outwards") {
    CHECK(distance_text(40200, 45100, 49800) == "about 45 km (40 to 50)");
    CHECK(distance_text(6000, 11600, 17300) == "about 12 km (6 to 18)");
    CHECK(distance_text(10000, 60000, 110000) == "about 60 km (10 to 110)");
    CHECK(distance_text(40500, 43470, 46500) == "about 43 km (40 to 47)");
    CHECK(distance_text(42600, 43470, 44300) == "about 43.5 km (42.6 to 44.3)");
    CHECK(distance_text(43300, 43470, 43700) == "about 43.5 km (43.3 to 43.7)");
    CHECK(distance_text(110000, 490000, 980000) == "about 500 km (100 to 1000)");
    CHECK(distance_text(900, 1500, 2100) == "about 1.5 km (0.9 to 2.1)");
}

TEST_CASE("a distance below one kilometre is in metres") {
    CHECK(distance_text(420, 450, 480) == "about 450 m (420 to 480)");
    CHECK(distance_text(640, 640, 640) == "640 m");
    CHECK(distance_text(999.7, 999.7, 999.7) == "1.0 km");
}

TEST_CASE("a distance between exact positions stands alone") {
    CHECK(distance_text(43470, 43470, 43470) == "43.5 km");
    CHECK(distance_text(11630, 11630, 11632) == "11.6 km");
    CHECK(distance_text(834567, 834567, 834567) == "835 km");
    CHECK(distance_text(99960, 99960, 99960) == "100 km");
}

TEST_CASE("a distance that may be none is written as up to its greatest") {
    CHECK(distance_text(0, 5000, 12000) == "up to 12 km, likely about 5 km");
    CHECK(distance_text(0, 5000, 10000) == "up to 10 km, likely about 5 km");
    CHECK(distance_text(0, 0, 800) == "up to 800 m");
    CHECK(distance_text(0, 0, 0) == "0 m");
    CHECK(distance_text(300, 20000, 45000) == "up to 45 km, likely about 20 km");
}

TEST_CASE("a distance that is not finite is unknown") {
    CHECK(distance_text(0, std::nan(""), 1) == "unknown");
    CHECK(distance_text(0, 1, HUGE_VAL) == "unknown");
}
