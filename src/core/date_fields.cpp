// SPDX-License-Identifier: MIT
#include "core/date_fields.hpp"

#include <array>

namespace incidentmap {

using std::chrono::days;
using std::chrono::year;

namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;

std::optional<EventDate> whole_day(int y, int m, int d) {
    const std::chrono::year_month_day date{year{y}, std::chrono::month{static_cast<unsigned>(m)},
                                           std::chrono::day{static_cast<unsigned>(d)}};
    if (y < first_year || y > last_year || m < 1 || d < 1 || !date.ok()) return std::nullopt;
    return EventDate{Day{date}, Day{date}, DatePrecision::day, false};
}

std::optional<EventDate> whole_month(int y, int m) {
    if (y < first_year || y > last_year || m < 1 || m > 12) return std::nullopt;
    const std::chrono::year_month which{year{y}, std::chrono::month{static_cast<unsigned>(m)}};
    return EventDate{Day{which / std::chrono::day{1}}, Day{which / std::chrono::last}, DatePrecision::month,
                     false};
}

std::optional<EventDate> whole_year(int y) {
    if (y < first_year || y > last_year) return std::nullopt;
    return EventDate{Day{year{y} / 1 / 1}, Day{year{y} / 12 / 31}, DatePrecision::year, false};
}

EventDate from_to(Day first, Day last, bool approximate) {
    return {first, last, first == last ? DatePrecision::day : DatePrecision::days, approximate};
}

/// The Monday of an ISO week.
Day monday_of(int y, int week) {
    const Day fourth{year{y} / 1 / 4};
    const std::chrono::weekday is{fourth};
    return fourth - days{is.iso_encoding() - 1} + days{7 * (week - 1)};
}

std::optional<EventDate> week_date(const DateFields& f) {
    const Day monday = monday_of(f.y, f.week);
    if (f.week < 1 || f.week > 53 || monday >= monday_of(f.y + 1, 1)) return std::nullopt;
    if (f.m > 0) {
        const auto month = whole_month(f.y, f.m);
        if (!month || monday > month->last || monday + days{6} < month->first) return std::nullopt;
    }
    if (f.week_day > 7) return std::nullopt;
    if (f.week_day > 0) return from_to(monday + days{f.week_day - 1}, monday + days{f.week_day - 1}, false);
    return from_to(monday, monday + days{6}, false);
}

/// Early, middle or late: thirds of a month (to its 10th, 20th, end) or of a year (four months each).
EventDate part_date(const DateFields& f) {
    if (f.m > 0) {
        const EventDate month = *whole_month(f.y, f.m);
        const Day first = month.first + days{10 * (f.part - 1)};
        return from_to(first, f.part == 3 ? month.last : first + days{9}, true);
    }
    const int m = 4 * (f.part - 1) + 1;
    return from_to(whole_month(f.y, m)->first, whole_month(f.y, m + 3)->last, true);
}

/// The first or second half of a month (to its 15th, its end) or of a year.
std::optional<EventDate> half_date(const DateFields& f) {
    const bool first = f.half == 1;
    if (f.m > 0) {
        const auto month = whole_month(f.y, f.m);
        if (!month) return std::nullopt;
        return first ? from_to(month->first, month->first + days{14}, false)
                     : from_to(month->first + days{15}, month->last, false);
    }
    if (!whole_year(f.y)) return std::nullopt;
    return from_to(whole_month(f.y, first ? 1 : 7)->first, whole_month(f.y, first ? 6 : 12)->last, false);
}

/// `first week of August`: its first seven days, and so on; the fourth reaches to the end, and a fifth is
/// what lies behind the 28th.
std::optional<EventDate> week_of_month(const DateFields& f) {
    const auto month = whole_month(f.y, f.m);
    if (!month || f.ordinal > 5) return std::nullopt;
    const Day first = month->first + days{7 * (f.ordinal - 1)};
    if (first > month->last) return std::nullopt;
    return from_to(first, f.ordinal >= 4 ? month->last : first + days{6}, true);
}

/// A day, and what is said of it besides.
std::optional<EventDate> day_date(const DateFields& f) {
    auto date = whole_day(f.y, f.m, f.d);
    if (!date) return date;
    if (f.week_of && f.week_ends) return from_to(date->first - days{6}, date->first, false);
    if (f.week_of) {
        const std::chrono::weekday is{date->first};
        const Day monday = date->first - days{is.iso_encoding() - 1};
        return from_to(monday, monday + days{6}, false);
    }
    if (f.is_weekend) {
        const unsigned weekday = std::chrono::weekday{date->first}.iso_encoding();
        if (weekday < 6) return std::nullopt;
        const Day saturday = date->first - days{weekday - 6};
        return from_to(saturday, saturday + days{1}, false);
    }
    if (f.is_night && f.is_night_before) return from_to(date->first - days{1}, date->first, false);
    return f.is_night ? from_to(date->first, date->first + days{1}, false) : *date;
}

}  // namespace

EventDate season_date(const DateFields& f, std::optional<int> next_year) {
    constexpr std::array<int, 3> starts{3, 6, 9};
    if (f.season < 4) {
        const int m = starts.at(static_cast<std::size_t>(f.season) - 1);
        return from_to(whole_month(f.y, m)->first, whole_month(f.y, m + 2)->last, true);
    }
    const int from = next_year ? f.y : f.y - 1;
    return from_to(Day{year{from} / 12 / 1}, whole_month(next_year ? *next_year : f.y + 1, 2)->last, true);
}

std::optional<EventDate> date_of(const DateFields& f) {
    std::optional<EventDate> date = f.whole;
    if (!date && f.y < first_year) return std::nullopt;
    const bool has_month = f.m > 0;
    if (!date && f.m > 12) return std::nullopt;
    if (date) {
        // as it stands
    } else if (f.week > 0) {
        date = week_date(f);
    } else if (f.season > 0) {
        date = season_date(f, std::nullopt);
    } else if (f.quarter > 0) {
        date =
            from_to(whole_month(f.y, 3 * f.quarter - 2)->first, whole_month(f.y, 3 * f.quarter)->last, false);
    } else if (f.half > 0 && f.d <= 0) {
        date = half_date(f);
    } else if (f.ordinal > 0 && f.week_of && has_month && f.d <= 0) {
        date = week_of_month(f);
    } else if (f.part > 0 && f.d <= 0) {
        if (!whole_year(f.y)) return std::nullopt;
        date = part_date(f);
    } else if (has_month && f.d > 0) {
        date = day_date(f);
    } else if (has_month) {
        date = whole_month(f.y, f.m);
    } else if (f.m != 0 || f.d <= 0) {
        date = f.m < 0 && f.d > 0 ? std::nullopt : whole_year(f.y);
    }
    if (date) date->approximate |= f.is_about;
    return date;
}

}  // namespace incidentmap
