// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <utility>

#include "core/date.hpp"
#include "core/date_fields.hpp"
#include "core/date_in_words.hpp"
#include "core/date_numbers.hpp"
#include "core/date_remarks.hpp"
#include "core/date_words.hpp"
#include "core/text.hpp"
#include "core/time_of_day.hpp"

namespace incidentmap {
namespace {

using Fields = DateFields;
using Tokens = DateTokens;
using Kind = DateToken::Kind;

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

/// What one end leaves to the other: `27-28 July 2020`, `27 July - 2 August 2020`, `July 27-28, 2020`.
/// False where they are no two ends of a span.
bool fill(Fields& a, Fields& b) {
    if (a.two_readings || b.two_readings) return a.y > 0 && b.y > 0;
    if (a.whole || b.whole) return a.whole.has_value() && b.whole.has_value();
    const auto is_coarse = [](const Fields& f) {
        return f.half > 0 || f.ordinal > 0 || f.part > 0 || f.season > 0 || f.quarter > 0 || f.week > 0;
    };
    // `week 20-26 May 2024` names its days.
    if (a.week > 0 && a.week_day == 0 && b.d > 0) {
        if (b.m <= 0 || b.d - a.week < 4) return false;
        a.d = std::exchange(a.week, 0);
    }
    if (a.d > 0 && b.d > 0 && a.m != 0 && b.m != 0) a.week_of = b.week_of = false;
    if (a.y < 0) a.y = b.y;
    if (b.y < 0) b.y = a.y;
    if (a.m < 0 && !is_coarse(a) && a.d > 0) a.m = b.m;
    if (b.m < 0 && !is_coarse(b) && b.d > 0) b.m = a.m;
    if (a.part > 0 && a.m < 0 && b.m > 0) a.m = b.m;
    const bool shapes = is_coarse(a) || is_coarse(b) || ((a.d > 0) == (b.d > 0) && (a.m > 0) == (b.m > 0));
    return a.y > 0 && b.y > 0 && shapes;
}

class Reader {
  public:
    Reader(std::string_view text, DateOrder order) : m_text(text), m_order(order) {}

    DateReading read() {
        std::vector<DateToken> tokens = date_tokens(m_text);
        bool about = false;
        while (!tokens.empty() && (tokens.back().is('~') || tokens.back().is('?') || tokens.back().is('%'))) {
            about = true;
            tokens.pop_back();
        }
        // `on or about 27 July`
        if (tokens.size() > 3 && tokens[1].is(DateWord::also) && tokens[2].is(DateWord::about))
            tokens.erase(tokens.begin(), tokens.begin() + 2);
        while (!tokens.empty() && (tokens.front().is(DateWord::about) || tokens.front().is('~'))) {
            about = true;
            tokens.erase(tokens.begin());
            if (!tokens.empty() && tokens.front().is('.')) tokens.erase(tokens.begin());
        }
        // `?/01/2024`: the day is not known.
        if (tokens.size() == 5 && tokens[0].is('?') && is_separator(tokens[1]))
            tokens.erase(tokens.begin(), tokens.begin() + 2);
        const std::optional<TimeOfDay> time = take_time(tokens);
        settle_roman_numbers(tokens);
        const bool remark = take_remark(tokens);
        const bool one_end = take_one_end(tokens);
        DateReading reading = read_tokens(tokens);
        if (!reading.date) return reading;
        if (one_end) {
            return why("date " + quoted(m_text) +
                       " says one end of a time and not the other; write the day, or both ends as in "
                       "2020-07-24/2020-07-27");
        }
        about |= remark && reading.date->precision == DatePrecision::day;
        if (time && time->zone_min && reading.date->precision == DatePrecision::day)
            reading.instant = std::chrono::sys_seconds{reading.date->first} +
                              std::chrono::minutes{time->minutes - *time->zone_min};
        reading.date->approximate |= about;
        return reading;
    }

