// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "core/error.hpp"
#include "geodesy/area_index.hpp"

using namespace incidentmap;

namespace {

MultiPolygon box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

std::string numbers(const std::vector<AreaIndex::Found>& found) {
    std::string text;
    for (const auto& [number, holds] : found)
        text += (holds ? "in " : "near ") + std::to_string(number) + ", ";
    return text;
}

}  // namespace

TEST_CASE("areas are found by position: those that hold it first, then those that come near") {
    AreaIndex index;
    CHECK(index.at({0, 0}, 1'000).empty());
    index.add(box(30, 12, 31, 13));
    index.add(box(31, 12, 32, 13));
    index.add(box(29, 11, 33, 14));
    CHECK(index.size() == 3);
    CHECK(numbers(index.at({31.5, 12.5}, 0)) == "in 1, in 2, ");
    CHECK(numbers(index.at({31.01, 12.5}, 5'000)) == "in 1, in 2, near 0, ");
    CHECK(numbers(index.at({31, 12.5}, 0)) == "in 0, in 1, in 2, ");
    CHECK(numbers(index.at({40, 12.5}, 5'000)).empty());
    index.add(box(40, 12, 41, 13));  // after it was asked
    CHECK(numbers(index.at({40, 12.5}, 5'000)) == "in 3, ");
}

TEST_CASE("near is metres, also where a degree of longitude is short") {
    AreaIndex index;
    index.add(box(10, 69, 11, 70));
    // A degree of longitude has 39 km there.
    CHECK(numbers(index.at({11.24, 69.5}, 10'000)) == "near 0, ");
    CHECK(index.at({11.6, 69.5}, 10'000).empty());
}

TEST_CASE("an outline that crosses itself is mended, and the middle of one without extent is refused") {
    AreaIndex index;
    index.add({{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}, {}}}});
    CHECK(numbers(index.at({0.2, 1}, 0)) == "in 0, ");
    CHECK(index.at({1, 0.2}, 0).empty());
    CHECK(centroid_of(box(10, 20, 12, 22)) == LonLat{11, 21});
    CHECK_THROWS_AS(centroid_of({}), Error);
}
