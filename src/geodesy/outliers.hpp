// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "core/lon_lat.hpp"

namespace incidentmap {

/// Which positions a map does better without: at most a tenth of them, and at most one of fewer than twenty,
/// that make it two and a half times as wide as the others need. None of fewer than five. By their indexes,
/// ascending.
std::vector<std::size_t> outliers_of(const std::vector<LonLat>& positions);

}  // namespace incidentmap
