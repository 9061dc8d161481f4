// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/lon_lat.hpp"
#include "geodesy/xyz.hpp"

namespace incidentmap {

/// Points by the cube of the earth in which they lie, so that those near a position are found without a look
/// at the others; over poles and the antimeridian as anywhere.
class NearPoints {
  public:
    /// \param reach_m up to which points are looked for; the edge of a cube
    explicit NearPoints(double reach_m) : m_edge_m(std::max(1.0, reach_m)) {}

    void add(LonLat point, std::size_t number) { m_cubes[key(cube(to_xyz(point)))].push_back(number); }

    /// Whether \p test is true of one of the points within reach; it is given others too, and has to measure.
    template <typename Test>
    bool any_near(LonLat position, Test test) const {
        const Cube middle = cube(to_xyz(position));
        for (std::int64_t i = 0; i < 27; ++i) {
            const auto found =
                m_cubes.find(key({middle.x + i % 3 - 1, middle.y + i / 3 % 3 - 1, middle.z + i / 9 - 1}));
            if (found == m_cubes.end()) continue;
            for (const std::size_t number : found->second) {
                if (test(number)) return true;
            }
        }
        return false;
    }

  private:
    struct Cube {
        std::int64_t x;
        std::int64_t y;
        std::int64_t z;
    };

    Cube cube(Xyz at) const {
        const auto along = [&](double metres) {
            return static_cast<std::int64_t>(std::floor(metres / m_edge_m));
        };
        return {along(at.x), along(at.y), along(at.z)};
    }

    /// The earth is less than 2^24 m across.
    static std::int64_t key(Cube cube) {
        constexpr std::int64_t most = std::int64_t{1} << 20;
        constexpr std::int64_t half = most / 2;
        return ((cube.x + half) % most * most + (cube.y + half) % most) * most + (cube.z + half) % most;
    }

    double m_edge_m;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> m_cubes;
};

}  // namespace incidentmap
