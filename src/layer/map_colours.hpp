// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace incidentmap::map_colours {

// What is drawn beside the incidents themselves (incident_style.hpp), as 0xRRGGBB: the same in QGIS, Google
// Earth and pictures.

inline constexpr std::uint32_t white = 0xFFFFFF;
inline constexpr std::uint32_t dark = 0x1E2326;   ///< text, and installations
inline constexpr std::uint32_t red = 0xD1495B;    ///< incidents known only by an area
inline constexpr std::uint32_t blue = 0x0072B2;   ///< reported launch places and lines from them
inline constexpr std::uint32_t slate = 0x46555E;  ///< possible areas and rings

}  // namespace incidentmap::map_colours
