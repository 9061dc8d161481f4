// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/side_behind.hpp"

#include "core/text.hpp"
#include "gazetteer/spelling/no_places.hpp"

namespace incidentmap {

std::optional<SideBehind> side_behind(std::string_view name) {
    constexpr std::string_view between = " -(";
    name = trimmed(name);
    const std::size_t at = name.find_last_of(between);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view side = name.substr(at + 1);
    if (side.ends_with(')')) side.remove_suffix(1);
    std::string_view whole = name.substr(0, at);
    while (!whole.empty() && between.find(whole.back()) != std::string_view::npos) whole.remove_suffix(1);
    const std::string_view said = direction_said(side);
    if (said.empty() || whole.empty() || no_place(whole)) return std::nullopt;
    return SideBehind{std::string(whole), said};
}

}  // namespace incidentmap
