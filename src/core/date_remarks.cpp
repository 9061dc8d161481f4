// SPDX-License-Identifier: MIT
#include "core/date_remarks.hpp"

#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

namespace incidentmap {
namespace {

using Kind = DateToken::Kind;

/// 1 to 12, in Latin letters or in Cyrillic ones that look alike; else 0.
int roman_number(std::string text) {
    constexpr std::string_view cyrillic[] = {"і", "х"};
    constexpr std::string_view latin[] = {"i", "x"};
    for (std::size_t i = 0; i < std::size(cyrillic); ++i) {
        for (auto at = text.find(cyrillic[i]); at != std::string::npos; at = text.find(cyrillic[i], at))
            text.replace(at, cyrillic[i].size(), latin[i]);
    }
    constexpr std::array<std::string_view, 12> numbers{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                       "vii", "viii", "ix",  "x",  "xi", "xii"};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (text == numbers.at(i)) return static_cast<int>(i) + 1;
    }
    return 0;
}

bool is_part_mark(const DateToken& token) { return token.is('.') || token.is('/') || token.is('-'); }

/// The token before or behind, a mark between them left out; null where there is none.
const DateToken* beside(const std::vector<DateToken>& tokens, std::size_t i, int step) {
    auto at = static_cast<std::ptrdiff_t>(i) + step;
    const auto size = static_cast<std::ptrdiff_t>(tokens.size());
    if (at >= 0 && at < size && is_part_mark(tokens[static_cast<std::size_t>(at)])) at += step;
    return at >= 0 && at < size ? &tokens[static_cast<std::size_t>(at)] : nullptr;
}

bool is_remark_mark(const DateToken& token) {
    return token.is('(') || token.is(')') || token.is('[') || token.is(']') || token.is(',') ||
           token.is(';') || token.is('-') || token.is('.');
}

}  // namespace

void settle_roman_numbers(std::vector<DateToken>& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        DateToken& token = tokens[i];
        const int value = token.kind == Kind::word ? roman_number(token.text) : 0;
        if (value == 0) continue;
        const DateToken* behind = beside(tokens, i, 1);
        const DateToken* before = beside(tokens, i, -1);
        if (behind == nullptr) continue;
        const bool counts =
            behind->is(DateWord::quarter) || behind->is(DateWord::half) || behind->is(DateWord::week);
        const bool is_month =
            before != nullptr && before->is_short_number() && behind->is_number(4) && token.text != "и";
        if (!counts && !is_month) continue;
        token.kind = counts ? Kind::number : Kind::word;
        token.text = counts ? std::to_string(value) : token.text;
        token.value = value;
        token.word = counts ? DateWord::none : DateWord::month;
        token.number = value;
    }
}

bool take_remark(std::vector<DateToken>& tokens) {
    std::size_t end = tokens.size();
    std::size_t begin = end;
    bool says = false;
    for (; end > 0; --end) {
        const DateToken& token = tokens[end - 1];
        if (token.is(DateWord::not_known)) {
            says = true;
            begin = end - 1;
        } else if (is_remark_mark(token)) {
            if (says) begin = end - 1;
        } else if (!token.is(DateWord::nothing)) {
            break;
        }
    }
    if (!says || begin == 0) return false;
    tokens.resize(begin);
    return true;
}

DateFrame frame_of(std::span<const DateToken> tokens) {
    DateFrame frame;
    frame.end = tokens.size();
    const auto take = [&](const DateToken& token) {
        if (token.is(DateWord::night)) return frame.is_night = true;
        if (token.is(DateWord::weekend)) return frame.is_weekend = true;
        if (token.is(DateWord::before) && frame.is_night) return frame.is_night_before = true;
        return token.is(DateWord::nothing) || token.is(DateWord::weekday);
    };
    while (frame.begin < frame.end && (take(tokens[frame.begin]) || tokens[frame.begin].is(',')))
        ++frame.begin;
    while (frame.end > frame.begin) {
        const DateToken& last = tokens[frame.end - 1];
        // `1999/2nd` is no month.
        if (frame.end > 1 && last.kind == Kind::word && !last.after_blank &&
            tokens[frame.end - 2].is_short_number())
            break;
        if (!take(last) && !last.is(',') && !last.is('.') && !last.is('(') && !last.is(')')) break;
        --frame.end;
    }
    return frame;
}

}  // namespace incidentmap
