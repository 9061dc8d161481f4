// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "core/count.hpp"

namespace incidentmap {

/// Numbers of people with the words for what became of them.
struct Toll {
    std::optional<Count> killed;
    std::optional<Count> injured;
    std::optional<Count> people;  ///< where the words do not say which: `3 civilians`
};

/// Reads `1 killed, 15 wounded`, `au moins 3 morts et 5 blessés`, `3 загиблих, 15 поранених`, `killed: 3;
/// wounded: 15`, `3 civilians`, `3 (2 children)`, `no casualties`. What stands in brackets is left out, and
/// so is `including 2 children`; two numbers of killed are added where both are exact. Nothing where any part
/// is not understood.
std::optional<Toll> read_toll(std::string_view text);

}  // namespace incidentmap
