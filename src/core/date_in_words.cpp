// SPDX-License-Identifier: MIT
#include "core/date_in_words.hpp"

#include <cstddef>
#include <utility>

namespace incidentmap {
namespace {

using Fields = DateFields;
using Tokens = DateTokens;
using Kind = DateToken::Kind;

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
        case DateWord::weekend:
            return f.is_weekend = true;
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

}  // namespace

std::optional<DateFields> in_words(DateTokens t, bool is_end) {
    if (auto short_one = short_year(t)) return short_one;
    Fields f;
    std::size_t quarter_end = 0;  // behind its number: where a year of two digits may stand
    for (std::size_t i = 0; i < t.size(); ++i) {
        const DateToken& token = t[i];
        if (is_period(token)) {
            const bool behind = i + 1 < t.size() && t[i + 1].is_short_number();
            const bool ordinal = i + 1 < t.size() && t[i + 1].is(DateWord::ordinal);
            const bool counted = i > 0 && before_counts(t.first(i)) && f.d > 0;
            if (token.is(DateWord::week) && behind && i + 2 < t.size() && t[i + 2].is(DateWord::month)) {
                // `week 27 July 2020` is that of a day; `week 2 March 2024` may be the second too.
                if (t[i + 1].value <= 5) return std::nullopt;
                f.week_of = true;
                continue;
            }
            // `3Q22`
            if (token.is(DateWord::quarter) && behind && counted && f.d <= 4 && f.y < 0 &&
                t[i + 1].is_number(2)) {
                f.quarter = std::exchange(f.d, -1);
                f.y = full_year(t[++i].value);
                continue;
            }
            // `الربع الثاني`: the second quarter
            if (ordinal && !token.is(DateWord::week) && f.ordinal == 0) f.ordinal = t[++i].number;
            if (!take_period(token.word, behind ? t[i + 1].value : -1, counted, f)) return std::nullopt;
            i += behind ? 1 : 0;
            quarter_end = i + 1;
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
        } else if (token.is_number(2) && f.quarter > 0 && f.y < 0 && f.d < 0 && i <= quarter_end + 1) {
            f.y = full_year(token.value);
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
    if (f.is_weekend && f.d <= 0) return std::nullopt;
    if ((f.season > 0 || f.quarter > 0) && (f.d > 0 || f.m > 0)) return std::nullopt;
    if (is_end && f.d > 0) return f;
    return says || (f.d > 0 && f.y < 0) || (f.y > 0 && f.d < 0) ? std::optional{f} : std::nullopt;
}

}  // namespace incidentmap
