// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace incidentmap {

/// Marks that are told apart without their colours too.
enum class Symbol { circle, square, diamond, triangle, triangle_down, star };

/// How incidents of one sub-event type are drawn, in pictures as in QGIS. Colours are told apart by people
/// who see no red or no green; shapes say the same once more.
struct IncidentStyle {
    std::string_view sub_event_type;  ///< empty for all others
    std::uint32_t rgb = 0;
    Symbol symbol = Symbol::circle;
};

/// All of them, the one for all others last.
std::span<const IncidentStyle> incident_styles();

/// The style of that sub-event type.
const IncidentStyle& incident_style(std::string_view sub_event_type);

}  // namespace incidentmap
