// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <variant>

#include "geodesy/footprint.hpp"
#include "locate/location.hpp"
#include "locate/phrase.hpp"

namespace incidentmap {

/// The area that one clue gives.
struct ClueArea {
    Footprint footprint;
    LonLat likely;  ///< within it
    Method method = Method::none;
    bool is_point = true;  ///< false: no point stands for it, and it is drawn as an area only
    std::string sentence;  ///< what was measured from what, for people
};

/// The area of a clue about a place, or about two. Each rule and number stands in docs/localities.md with its
/// source or reason. \param other of between, road and border; null where the clue names one place. The text
/// is a sentence that tells why there is no area: a border of something without an outline.
std::variant<ClueArea, std::string> clue_area(const Clue& clue, const Location& place, const Location* other);

}  // namespace incidentmap
