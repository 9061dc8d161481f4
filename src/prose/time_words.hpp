// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

#include "prose/token.hpp"

namespace incidentmap {

enum class TimeSort {
    day,
    overnight,
    anchored,
    anchored_back,
    anchored_on,
    ago,
    week,
    weekend,
    month,
    year,
    holiday
};

/// Words of a time, such as `the day before`, `eight days earlier`, `last month`.
struct TimeWords {
    TimeSort sort = TimeSort::day;
    int days = 0;          ///< how many back or on; of a holiday its month and day: 1225
    std::size_t size = 0;  ///< in tokens
};

/// The words of a time that begin at a token. Nothing where none do.
std::optional<TimeWords> time_words_at(std::span<const Token> tokens, std::size_t at);

/// A number of days, weeks or months that begins at a token: `eight days`, `two weeks`.
struct CountedDays {
    int days = 0;
    std::size_t size = 0;  ///< in tokens
};
std::optional<CountedDays> counted_days_at(std::span<const Token> tokens, std::size_t at);

}  // namespace incidentmap
