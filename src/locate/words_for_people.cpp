// SPDX-License-Identifier: MIT
#include "locate/words_for_people.hpp"

#include <cmath>

#include "core/text.hpp"

namespace incidentmap {

std::string distance_for_people(double distance_m) {
    if (distance_m < 1'000) return to_text(std::round(distance_m), 0) + " m";
    if (distance_m < 10'000) return to_text(distance_m / 1'000, 1) + " km";
    return to_text(distance_m / 1'000, 0) + " km";
}

std::string position_for_people(LonLat position, int decimals) {
    return to_text(std::abs(position.lat), decimals) + "° " + (position.lat < 0 ? "S" : "N") + ", " +
           to_text(std::abs(position.lon), decimals) + "° " + (position.lon < 0 ? "W" : "E");
}

}  // namespace incidentmap
