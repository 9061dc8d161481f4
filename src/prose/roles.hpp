// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "prose/event.hpp"

namespace incidentmap {

/// The part that each place of a clause plays in it.
std::vector<PlaceUse> roles_in(const Seen& seen, Span clause, const std::optional<Trigger>& trigger,
                               std::string_view text, TextPlaces& places);

}  // namespace incidentmap
