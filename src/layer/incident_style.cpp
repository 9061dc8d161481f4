// SPDX-License-Identifier: MIT
#include "layer/incident_style.hpp"

#include <algorithm>
#include <array>

namespace incidentmap {
namespace {

constexpr std::array<IncidentStyle, 6> styles{
    {{"Shelling/artillery/missile attack", 0xD1495B, Symbol::circle},
     {"Air/drone strike", 0x8D5A97, Symbol::diamond},
     {"Attack", 0xE08E0B, Symbol::triangle},
     {"Armed clash", 0x7A1F2B, Symbol::star},
     {"Remote explosive/landmine/IED", 0x2F6F73, Symbol::triangle_down},
     {"", 0x6C757D, Symbol::circle}}};

}  // namespace

std::span<const IncidentStyle> incident_styles() { return styles; }

const IncidentStyle& incident_style(std::string_view sub_event_type) {
    const auto found = std::find_if(styles.begin(), styles.end(), [&](const IncidentStyle& style) {
        return style.sub_event_type == sub_event_type;
    });
    return found == styles.end() ? styles.back() : *found;
}

}  // namespace incidentmap
