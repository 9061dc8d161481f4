// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

/// A name and the side of it that stands behind: `Shan-North`, `Bago (East)`, `Baja California Norte`.
struct SideBehind {
    std::string whole;      ///< `Shan`
    std::string_view side;  ///< `N`, `SE`, as direction_said()
};

/// Nothing where no direction stands behind, or nothing but a direction before it (`Nord-Ouest`).
std::optional<SideBehind> side_behind(std::string_view name);

}  // namespace incidentmap