  private:
    /// Takes `before`, `since` away, and what leads to a part: `à la fin de`, `на початку`. True where only
    /// one end of a time is said.
    static bool take_one_end(std::vector<DateToken>& tokens) {
        std::size_t words = 0;
        bool is = false;
        bool since = false;
        const auto leads = [](const DateToken& token) {
            return token.is(DateWord::to) || token.is(DateWord::before) || token.is(DateWord::one_end) ||
                   token.is(DateWord::nothing);
        };
        for (; words < tokens.size() && leads(tokens[words]); ++words) {
            const DateToken& token = tokens[words];
            is |= token.is(DateWord::one_end) || (token.is(DateWord::to) && token.text.size() > 2);
            since |= token.is(DateWord::one_end) && token.number == 1;
        }
        if (words == tokens.size()) return false;
        const bool both =
            since && std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(words), tokens.end(),
                                 [](const DateToken& token) { return token.is(DateWord::to); });
        if (is || tokens[words].is(DateWord::part))
            tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(words));
        while (tokens.size() > 1 && tokens.back().is(DateWord::one_end)) {
            tokens.pop_back();
            is = true;
        }
        return is && !both;
    }

    static DateReading why(std::string sentence) { return {std::nullopt, std::move(sentence), {}, false}; }

    DateReading read_tokens(Tokens t) const {
        if (t.empty()) return not_understood();
        const DateFrame frame = frame_of(t);
        const Tokens numbers = t.subspan(frame.begin, frame.end - frame.begin);
        if (auto one = in_numbers(numbers, m_order)) {
            one->is_night = frame.is_night;
            one->is_night_before = frame.is_night_before;
            one->is_weekend = frame.is_weekend;
            return finished(*one);
        }
        if (const auto days = days_in_numbers(numbers, m_order)) return of_days(*days);
        if (const auto one = in_words(t, false)) return finished(*one);
        if (auto span = read_span(t)) return *span;
        return not_understood();
    }

    DateReading not_understood() const {
        return why("date " + quoted(m_text) + " is not understood; write it as 2020-07-27, 2020-07 or 2020");
    }

    DateReading of_days(const DaysInNumbers& days) const {
        DateReading reading = joined(days.first, days.last);
        if (!days.two_readings || !reading.date) return reading;
        return why("date " + quoted(m_text) +
                   " can be read in two ways; if it is of one month, write it as " + to_edtf(*reading.date));
    }

    std::optional<Fields> fields(Tokens t) const {
        if (const auto one = in_numbers(t, m_order)) return one;
        if (t.size() == 1 && t[0].is_short_number()) {
            Fields f;
            f.d = t[0].value;
            return f;
        }
        return in_words(t, true);
    }

    /// Two ends with a dash or a word between.
    std::optional<DateReading> read_span(Tokens t) const {
        for (std::size_t i = 1; i + 1 < t.size(); ++i) {
            const bool joins = t[i].is('-') || t[i].is('/') || t[i].is('&') || t[i].is(',') ||
                               t[i].is(DateWord::to) || t[i].is(DateWord::also);
            // `--` is one dash.
            if (!joins || t[i + 1].is('-')) continue;
            const std::size_t left_end = i > 1 && t[i].is('-') && t[i - 1].is('-') ? i - 1 : i;
            auto a = fields(t.first(left_end));
            auto b = fields(t.subspan(i + 1));
            if (!a || !b) continue;
            // Whether the day before `5/6/2020` is of its first or its second number is not said.
            if (left_end == 1 && t[0].is_short_number() && in_numbers(t.subspan(i + 1), m_order)) continue;
            if (a->season == 4 && a->y > 0 && b->y == a->y + 1 && b->m < 0 && b->season == 0) {
                return DateReading{season_date(*a, b->y), {}, {}, false};
            }
            const bool short_year =
                left_end == i && i + 2 == t.size() && t[i + 1].is_number(2) && (t[i].is('/') || t[i].is('-'));
            // `winter 2019/20`
            if (short_year && a->season == 4 && t[i + 1].value == (a->y + 1) % 100)
                return DateReading{season_date(*a, a->y + 1), {}, {}, false};
            if (a->y > 0 && a->m < 0 && a->d < 0 && a->season == 0 && b->y < 0 && b->d > 0) continue;
            if (!fill(*a, *b)) continue;
            // `night of 27-28 July` ends on the 28th.
            a->is_night = b->is_night = a->is_weekend = b->is_weekend = false;
            return joined(*a, *b);
        }
        return std::nullopt;
    }

