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

/// What a date's text came to, and what else it says.
struct DateReading {
    std::optional<EventDate> date{};
    std::string why{};                                  ///< without a date: one sentence that says why not
    std::optional<std::chrono::sys_seconds> instant{};  ///< where the text has a time of day with its zone
    bool ends_before_start = false;                     ///< two dates, the second wholly before the first
};

/// Reads a date:
/// - EDTF (ISO 8601-2:2019, level 0 and part of 1): `2020-07-27`, `2020-07`, `2019`, `2020-07-24/2020-07-27`,
///   `2020-09-30~`; ISO 8601's `20200727`, `2020-W31`, `2020-W31-2`;
/// - in words of eight languages: `27 July 2020`, `Monday, July 27th, 2020`, `27-Jul-20`, `27 de julio de
/// 2020`,
///   `27 липня 2020`, `27 تموز 2020`; `early July 2020`, `Q3 2020`, `summer 2020`, `week of 27 July 2020`;
///   `2nd week of March 2024` is the 8th to the 14th, about;
/// - spans: `27-28 July 2020`, `27 July to 2 August 2020`, `overnight 27-28 July 2020`;
/// - in numbers: `27/07/2020`, `27.7.20`, `07/2020`; `03/04/2020` needs \p order, with points it is the day
/// first;
/// - a spreadsheet's `2020/07/27`, `2020-07-27T18:00:00`, `2020-07-00` (day not known), its serial number
/// `44039`. A year of two digits is 1970 to 2069. The time of day is left aside; with a zone it is the
/// `instant`.
DateReading read_date_text(std::string_view text, DateOrder order = DateOrder::unstated);

/// The same, as a date or the sentence that says why not.
ReadDate read_date(std::string_view text, DateOrder order = DateOrder::unstated);

/// Which order a date such as `8/25/1966` shows, as one of its numbers can be no month; unstated where it
/// does not.
DateOrder order_shown_by(std::string_view text);

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
