// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "report/report.hpp"

namespace incidentmap {

/// A position as a person decides it: coordinates (see read_coordinates()) and the radius within which the
/// place lies: `33.53, 44.27, 2 km`, `33,53; 44,27; 500 m`, `38SMB4488 1.5 km`. Without a radius it is what
/// the last digits leave open. A sentence where the text is meant so and cannot be used (a latitude out of
/// range, a radius of nothing or of more than 1,000 km); nothing where it is no position at all.
std::optional<std::variant<GivenPosition, std::string>> read_decided_position(std::string_view text);

}  // namespace incidentmap
