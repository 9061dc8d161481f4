// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prose/event.hpp"
#include "prose/told.hpp"

namespace incidentmap {

/// Gives an incident the day of the event that tells of it: its own, or by the rules that count from others
/// and hand on. \param before the incident in view; null where none is
void date_event(Told& told, const Event& event, const Told* before, const std::vector<Sentence>& sentences,
                const std::optional<Day>& published);

/// Whether the text says the day of an incident itself.
bool has_own_day(const Told& told);

/// Takes the day of an incident that is told again, where it is better known there.
void better_date(Told& old, const Told& told);

/// The day and the places that are told of an incident here, to be kept with what it is brought together
/// with.
Telling telling_of(const Told& told);

/// The tokens of a sentence as words with blanks.
std::string words_of(const Sentence& sentence, Span at);

}  // namespace incidentmap
