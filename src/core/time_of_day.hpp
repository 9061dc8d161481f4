// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "core/date_words.hpp"

namespace incidentmap {

/// A time of day, and how far from UTC it is counted, in minutes.
struct TimeOfDay {
    int minutes = 0;
    std::optional<int> zone_min;
};

/// Takes times of day out of the tokens of a date; gives the first. A time that does not exist stays, and
/// spoils the date.
std::optional<TimeOfDay> take_time(std::vector<DateToken>& tokens);

}  // namespace incidentmap
