// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace incidentmap {

using Day = std::chrono::sys_days;

/// How closely a report dates an incident. `days` is a span of several days that is no whole month or year.
enum class DatePrecision { day, days, month, year };

/// "day", "days", "month" or "year".
const char* to_string(DatePrecision precision);

/// When something happened, as closely as a report supports: the local date at the place. Both ends
/// inclusive.
struct EventDate {
    Day first;
    Day last;
    DatePrecision precision = DatePrecision::day;
    bool approximate = false;  ///< written with `~`, `?`, `about`

    friend bool operator==(const EventDate&, const EventDate&) = default;
};

/// How to read `03/04/2020`. Without an answer it is an error, never a guess.
enum class DateOrder { unstated, day_first, month_first };

/// What became of a date's text: a date, or one sentence that says why not.
using ReadDate = std::variant<EventDate, std::string>;

/// Reads a date: the EDTF (ISO 8601-2:2019, level 0 and part of 1) subset
/// `2020-07-27`, `2020-07`, `2019`, `2020-07-24/2020-07-27`, `2020-09-30~`; a date as people write it
/// (`27 July 2020`, `July 27, 2020`, `Monday 27 July 2020`, `Jul 2020`, `27-Jul-20` is refused: a year has
/// four digits); a spreadsheet's date cell (`2020/07/27`, `2020-07-27T18:00:00`; the time of day is left
/// aside). `27/07/2020` can mean one day only and is read; `03/04/2020` needs \p order.
ReadDate read_date(std::string_view text, DateOrder order = DateOrder::unstated);

/// True where the text is two dates with a slash between them, the second wholly before the first.
bool ends_before_start(std::string_view text, DateOrder order = DateOrder::unstated);

/// Where the text names a weekday (`Monday 28 July 2020`) that its one day is not: a sentence that says which
/// it is.
std::optional<std::string> wrong_weekday(std::string_view text, const EventDate& date);

/// The date in EDTF: `2020-07-27`, `2020-07`, `2019`, `2020-07-24/2020-07-27`, with `~` where approximate.
std::string to_edtf(const EventDate& date);

/// `2020-07-27`.
std::string to_iso(Day day);

/// ACLED's `time_precision`: 1 the day, 2 within a week, 3 within a month; nothing beyond (the scheme ends
/// there).
std::optional<int> acled_time_precision(const EventDate& date);

/// The span from the earlier first to the later last day of two dates.
EventDate span_of(const EventDate& a, const EventDate& b);

/// True where the two spans share a day.
bool overlap(const EventDate& a, const EventDate& b);

}  // namespace incidentmap
