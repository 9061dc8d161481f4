// SPDX-License-Identifier: MIT
#include "prose/numeric_days.hpp"

#include <algorithm>
#include <vector>

#include "prose/number_word.hpp"

namespace incidentmap {
namespace {

/// The number of one or two digits, or of \p digits; 0 where it is none.
int number_at(std::span<const Token> tokens, std::size_t at, std::size_t digits = 0) {
    if (at >= tokens.size() || !tokens[at].is_number()) return 0;
    const std::string& text = tokens[at].text;
    if (digits == 0 ? text.size() > 2 : text.size() != digits) return 0;
    return static_cast<int>(number_of(tokens[at]).value_or(0));
}

bool is_slash(std::span<const Token> tokens, std::size_t at) {
    return at + 1 < tokens.size() && tokens[at].is("/") && !tokens[at].after_blank &&
           !tokens[at + 1].after_blank;
}

std::optional<Day> day_of(int year, int month, int day) {
    const std::chrono::year_month_day whole{std::chrono::year{year},
                                            std::chrono::month{static_cast<unsigned>(month)},
                                            std::chrono::day{static_cast<unsigned>(day)}};
    if (!whole.ok()) return std::nullopt;
    return Day{whole};
}

/// Whether it lies in the month before the publication; a day may be ahead of it where zones differ.
bool is_recent(const NumericDay& one, bool day_first, Day published) {
    const int month = day_first ? one.second : one.first;
    const int day = day_first ? one.first : one.second;
    const int now = static_cast<int>(std::chrono::year_month_day{published}.year());
    const std::vector<int> years =
        one.year != 0 ? std::vector<int>{one.year} : std::vector<int>{now, now - 1};
    return std::any_of(years.begin(), years.end(), [&](int year) {
        const std::optional<Day> found = day_of(year, month, day);
        return found && *found <= published + std::chrono::days{1} &&
               *found >= published - std::chrono::days{31};
    });
}

}  // namespace

std::optional<NumericDay> numeric_day_at(std::span<const Token> tokens, std::size_t at) {
    if (at > 0 && tokens[at - 1].is("/")) return std::nullopt;
    NumericDay found;
    found.first = number_at(tokens, at);
    if (found.first == 0 || !is_slash(tokens, at + 1)) return std::nullopt;
    found.second = number_at(tokens, at + 2);
    if (found.second == 0 || found.first > 31 || found.second > 31) return std::nullopt;
    found.at = {at, at + 3};
    if (is_slash(tokens, at + 3)) {
        found.year = number_at(tokens, at + 4, 4);
        if (found.year < 1900 || found.year > 2100) return std::nullopt;
        found.at.end = at + 5;
        return found;
    }
    const std::size_t behind = at + 3;
    if (behind >= tokens.size() ||
        !(tokens[behind].is(":") || tokens[behind].is("-") || tokens[behind].is("|")))
        return std::nullopt;
    const bool leads = std::all_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                                   [](const Token& token) { return token.is_mark(); });
    return leads ? std::optional(found) : std::nullopt;
}

DayOrder order_of_days(std::span<const Sentence> sentences, const std::optional<Day>& published) {
    std::vector<NumericDay> all;
    for (const Sentence& sentence : sentences) {
        for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
            if (const auto found = numeric_day_at(sentence.tokens, i)) all.push_back(*found);
        }
    }
    const auto all_of = [&](auto&& says) { return std::all_of(all.begin(), all.end(), says); };
    const bool day_first = all_of([](const NumericDay& one) { return one.second <= 12; });
    const bool month_first = all_of([](const NumericDay& one) { return one.first <= 12; });
    if (all.empty() || (!day_first && !month_first)) return DayOrder::unknown;
    if (day_first != month_first) return day_first ? DayOrder::day_first : DayOrder::month_first;
    if (all_of([](const NumericDay& one) { return one.first == one.second; })) return DayOrder::day_first;
    if (!published) return DayOrder::unknown;
    const bool recent = all_of([&](const NumericDay& one) { return is_recent(one, true, *published); });
    const bool other = all_of([&](const NumericDay& one) { return is_recent(one, false, *published); });
    if (recent == other) return DayOrder::unknown;
    return recent ? DayOrder::day_first : DayOrder::month_first;
}

}  // namespace incidentmap
