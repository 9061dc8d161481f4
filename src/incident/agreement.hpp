// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/count.hpp"
#include "core/date.hpp"
#include "locate/location.hpp"

namespace incidentmap {

// When two reports say the same. A wider statement agrees with a narrower one that it includes: "in December"
// with "on 27 December", "at least 25" with "31", a province with a town in it. Silence agrees with
// everything.

bool agree(const std::optional<EventDate>& a, const std::optional<EventDate>& b);
bool agree(const Count& a, const Count& b);

/// Texts agree where one holds the other, whatever the case: `rockets` and `Katyusha rockets`.
bool agree(std::string_view a, std::string_view b);

/// Places agree where they are one, where their possible areas meet, or where one is an area and the other
/// lies in it. A location without a place agrees with everything.
bool agree(const Location& a, const Location& b);

/// What all dates have in common; where there is no such day, the span that holds them all.
std::optional<EventDate> common_date(const std::vector<std::optional<EventDate>>& dates);

/// What all counts allow; where nothing is left, the lowest low and the highest high, and no best.
Count common_count(const std::vector<Count>& counts);

}  // namespace incidentmap
