// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/lon_lat.hpp"

namespace incidentmap {

/// True where tables that state one of these countries (ISO 3166-1 alpha-2) may mean a place that a gazetteer
/// has in \p country: that very country, or another that tables put the place in, because the land is
/// contested or was of that country once (src/gazetteer/tables/contested_places.csv is the policy, row by
/// row).
bool may_be_stated_as(std::string_view country, LonLat point, std::span<const std::string> stated);

}  // namespace incidentmap
