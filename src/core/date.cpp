// SPDX-License-Identifier: MIT
#include "core/date.hpp"

#include <algorithm>

namespace incidentmap {

using std::chrono::year_month_day;

const char* to_string(DatePrecision precision) {
    switch (precision) {
        case DatePrecision::day:
            return "day";
        case DatePrecision::days:
            return "days";
        case DatePrecision::month:
            return "month";
        case DatePrecision::year:
            return "year";
    }
    return "";
}

std::string to_iso(Day day) {
    const year_month_day date{day};
    std::string text = "0000-00-00";
    const auto put = [&](std::size_t last, unsigned number) {
        for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
    };
    put(3, static_cast<unsigned>(static_cast<int>(date.year())) % 10'000);
    put(6, static_cast<unsigned>(date.month()));
    put(9, static_cast<unsigned>(date.day()));
    return text;
}

std::string to_edtf(const EventDate& date) {
    const std::string first = to_iso(date.first);
    std::string text;
    switch (date.precision) {
        case DatePrecision::day:
            text = first;
            break;
        case DatePrecision::month:
            text = first.substr(0, 7);
            break;
        case DatePrecision::year:
            text = first.substr(0, 4);
            break;
        case DatePrecision::days:
            text = first + "/" + to_iso(date.last);
            break;
    }
    return date.approximate ? text + "~" : text;
}

std::optional<int> acled_time_precision(const EventDate& date) {
    const auto length = (date.last - date.first).count() + 1;
    if (length <= 1 && !date.approximate) return 1;
    if (length <= 7) return 2;
    if (length <= 31) return 3;
    return std::nullopt;
}

EventDate span_of(const EventDate& a, const EventDate& b) {
    EventDate span{std::min(a.first, b.first), std::max(a.last, b.last), DatePrecision::days,
                   a.approximate || b.approximate};
    for (const EventDate& one : {a, b}) {
        if (one.first == span.first && one.last == span.last) span.precision = one.precision;
    }
    return span;
}

bool overlap(const EventDate& a, const EventDate& b) { return a.first <= b.last && b.first <= a.last; }

}  // namespace incidentmap
