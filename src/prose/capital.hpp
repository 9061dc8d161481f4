// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "prose/mention.hpp"

namespace incidentmap {

/// `the Iraqi capital`, `Mali's capital`, and `the capital` of the country that the text names most.
std::optional<Mention> capital_at(std::span<const Token> tokens, std::string_view text, std::size_t from,
                                  TextPlaces& places);

}  // namespace incidentmap
