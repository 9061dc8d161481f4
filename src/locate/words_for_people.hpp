// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/lon_lat.hpp"

namespace incidentmap {

/// `505 km`, `2.0 km`, `850 m`.
std::string distance_for_people(double distance_m);

/// `36.31927° N, 43.47343° E`
std::string position_for_people(LonLat position, int decimals);

}  // namespace incidentmap
