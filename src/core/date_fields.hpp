// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/date.hpp"

namespace incidentmap {

/// What a date's text says, before what one end of a span leaves to the other is filled in.
struct DateFields {
    int y = -1;
    int m = -1;
    int d = -1;  ///< 0: written as not known
    int part = 0;
    int season = 0;
    int quarter = 0;
    int week = 0;
    int week_day = 0;
    bool is_night = false;
    bool is_about = false;
    bool week_of = false;              ///< the week in which the day lies
    bool two_readings = false;         ///< day and month may be exchanged
    std::optional<EventDate> whole{};  ///< where it is no day, month or year of the calendar
};

/// The date that filled fields make; nothing where there is no such day. Early, middle and late are thirds of
/// a month (to its 10th, 20th, end) or of a year; `night of` a day reaches into the next.
std::optional<EventDate> date_of(const DateFields& fields);

/// A season in months of the northern half. A winter goes into \p next_year; where only one year is written,
/// it is both winters that it may be.
EventDate season_date(const DateFields& fields, std::optional<int> next_year);

}  // namespace incidentmap
