// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "prose/governor.hpp"

namespace incidentmap {

/// `85 km north of Baghdad`, `west of Baghdad`, `a mile from the embassy`.
bool reads_as_phrase(std::span<const Token> tokens, Span clause, const Governor& governor);

/// Where such a phrase begins: back to the number, or the direction.
std::size_t phrase_begin(std::span<const Token> tokens, Span clause, const Governor& governor);

}  // namespace incidentmap
