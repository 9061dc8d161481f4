// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "prose/numeric_days.hpp"
#include "prose/sentences.hpp"

namespace incidentmap {

/// What the day of an incident rests on.
enum class DateBasis {
    none,       ///< no day is known
    stated,     ///< a day of the calendar, with or without its year; a weekday, from the publication back
    relative,   ///< words that count from another day: `a day earlier`, `hours later`, `last month`
    inherited,  ///< of the incident told before it
    by_publication,  ///< nothing but the day of publication is known
};

/// `stated` …; `not stated` for none.
const char* to_string(DateBasis basis);

/// Words that say when.
struct TimeMention {
    Span at;                              ///< in tokens of the sentence
    std::optional<EventDate> date;        ///< where no other incident is needed to know it
    std::optional<int> from_anchor_days;  ///< days from the incident told before; nothing where it has a date
    DateBasis basis = DateBasis::stated;
    bool open = false;            ///< `since October`, `until May`: no day of an incident
    bool is_part_of_day = false;  ///< `overnight`: of the day that something else gives
    std::string rule;             ///< how the day was reached: `Wednesday before 2021-03-04`
};

/// The times of a sentence, in order. \param published nothing where it is not known: weekdays and days
/// without a year have no date then \param order of the days in numbers alone, as the text has them
std::vector<TimeMention> times_in(const Sentence& sentence, const std::optional<Day>& published,
                                  DayOrder order);

}  // namespace incidentmap
