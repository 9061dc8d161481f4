// SPDX-License-Identifier: MIT
#include "core/date_numbers.hpp"

#include <cstddef>
#include <string_view>

namespace incidentmap {
namespace {

using std::chrono::days;
using std::chrono::year;
using Fields = DateFields;
using Tokens = DateTokens;
using Kind = DateToken::Kind;

/// Two short numbers before a year, whatever stands between them. With points it is the day first: no
/// calendar of CLDR 42 has it otherwise.
Fields day_and_month(int a, int b, int y, DateOrder order, bool points) {
    Fields f;
    f.y = y;
    if (points && (order == DateOrder::unstated || a > 12)) order = DateOrder::day_first;
    f.two_readings = order == DateOrder::unstated && a <= 12 && b <= 12 && a != b;
    const bool day_first = order == DateOrder::day_first || (order == DateOrder::unstated && a > 12);
    f.d = day_first ? a : b;
    f.m = day_first ? b : a;
    return f;
}

/// `20200727`, and with a time of day behind it `20200727183000`; the serial number of a spreadsheet's day.
std::optional<Fields> one_number(const DateToken& token) {
    Fields f;
    const auto digits = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (const char c : token.text.substr(at, count)) value = value * 10 + (c - '0');
        return value;
    };
    if (token.is_number(4)) {
        f.y = token.value;
        return f;
    }
    if (token.is_number(8) || token.is_number(14) || token.is_number(12)) {
        f.y = digits(0, 4);
        f.m = digits(4, 2);
        f.d = digits(6, 2);
        if (f.y < 1800 || f.y > 2100 || f.m > 12 || f.d > 31) return std::nullopt;
        return f;
    }
    // 1954 to 2064: days since 30 December 1899, as spreadsheets count them.
    if (token.is_number(5) && token.value >= 20'000 && token.value < 60'000) {
        const Day day = Day{year{1899} / 12 / 30} + days{token.value};
        f.whole = EventDate{day, day, DatePrecision::day, false};
        return f;
    }
    return std::nullopt;
}

/// `2020-W31`, `2020-W31-2`, `2020W31`.
std::optional<Fields> iso_week(Tokens t) {
    if (t.size() < 3 || !t[0].is_number(4)) return std::nullopt;
    const std::size_t w = t[1].is('-') ? 2 : 1;
    if (t.size() <= w + 1 || t[w].text != "w" || !t[w + 1].is_short_number()) return std::nullopt;
    Fields f;
    f.y = t[0].value;
    f.week = t[w + 1].value;
    if (t.size() == w + 2) return f;
    if (t.size() != w + 4 || !t[w + 2].is('-') || !t[w + 3].is_number(1)) return std::nullopt;
    f.week_day = t[w + 3].value;
    return f;
}

bool joins_days(const DateToken& token) {
    return token.is('-') || token.is('/') || token.is('&') || token.is(',') || token.is(DateWord::to) ||
           token.is(DateWord::also);
}

DaysInNumbers days_of(int first, int last, int m, int y) {
    DaysInNumbers span;
    span.first.d = first;
    span.last.d = last;
    span.first.m = span.last.m = m;
    span.first.y = span.last.y = y;
    return span;
}

}  // namespace

int full_year(int two_digits) { return two_digits + (two_digits < 70 ? 2000 : 1900); }

bool is_separator(const DateToken& token) { return token.is('-') || token.is('/') || token.is('.'); }

std::optional<DateFields> in_numbers(DateTokens t, DateOrder order) {
    if (t.size() == 1) return one_number(t[0]);
    if (auto week = iso_week(t)) return week;
    if (t.size() == 3 && t[0].is_number(5) && t[1].is('.') && t[2].kind == Kind::number)
        return one_number(t[0]);
    if (t.size() < 3 || t[0].kind != Kind::number || !is_separator(t[1]) || t[2].kind != Kind::number)
        return std::nullopt;
    Fields f;
    if (t[0].is_number(4) && t[2].is_short_number()) {
        f.y = t[0].value;
        f.m = t[2].value;
        if (t.size() == 3) return f;
        if (t.size() != 5 || t[3].text != t[1].text || !t[4].is_short_number()) return std::nullopt;
        f.d = t[4].value;
        return f;
    }
    if (!t[0].is_short_number()) return std::nullopt;
    if (t.size() == 3 && t[2].is_number(4)) {
        f.m = t[0].value;
        f.y = t[2].value;
        return f;
    }
    if (t.size() != 5 || t[3].text != t[1].text || !t[2].is_short_number()) return std::nullopt;
    const bool two_digits = t[4].is_number(2) && !t[1].is('-');
    if (!two_digits && !t[4].is_number(4)) return std::nullopt;
    return day_and_month(t[0].value, t[2].value, two_digits ? full_year(t[4].value) : t[4].value, order,
                         t[1].is('.'));
}

std::optional<DaysInNumbers> days_in_numbers(Tokens t, DateOrder order) {
    if (t.size() != 7 || !t[0].is_short_number() || !t[2].is_short_number() || !t[4].is_short_number())
        return std::nullopt;
    const bool two_digits = t[6].is_number(2) && !t[5].is('-');
    if (!is_separator(t[5]) || (!two_digits && !t[6].is_number(4))) return std::nullopt;
    const int y = two_digits ? full_year(t[6].value) : t[6].value;
    const auto parted = [&](std::size_t days, std::size_t month) {
        return joins_days(t[days]) && t[month].text == t[5].text && t[days].text != t[5].text;
    };
    if (parted(1, 3) && t[4].value <= 12) {
        DaysInNumbers span = days_of(t[0].value, t[2].value, t[4].value, y);
        span.two_readings = t[2].value <= 12 && !t[5].is('.') && order != DateOrder::day_first;
        return span;
    }
    if (parted(3, 1) && !t[5].is('.') && t[0].value <= 12) {
        DaysInNumbers span = days_of(t[2].value, t[4].value, t[0].value, y);
        span.two_readings = t[4].value <= 12 && order != DateOrder::month_first;
        return span;
    }
    return std::nullopt;
}

}  // namespace incidentmap
