// SPDX-License-Identifier: MIT
#include "core/date.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <vector>

#include "core/text.hpp"

namespace incidentmap {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekday_names{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

int number(std::string_view digits) {
    int value = -1;
    if (digits.size() <= 4) std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Runs of letters and of digits, lower case; every other byte stands as itself.
std::vector<std::string> pieces(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < text.size();) {
        const auto kind = [&](std::size_t k) {
            const auto c = static_cast<unsigned char>(text[k]);
            return std::isdigit(c) ? 1 : (std::isalpha(c) ? 2 : 0);
        };
        std::size_t end = i + 1;
        while (kind(i) != 0 && end < text.size() && kind(end) == kind(i)) ++end;
        if (!std::isspace(static_cast<unsigned char>(text[i])))
            out.push_back(lower_ascii(text.substr(i, end - i)));
        i = end;
    }
    return out;
}

/// 1 to 12 for a month's name, its first three letters or `sept`; 0 for anything else.
int month_of(std::string_view word) {
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        if (word == month_names[i] || word == month_names[i].substr(0, 3)) return static_cast<int>(i) + 1;
    }
    return word == "sept" ? 9 : 0;
}

/// 0 for Monday to 6 for Sunday, by name, or by its first three letters or `tues`, `thur`, `thurs`; -1 for
/// anything else.
int weekday_of(std::string_view word) {
    for (std::size_t i = 0; i < weekday_names.size(); ++i) {
        if (word == weekday_names[i] || word == weekday_names[i].substr(0, 3)) return static_cast<int>(i);
    }
    if (word == "tues") return 1;
    return word == "thur" || word == "thurs" ? 3 : -1;
}

bool is_weekday(std::string_view word) { return weekday_of(word) >= 0; }

std::string capitalised(std::string_view name) {
    std::string text(name);
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

std::optional<EventDate> whole_day(int y, int m, int d) {
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)},
                              std::chrono::day{static_cast<unsigned>(d)}};
    if (y < 1 || m < 1 || d < 1 || !date.ok()) return std::nullopt;
    return EventDate{Day{date}, Day{date}, DatePrecision::day, false};
}

std::optional<EventDate> whole_month(int y, int m) {
    if (y < 1 || m < 1 || m > 12) return std::nullopt;
    const year_month which{year{y}, month{static_cast<unsigned>(m)}};
    return EventDate{Day{which / std::chrono::day{1}}, Day{which / std::chrono::last}, DatePrecision::month,
                     false};
}

std::optional<EventDate> whole_year(int y) {
    if (y < 1) return std::nullopt;
    return EventDate{Day{year{y} / 1 / 1}, Day{year{y} / 12 / 31}, DatePrecision::year, false};
}

std::string no_such_day(std::string_view text) {
    return "date " + quoted(text) + " is not in the calendar; give a day that exists";
}

/// `03/04/2020` and its kin: two short numbers and a year, whatever stands between them.
ReadDate read_numbers(std::string_view text, int a, int b, int y, DateOrder order) {
    if (order == DateOrder::unstated && a <= 12 && b <= 12 && a != b) {
        return "date " + quoted(text) +
               " can be read as two days; say which with --dates dmy or --dates mdy, or write " +
               "it as year-month-day";
    }
    const bool day_first = order == DateOrder::day_first || (order == DateOrder::unstated && a > 12);
    const auto read = day_first || a == b ? whole_day(y, b, a) : whole_day(y, a, b);
    if (read) return *read;
    return no_such_day(text);
}

/// Year first: `2020`, `2020-07`, `2020-07-27`, `2020/07/27`, with or without a time of day behind it.
std::optional<ReadDate> read_year_first(std::string_view text, const std::vector<std::string>& p) {
    if (p.empty() || p[0].size() != 4 || !all_digits(p[0])) return std::nullopt;
    const int y = number(p[0]);
    const auto or_not = [&](std::optional<EventDate> date) -> ReadDate {
        return date ? ReadDate{*date} : ReadDate{no_such_day(text)};
    };
    if (p.size() == 1) return or_not(whole_year(y));
    const bool separated = p[1] == "-" || p[1] == "/" || p[1] == ".";
    if (!separated || p.size() < 3 || !all_digits(p[2]) || p[2].size() > 2) return std::nullopt;
    if (p.size() == 3) return or_not(whole_month(y, number(p[2])));
    if (p[3] != p[1] || p.size() < 5 || !all_digits(p[4]) || p[4].size() > 2) return std::nullopt;
    const bool time_behind =
        p.size() == 5 || p[5] == "t" || (all_digits(p[5]) && p.size() > 6 && p[6] == ":");
    if (!time_behind) return std::nullopt;
    return or_not(whole_day(y, number(p[2]), number(p[4])));
}

