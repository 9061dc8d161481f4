// SPDX-License-Identifier: MIT
/// Days in numbers alone: `29/10/2022`, `03/06:`. Which number is the month, the text as a whole says.
#pragma once

#include <optional>
#include <span>

#include "core/date.hpp"
#include "prose/sentences.hpp"

namespace incidentmap {

/// Which stands first in the days that a text writes in numbers.
enum class DayOrder { unknown, day_first, month_first };

/// A day in numbers, as it stands.
struct NumericDay {
    Span at;  ///< in tokens
    int first = 0;
    int second = 0;
    int year = 0;  ///< 0 where none is stated
};

/// The day in numbers that begins at the token. Without a year it counts only at the head of an entry: `3/4`
/// is a share elsewhere.
std::optional<NumericDay> numeric_day_at(std::span<const Token> tokens, std::size_t at);

/// The order that all days of a text can be read in: a 29 is no month. Where both orders read all of them,
/// the one in which all lie in the month before the publication, if the other does not; else it is not known.
DayOrder order_of_days(std::span<const Sentence> sentences, const std::optional<Day>& published);

}  // namespace incidentmap
