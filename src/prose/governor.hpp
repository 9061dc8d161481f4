// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

#include "prose/mentions.hpp"
#include "prose/times.hpp"
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

/// `Quetta's railway station`: a site behind the name of a town is where the town is.
bool owns_site(std::span<const Token> tokens, const Mention& mention);

/// `attacked six places at once, among them Douentza`, `several cities, including Homs`: the word before a
/// name says that it is one of those.
bool is_among_places(std::span<const Token> tokens, Span clause, const Governor& governor);

/// `Potrerito, a hamlet of Jamundí`: whether the tokens between two places say that the second is about the
/// first.
bool is_apposition(std::span<const Token> tokens, Span gap);

/// Whether a list goes on behind a place: `, Homs and Hama`. \param rest from behind it to the end of its
/// clause
bool list_goes_on(std::span<const Token> tokens, Span rest);

/// `The day before the raid on Panjgur, Iran had launched …`: what stands before the comma is of another
/// incident, from which the day is counted.
bool is_of_anchor(std::span<const Token> tokens, Span clause, const std::optional<Trigger>& trigger,
                  std::span<const TimeMention> times, const Mention& mention);

/// `the wounded were taken to hospitals in Jos`: where a governor stands, victims were taken.
bool is_where_taken(std::span<const Token> tokens, Span clause, std::size_t governor);

/// Whether a part of something stands before an `of`: `the northern part of Taji`; not `the minister of
/// Syria`.
bool is_part_before(std::span<const Token> tokens, std::size_t of);

/// Whether what stands before a verb of attack is what was struck.
bool is_passive(std::span<const Token> tokens, Span clause, const Trigger& trigger);

/// `a Taji rocket attack`: a name right before a noun of attack; not `Ankara responded with artillery fire`.
bool stands_before_noun(std::span<const Token> tokens, const Mention& mention, const Trigger& noun);

/// `13 Sept. Al-Bab: a car bomb …`: nothing but a day stands before the name, and a colon behind it.
bool leads_entry(std::span<const Token> tokens, std::span<const TimeMention> times, const Mention& mention);

}  // namespace incidentmap
