// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <utility>

#include "core/date.hpp"
#include "core/date_fields.hpp"
#include "core/date_numbers.hpp"
#include "core/date_words.hpp"
#include "core/text.hpp"
#include "core/time_of_day.hpp"

namespace incidentmap {
namespace {

using Fields = DateFields;
using Tokens = DateTokens;
using Kind = DateToken::Kind;

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

/// `9-Aug-22`, `9 Aug 22`: a year of two digits behind a month's name, parted as the day is from it.
std::optional<Fields> short_year(Tokens t) {
    const bool marks = t.size() == 5 && is_separator(t[1]) && t[1].text == t[3].text;
    if (t.size() != 3 && !marks) return std::nullopt;
    const DateToken& d = t[0];
    const DateToken& m = marks ? t[2] : t[1];
    const DateToken& y = t.back();
    if (!d.is_short_number() || !m.is(DateWord::month) || !y.is_number(2)) return std::nullopt;
    Fields f;
    f.d = d.value;
    f.m = m.number;
    f.y = full_year(y.value);
    return f;
}

/// In Spanish and Portuguese `segunda` is the second too, and a weekday elsewhere: 0 where it is no count.
int counting_weekday(Tokens t) {
    const bool counts = t.size() > 1 && (t[1].is(DateWord::week) || t[1].is(DateWord::half));
    const bool is = counts && (t[0].text == "segunda" || t[0].text == "quarta" || t[0].text == "quinta");
    return is ? t[0].number + 1 : 0;
}

/// One word of a date in words. False where it has none such, or two.
bool take_word(const DateToken& token, Fields& f) {
    const auto once = [](int& field, int value, int unset) {
        if (field != unset) return field == value;
        field = value;
        return true;
    };
    switch (token.word) {
        case DateWord::month:
            return once(f.m, token.number, -1);
        case DateWord::season:
            return once(f.season, token.number, 0);
        case DateWord::part:
            return once(f.part, token.number, 0);
        case DateWord::night:
            return f.is_night = true;
        case DateWord::about:
            return f.is_about = true;
        case DateWord::ordinal:
            return once(f.ordinal, token.number, 0);
        case DateWord::before:
            return f.is_night_before = f.is_night;
        case DateWord::ending:
            return f.week_ends = f.week_of;
        case DateWord::weekday:
        case DateWord::nothing:
            return true;
        default:
            return false;
    }
}

/// A quarter, a half or a week, by the number behind it (-1: none), the one before it, or an ordinal. False
/// where nothing says which.
/// \param is_counted whether a number stands right before it: `2nd week`
bool take_period(DateWord word, int behind, bool is_counted, Fields& f) {
    const bool is_week = word == DateWord::week;
    int& field = is_week ? f.week : word == DateWord::half ? f.half : f.quarter;
    if (behind >= 0) {
        field = behind;
    } else if (is_week && !is_counted) {
        return f.week_of = true;
    } else if (f.ordinal > 0) {
        field = std::exchange(f.ordinal, 0);
    } else if (f.d > 0) {
        field = std::exchange(f.d, -1);
    } else {
        return false;
    }
    return is_week || (field >= 1 && field <= (word == DateWord::half ? 2 : 4));
}

/// Behind a number, what makes it count: `2nd`, `2-й`, `2ª`, and in one piece `2a`, `2e`.
bool is_ending(const DateToken& token) {
    return token.is(DateWord::nothing) || token.is('-') || token.is('.') ||
           ((token.text == "a" || token.text == "e") && !token.after_blank);
}

/// Whether these end in a number that counts what follows it.
bool before_counts(Tokens t) {
    while (!t.empty() && is_ending(t.back())) t = t.first(t.size() - 1);
    return !t.empty() && t.back().is_short_number();
}

bool is_period(const DateToken& token) {
    return token.is(DateWord::quarter) || token.is(DateWord::week) || token.is(DateWord::half);
}

/// `27 July 2020`, `Monday, July 27th, 2020`, `27-Jul-2020`, `July 2020`, `early July 2020`, `Q3 2020`.
/// \param is_end of a span, which may lack what the other end has
std::optional<Fields> in_words(Tokens t, bool is_end) {
    if (auto short_one = short_year(t)) return short_one;
    Fields f;
    for (std::size_t i = 0; i < t.size(); ++i) {
        const DateToken& token = t[i];
        if (is_period(token)) {
            const bool behind = i + 1 < t.size() && t[i + 1].is_short_number();
            const bool counted = i > 0 && before_counts(t.first(i)) && f.d > 0;
            if (token.is(DateWord::week) && behind && i + 2 < t.size() && t[i + 2].is(DateWord::month)) {
                // `week 27 July 2020` is that of a day; `week 2 March 2024` may be the second too.
                if (t[i + 1].value <= 5) return std::nullopt;
                f.week_of = true;
                continue;
            }
            if (!take_period(token.word, behind ? t[i + 1].value : -1, counted, f)) return std::nullopt;
            i += behind ? 1 : 0;
        } else if (token.kind == Kind::mark) {
            if (!is_separator(token) && !token.is(',') && !token.is('(') && !token.is(')') && !token.is('\''))
                return std::nullopt;
        } else if (i > 0 && i + 1 < t.size() && is_period(t[i + 1]) && is_ending(token) &&
                   before_counts(t.first(i))) {
            continue;
        } else if (const int count = counting_weekday(t.subspan(i)); count > 0) {
            f.ordinal = count;
        } else if (token.kind == Kind::word) {
            if (!take_word(token, f)) return std::nullopt;
        } else if (token.is_number(4) && f.y < 0) {
            f.y = token.value;
        } else if (token.is_short_number() && f.d < 0) {
            f.d = token.value;
        } else {
            return std::nullopt;
        }
    }
    // `week 2 of March` is none of the year.
    if (f.week > 0 && f.week <= 5 && f.m > 0 && f.d < 0 && f.ordinal == 0) {
        f.ordinal = std::exchange(f.week, 0);
        f.week_of = true;
    }
    const bool says =
        f.m > 0 || f.season > 0 || f.quarter > 0 || f.half > 0 || f.week > 0 || f.part > 0 || f.week_of;
    if (f.ordinal > 0 && (!f.week_of || f.m <= 0 || f.d > 0)) return std::nullopt;
    if (f.part > 0 && f.d > 0 && f.m <= 0) return std::nullopt;
    if (f.week > 0 && f.d > 0) return std::nullopt;
    if ((f.season > 0 || f.quarter > 0) && (f.d > 0 || f.m > 0)) return std::nullopt;
    if (is_end && f.d > 0) return f;
    return says || (f.d > 0 && f.y < 0) || (f.y > 0 && f.d < 0) ? std::optional{f} : std::nullopt;
}

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
        const std::optional<TimeOfDay> time = take_time(tokens);
        DateReading reading = read_tokens(tokens);
        if (!reading.date) return reading;
        if (time && time->zone_min && reading.date->precision == DatePrecision::day)
            reading.instant = std::chrono::sys_seconds{reading.date->first} +
                              std::chrono::minutes{time->minutes - *time->zone_min};
        reading.date->approximate |= about;
        return reading;
    }

  private:
    static DateReading why(std::string sentence) { return {std::nullopt, std::move(sentence), {}, false}; }

    DateReading read_tokens(Tokens t) const {
        if (t.empty()) return not_understood();
        if (const auto one = in_numbers(t, m_order)) return finished(*one);
        if (const auto days = days_in_numbers(t, m_order)) return of_days(*days);
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
            if (a->y > 0 && a->m < 0 && a->d < 0 && a->season == 0 && b->y < 0 && b->d > 0) continue;
            if (!fill(*a, *b)) continue;
            // `night of 27-28 July` ends on the 28th.
            a->is_night = b->is_night = false;
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