/// Words: `27 July 2020`, `Monday, July 27th, 2020`, `27-Jul-2020`, `July 2020`.
std::optional<ReadDate> read_words(std::string_view text, const std::vector<std::string>& p) {
    int day = 0;
    int m = 0;
    int y = 0;
    for (const std::string& piece : p) {
        if (piece == "," || piece == "-" || piece == "." || piece == "st" || piece == "nd" || piece == "rd" ||
            piece == "th" || piece == "of" || piece == "the" || is_weekday(piece)) {
            continue;
        }
        if (all_digits(piece) && piece.size() == 4 && y == 0) {
            y = number(piece);
        } else if (all_digits(piece) && piece.size() <= 2 && day == 0) {
            day = number(piece);
        } else if (const int named = month_of(piece); named != 0 && m == 0) {
            m = named;
        } else {
            return std::nullopt;
        }
    }
    if (m == 0) return std::nullopt;
    if (y == 0) return ReadDate{"date " + quoted(text) + " has no year; give one with four digits"};
    const auto read = day == 0 ? whole_month(y, m) : whole_day(y, m, day);
    return read ? ReadDate{*read} : ReadDate{no_such_day(text)};
}

ReadDate read_single(std::string_view text, DateOrder order) {
    const std::vector<std::string> p = pieces(text);
    if (auto read = read_year_first(text, p)) return *read;
    if (p.size() >= 5 && all_digits(p[0]) && all_digits(p[2]) && all_digits(p[4]) && p[0].size() <= 2 &&
        p[2].size() <= 2 && p[4].size() == 4 && p[1] == p[3] && (p[1] == "/" || p[1] == "." || p[1] == "-")) {
        return read_numbers(text, number(p[0]), number(p[2]), number(p[4]), order);
    }
    if (auto read = read_words(text, p)) return *read;
    return "date " + quoted(text) + " is not understood; write it as 2020-07-27, 2020-07 or 2020";
}

}  // namespace

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

namespace {

/// Where the slash of an interval stands: between two dates that each begin with a year of four digits.
std::optional<std::size_t> slash_of_interval(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || slash < 4 || text.size() - slash <= 4) return std::nullopt;
    const std::string_view second = trimmed(text.substr(slash + 1));
    const bool years = second.size() >= 4 && all_digits(text.substr(0, 4)) && all_digits(second.substr(0, 4));
    return years ? std::optional(slash) : std::nullopt;
}

}  // namespace

ReadDate read_date(std::string_view whole, DateOrder order) {
    std::string_view text = trimmed(whole);
    bool approximate = false;
    while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
        approximate = true;
        text = trimmed(text.substr(0, text.size() - 1));
    }
    for (std::string_view word : {"about ", "around ", "circa ", "ca. ", "c. "}) {
        if (lower_ascii(text.substr(0, word.size())) == word) {
            approximate = true;
            text = trimmed(text.substr(word.size()));
        }
    }
    ReadDate read;
    if (const auto slash = slash_of_interval(text)) {
        const ReadDate from = read_date(text.substr(0, *slash), order);
        const ReadDate to = read_date(text.substr(*slash + 1), order);
        if (std::holds_alternative<std::string>(from)) return from;
        if (std::holds_alternative<std::string>(to)) return to;
        const auto& a = std::get<EventDate>(from);
        const auto& b = std::get<EventDate>(to);
        if (b.last < a.first) return "date " + quoted(whole) + " ends before it starts; swap its two ends";
        read = span_of(a, b);
    } else {
        read = read_single(text, order);
    }
    if (auto* date = std::get_if<EventDate>(&read)) date->approximate |= approximate;
    return read;
}

bool ends_before_start(std::string_view whole, DateOrder order) {
    const std::string_view text = trimmed(whole);
    const auto slash = slash_of_interval(text);
    if (!slash) return false;
    const ReadDate from = read_date(text.substr(0, *slash), order);
    const ReadDate to = read_date(text.substr(*slash + 1), order);
    const auto* first = std::get_if<EventDate>(&from);
    const auto* second = std::get_if<EventDate>(&to);
    return first != nullptr && second != nullptr && second->last < first->first;
}

std::optional<std::string> wrong_weekday(std::string_view text, const EventDate& date) {
    const bool has_words =
        std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c); });
    if (!has_words || date.first != date.last) return std::nullopt;
    const auto is = std::chrono::weekday{date.first}.iso_encoding() - 1;
    for (const std::string& piece : pieces(text)) {
        const int said = weekday_of(piece);
        if (said < 0) continue;
        if (static_cast<unsigned>(said) == is) return std::nullopt;
        return "date " + quoted(text) + " says " +
               capitalised(weekday_names[static_cast<std::size_t>(said)]) + ", and " + to_iso(date.first) +
               " is a " + capitalised(weekday_names[is]);
    }
    return std::nullopt;
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
