// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "prose/mention.hpp"

namespace incidentmap {

/// Words at a token that go back to a site named before: `the base`, `the same airport`, `it`, `there`.
/// \param text what the tokens are of
std::optional<Mention> going_back_at(std::span<const Token> tokens, std::string_view text, std::size_t from);

/// Whether words are a direction, or another part of an area: `north east`, `downtown`.
bool is_direction(std::string_view words);

/// Whether a token is a month or a day of the week.
bool is_date_word(const Token& token);

}  // namespace incidentmap
