// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "prose/token.hpp"

namespace incidentmap {

/// The number that a token is: in digits (also `3,000`, `41st`) or as a word (`three`, `a dozen` is not one).
/// Nothing where it is none.
std::optional<long> number_of(const Token& token);

/// Whether it is a number that counts places in a row: `41st`, `third`.
bool is_ordinal(const Token& token);

}  // namespace incidentmap
