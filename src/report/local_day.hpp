// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "core/date.hpp"
#include "core/lon_lat.hpp"

namespace incidentmap {

/// The day or days that an instant was at its place: by the time zones of the country (IANA's, by way of
/// ICU), by the longitude (its solar time give or take three hours, beyond which no legal time goes), or,
/// where neither is known, by the zones of the whole earth.
EventDate local_days(std::chrono::sys_seconds instant, std::string_view country, std::optional<LonLat> point);

}  // namespace incidentmap
