// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "geodesy/antimeridian.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// A river, or a part of one, as a map draws it.
struct River {
    int rank = 0;  ///< from 0, the largest, to 6
    Line line;
};

/// The rivers of Natural Earth at 1:50m that run through a box, which may cross the antimeridian: their parts
/// in it, and of a large box the large ones only.
std::vector<River> rivers_in(const Box& box);

/// What their source asks for.
inline constexpr const char* rivers_attribution = "Made with Natural Earth";

}  // namespace incidentmap
