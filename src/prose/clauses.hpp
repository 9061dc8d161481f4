// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "prose/event.hpp"

namespace incidentmap {

/// A piece of a sentence that tells of one thing.
struct Clause {
    Span at;  ///< in tokens
    LinkSort link = LinkSort::none;
    std::optional<int> days;  ///< how many lie between it and the clause before; nothing where not said
};

/// The clauses of a sentence. It is parted only where there are words of attack on both sides, so that
/// `nine people were killed when shells hit a resort` stays whole.
std::vector<Clause> clauses_of(const Seen& seen);

/// The words of attack in a clause that tell of an incident: the verb before the noun; nothing where none do.
std::optional<Trigger> head_of(const Seen& seen, Span clause);

/// Whether a token stands in words that are told as somebody's speech.
bool is_in_speech(const Seen& seen, std::size_t at);

/// Why what a clause says of its trigger is no incident.
Modality modality_of(const Seen& seen, Span clause, const Trigger& trigger);

/// Whether a clause says that what was told is not true: `the army withdrew the report`.
bool takes_back(const Seen& seen, Span clause);

/// `The US killed a general in Baghdad`: an armed body or a state kills, with a weapon that is not told.
std::optional<Trigger> killing_by(const Seen& seen, Span clause);

/// A weapon of the clause, the nearest before its trigger and else the first behind it.
std::optional<Weapon> weapon_in(const Seen& seen, Span clause, const std::optional<Trigger>& trigger);

}  // namespace incidentmap
