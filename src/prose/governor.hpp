// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

#include "prose/mentions.hpp"
#include "prose/trigger.hpp"

namespace incidentmap {

/// What the words about a place say of its part.
enum class RoleWord { at, toward, in, near, from, of, other };

/// The word that governs a mention.
struct Governor {
    RoleWord role = RoleWord::other;
    Span at;
    bool is_trigger = false;
    bool none = true;
};

/// The nearest word before a mention, within its clause, that says its part, past adjectives and words of
/// kind: the `on` of `on the town of Taji`; a trigger whose object it is.
Governor governor_of(std::span<const Token> tokens, Span clause, const Mention& mention);

/// The words of attack of a clause that end before a token.
std::optional<Trigger> trigger_ending(std::span<const Token> tokens, Span clause, std::size_t end);

}  // namespace incidentmap
