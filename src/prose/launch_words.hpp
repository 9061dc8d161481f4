// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

#include "prose/token.hpp"
#include "prose/trigger.hpp"

namespace incidentmap {

/// Whether words of launching from somewhere begin at a token: `fired from`, `originated in`.
bool launches_from_at(std::span<const Token> tokens, std::size_t at);

/// Whether a clause speaks of a launcher that was found, or of rockets set to be fired.
bool finds_launcher(std::span<const Token> tokens, Span clause);

/// Whether words of launching stand in a clause before a token.
bool launches_before(std::span<const Token> tokens, Span clause, std::size_t at);

/// `Belgorod was shelled by rocket launchers from Kharkiv region`: whether a `from` says where that came
/// from.
bool is_shelled_from(std::span<const Token> tokens, const std::optional<Trigger>& trigger, std::size_t from);

/// Whether a clause names a weapon, or begins with what may stand for one: `they`, `most`.
bool has_weapon(std::span<const Token> tokens, Span clause);

/// Where a clause names the launcher; its end where it names none.
std::size_t launcher_in(std::span<const Token> tokens, Span clause);

/// `fired from an army base in Kanbalu`: whether a word of launching with `from` stands closely before.
bool stands_after_from(std::span<const Token> tokens, Span clause, std::size_t at);

/// `on the road from Atmeh`: whether what stands before \p at is a way.
bool is_way_before(std::span<const Token> tokens, Span clause, std::size_t at);

}  // namespace incidentmap
