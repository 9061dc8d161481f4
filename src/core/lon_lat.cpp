// SPDX-License-Identifier: MIT
#include "core/lon_lat.hpp"

namespace incidentmap {

// A comparison with NaN is false, so NaN and the infinities fall out here too.
bool is_valid(LonLat p) { return p.lat >= -90 && p.lat <= 90 && p.lon >= -180 && p.lon <= 180; }

}  // namespace incidentmap