    DateReading joined(const Fields& a, const Fields& b) const {
        DateReading first = finished(a);
        DateReading second = finished(b);
        if (!first.date) return first;
        if (!second.date) return second;
        if (second.date->last < first.date->first)
            return {std::nullopt,
                    "date " + quoted(m_text) + " ends before it starts; swap its two ends",
                    {},
                    true};
        return {span_of(*first.date, *second.date), {}, {}, false};
    }

    DateReading finished(const Fields& f) const {
        if (f.two_readings) {
            return why("date " + quoted(m_text) +
                       " can be read as two days; say which with --dates dmy or --dates " +
                       "mdy, or write it as year-month-day");
        }
        if (!f.whole && f.y < 0)
            return why("date " + quoted(m_text) + " has no year; give one with four digits");
        if (f.y >= 1300 && f.y <= 1500) {
            return why(
                "date " + quoted(m_text) + " has the year " + std::to_string(f.y) +
                ", which is none of our days; is it of the Persian or the Islamic calendar? Write it as "
                "year-month-day of the Gregorian one");
        }
        if (f.y >= 2500 && f.y <= 2600) {
            return why("date " + quoted(m_text) + " has the year " + std::to_string(f.y) +
                       "; is it of the Buddhist calendar? Write it as year-month-day of the Gregorian one");
        }
        if (const auto date = date_of(f)) return {*date, {}, {}, false};
        return why("date " + quoted(m_text) + " is not in the calendar; give a day that exists");
    }

    std::string_view m_text;
    DateOrder m_order;
};

/// `2020-07-27` and no more: what most tables have.
std::optional<EventDate> plain_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int fields[3] = {0, 0, 0};
    std::size_t field = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7) {
            ++field;
            continue;
        }
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        fields[field] = fields[field] * 10 + (text[i] - '0');
    }
    if (fields[0] > 2400 || (fields[0] >= 1300 && fields[0] <= 1500)) return std::nullopt;
    Fields day;
    day.y = fields[0];
    day.m = fields[1];
    day.d = fields[2];
    return day.m > 0 && day.d > 0 ? date_of(day) : std::nullopt;
}

}  // namespace

DateReading read_date_text(std::string_view whole, DateOrder order) {
    const std::string_view text = trimmed(whole);
    if (const auto day = plain_day(text)) return {*day, {}, {}, false};
    // Longer than any date; what people put in a cell may be a page.
    constexpr std::size_t longest = 200;
    if (text.size() > longest)
        return {std::nullopt, "date " + quoted(shortened(text, 60)) + " is too long for a date", {}, false};
    return Reader(text, order).read();
}

ReadDate read_date(std::string_view text, DateOrder order) {
    DateReading reading = read_date_text(text, order);
    return reading.date ? ReadDate{*reading.date} : ReadDate{std::move(reading.why)};
}

DateOrder order_shown_by(std::string_view text) {
    std::size_t at = 0;
    const auto number = [&]() -> int {
        int value = 0;
        std::size_t digits = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits)
            if (digits < 2) value = value * 10 + (text[at] - '0');
        return digits == 1 || digits == 2 ? value : -1;
    };
    text = trimmed(text);
    const int a = number();
    if (a < 0 || at >= text.size() || (text[at] != '/' && text[at] != '-')) return DateOrder::unstated;
    const char separator = text[at++];
    const int b = number();
    if (b < 0 || at >= text.size() || text[at] != separator) return DateOrder::unstated;
    if (a > 12 && a <= 31 && b >= 1 && b <= 12) return DateOrder::day_first;
    if (b > 12 && b <= 31 && a >= 1 && a <= 12) return DateOrder::month_first;
    return DateOrder::unstated;
}

std::optional<std::string> wrong_weekday(std::string_view text, const EventDate& date) {
    const bool has_words =
        std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) || c >= 0x80; });
    if (!has_words || date.first != date.last) return std::nullopt;
    const std::chrono::weekday weekday{date.first};
    const int is = static_cast<int>(weekday.iso_encoding());
    for (const DateToken& token : date_tokens(text)) {
        if (!token.is(DateWord::weekday)) continue;
        if (token.number == is) return std::nullopt;
        return "date " + quoted(text) + " says " + std::string(weekday_name(token.number)) + ", and " +
               to_iso(date.first) + " is a " + std::string(weekday_name(is));
    }
    return std::nullopt;
}

}  // namespace incidentmap
