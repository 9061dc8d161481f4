// SPDX-License-Identifier: MIT
#include "prose/time_words.hpp"

#include "prose/number_word.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct TimeRow {
    TimeSort sort;
    double days;
    std::string_view words;
};

constexpr TimeRow time_rows[] = {
#include "prose/tables/time_words.inc"
};

const WordTable& time_words() {
    static const WordTable table(time_rows);
    return table;
}

/// `eight days earlier`, `three weeks later`, `ten days ago`
std::optional<TimeWords> counted_time_at(std::span<const Token> tokens, std::size_t at) {
    // `five years ago`
    if (at + 2 < tokens.size() && tokens[at + 1].is("years") && tokens[at + 2].is("ago")) {
        const auto years = number_of(tokens[at]);
        if (years && *years >= 2 && *years < 60)
            return TimeWords{TimeSort::year, static_cast<int>(*years), 3};
    }
    const auto counted = counted_days_at(tokens, at);
    if (!counted || at + counted->size >= tokens.size()) return std::nullopt;
    const Token& way = tokens[at + counted->size];
    const auto words = [&](TimeSort sort) { return TimeWords{sort, counted->days, counted->size + 1}; };
    if (way.is("earlier") || way.is("before") || way.is("previously")) return words(TimeSort::anchored_back);
    if (way.is("later") || way.is("afterwards")) return words(TimeSort::anchored_on);
    if (way.is("ago")) return words(TimeSort::ago);
    return std::nullopt;
}

}  // namespace

std::optional<CountedDays> counted_days_at(std::span<const Token> tokens, std::size_t at) {
    if (at + 1 >= tokens.size() || tokens[at].after_hyphen) return std::nullopt;
    const auto number = number_of(tokens[at]);
    if (!number || is_ordinal(tokens[at]) || *number < 2 || *number > 60) return std::nullopt;
    const Token& unit = tokens[at + 1];
    const int each = unit.is("days") || unit.is("nights") ? 1
                     : unit.is("weeks")                   ? 7
                     : unit.is("months")                  ? 30
                                                          : 0;
    if (each == 0) return std::nullopt;
    return CountedDays{static_cast<int>(*number) * each, 2};
}

std::optional<TimeWords> time_words_at(std::span<const Token> tokens, std::size_t at) {
    if (const auto hit = time_words().find(tokens, at)) {
        const TimeRow& row = time_rows[hit->row];
        return TimeWords{row.sort, static_cast<int>(row.days), hit->size};
    }
    return counted_time_at(tokens, at);
}

}  // namespace incidentmap
