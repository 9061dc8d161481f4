// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// The countries in which gazetteers may have places that tables put in \p stated (ISO 3166-1 alpha-2): that
/// one first, then those whose land is contested (contested_places.hpp).
std::vector<std::string> countries_meant_by(std::string_view stated);

}  // namespace incidentmap
