// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// What a word says in a date.
enum class DateWord {
    none,     ///< it is no word of a date
    month,    ///< 1 to 12
    weekday,  ///< 1 Monday to 7 Sunday
    season,   ///< 1 spring to 4 winter
    part,     ///< 1 early, 2 middle, 3 late
    quarter,
    week,
    night,
    to,       ///< between the ends of a span
    also,     ///< `and`
    nothing,  ///< `of`, `th`
    about,
    zone,  ///< `UTC`
    noon,  ///< `am`, `pm`
    half,
    ordinal,  ///< 1 first to 4 fourth
    before,   ///< `на`: of a night, the one that ends on the day
    ending,   ///< of a week, by its last day
    weekend,
    not_known,  ///< in a remark on the day: `exact day unknown`
    one_end,    ///< `before`, `since`: of a time that has no other end
};

/// A piece of a date's text: a number, a word or a mark.
struct DateToken {
    enum class Kind { number, word, mark } kind = Kind::mark;
    std::string text;  ///< digits; letters in lower case without accents; `-` for any dash
    int value = 0;     ///< of a number of at most 9 digits, else -1
    DateWord word = DateWord::none;
    int number = 0;  ///< of a month, weekday, season or part
    bool after_blank = false;
    std::size_t at = 0;  ///< where it begins, in bytes

    bool is(char mark) const { return kind == Kind::mark && text.size() == 1 && text[0] == mark; }
    bool is(DateWord what) const { return kind == Kind::word && word == what; }
    bool is_number(std::size_t digits) const { return kind == Kind::number && text.size() == digits; }
    bool is_short_number() const { return kind == Kind::number && text.size() <= 2; }
};

/// The pieces of a text, its words known in eight languages (tables/date_words.csv), Arabic and Persian
/// digits as ASCII ones, any dash as `-`, blanks and signs of no width left out.
std::vector<DateToken> date_tokens(std::string_view text);

/// The English name of a weekday, 1 Monday to 7 Sunday.
std::string_view weekday_name(int number);

}  // namespace incidentmap
