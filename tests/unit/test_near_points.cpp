// SPDX-License-Identifier: MIT
#include <vector>

#include "catch.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/near_points.hpp"

using namespace incidentmap;

namespace {

constexpr double reach_m = 5'000;

bool has_near(const std::vector<LonLat>& points, LonLat position) {
    NearPoints near(reach_m);
    for (std::size_t i = 0; i < points.size(); ++i) near.add(points[i], i);
    return near.any_near(position, [&](std::size_t number) {
        return geodesic(position, points[number]).distance_m <= reach_m;
    });
}

}  // namespace

TEST_CASE("Points near a position are found, also across a pole and the antimeridian") {
    CHECK(has_near({{10, 50}, {44.01, 36.19}}, {44.04, 36.2}));
    CHECK_FALSE(has_near({{10, 50}, {44.01, 36.19}}, {44.2, 36.2}));
    CHECK(has_near({{-179.99, 10}}, {179.99, 10}));
    CHECK(has_near({{0, 89.99}}, {180, 89.99}));
    CHECK(has_near({{0, -90}}, {77, -90}));
    CHECK_FALSE(has_near({}, {0, 0}));
}

TEST_CASE("Of thousands of points only those near a position are looked at") {
    NearPoints near(reach_m);
    constexpr std::size_t count = 10'000;
    for (std::size_t i = 0; i < count; ++i)
        near.add({static_cast<double>(i % 100), static_cast<double>(i) / 200}, i);
    std::size_t looked_at = 0;
    near.any_near({50, 25}, [&](std::size_t) {
        ++looked_at;
        return false;
    });
    CHECK(looked_at < count / 100);
}
