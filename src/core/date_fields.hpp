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
    int half = 0;     ///< of a month or a year
    int ordinal = 0;  ///< of a week of a month, until a quarter or a half takes it
    bool is_night = false;
    bool is_night_before = false;  ///< the night that ends on the day
    bool is_weekend = false;       ///< the Saturday and Sunday of which the day is one
    bool week_ends = false;        ///< the week whose last day it is
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
