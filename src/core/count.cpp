// SPDX-License-Identifier: MIT
#include "core/count.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "core/count_words.hpp"
#include "core/plain_text.hpp"
#include "core/text.hpp"
#include "core/unknown_words.hpp"

namespace incidentmap {
namespace {

struct SignRow {
    std::string_view sign;
    CountWord means;
};

/// Signs before a number; those of two first.
constexpr SignRow signs[] = {
    {">=", CountWord::at_least}, {"<=", CountWord::at_most},  {"≥", CountWord::at_least},
    {"≤", CountWord::at_most},   {">", CountWord::more_than}, {"<", CountWord::fewer_than},
    {"~", CountWord::about},     {"≈", CountWord::about},
};

/// `3`, `3,000`, `3 000`, `12.0` (as spreadsheets write a whole number), `six`. Never negative.
std::optional<std::int64_t> whole_number(std::string_view text) {
    if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
    std::string digits;
    std::size_t since_comma = 0;
    bool commas = false;
    for (char c : text) {
        if (c == ',' || c == ' ') {
            if (digits.empty() || (commas && since_comma != 3)) return std::nullopt;
            commas = true;
            since_comma = 0;
        } else if (c >= '0' && c <= '9') {
            digits += c;
            ++since_comma;
        } else {
            return digits.empty() ? number_in_words(text) : std::nullopt;
        }
    }
    if (commas && since_comma != 3) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::optional<Count> span_of(std::string_view low, std::string_view high) {
    const auto least = whole_number(trimmed(low));
    const auto most = whole_number(trimmed(high));
    if (!least || !most || *least > *most) return std::nullopt;
    return Count{least, *least == *most ? least : std::nullopt, most};
}

/// `4-6`, `4 to 6`, `between 4 and 6`.
std::optional<Count> range(std::string_view text) {
    if (const auto dash = text.find('-'); dash != std::string_view::npos && dash > 0) {
        if (const auto span = span_of(text.substr(0, dash), text.substr(dash + 1))) return span;
    }
    const auto between = word_at_start(text, {CountWord::between});
    if (between) text = between->rest;
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        const auto joint = between ? word_at_start(rest, {CountWord::to, CountWord::also})
                                   : word_at_start(rest, {CountWord::to});
        if (!joint) continue;
        if (const auto span = span_of(text.substr(0, at), joint->rest)) return span;
    }
    return std::nullopt;
}

/// `2 (1-4)`
std::optional<Count> best_and_bounds(std::string_view text) {
    const auto open = text.find('(');
    if (open == std::string_view::npos || text.back() != ')') return std::nullopt;
    const auto best = whole_number(trimmed(text.substr(0, open)));
    const auto bounds = range(trimmed(text.substr(open + 1, text.size() - open - 2)));
    if (!best || !bounds || *best < *bounds->low || *best > *bounds->high) return std::nullopt;
    return Count{bounds->low, best, bounds->high};
}

std::optional<Count> with_bound(CountWord bound, std::int64_t n) {
    switch (bound) {
        case CountWord::at_least:
        case CountWord::or_more:
            return Count{n, {}, {}};
        case CountWord::more_than:
            return Count{n + 1, {}, {}};
        case CountWord::at_most:
            return Count{{}, {}, n};
        case CountWord::fewer_than:
            return n > 0 ? std::optional{Count{{}, {}, n - 1}} : std::nullopt;
        default:
            return Count{{}, n, {}};
    }
}

/// A number that is stated, or its least: `3`, `at least 3`, `3 confirmed`.
std::optional<std::int64_t> least_of(std::string_view text) {
    using enum CountWord;
    while (!text.empty() && (text.back() == ',' || text.back() == ' ' || text.back() == ';'))
        text.remove_suffix(1);
    if (const auto bound = word_at_start(text, {at_least})) text = bound->rest;
    if (const auto blank = text.rfind(' '); blank != std::string_view::npos) {
        if (word_at_start(text.substr(blank + 1), {person}, true)) text = trimmed(text.substr(0, blank));
    }
    return whole_number(text);
}

/// `at least 5, possibly 8`, `min 3 max 7`, `3 confirmed, up to 10`.
std::optional<Count> two_bounds(std::string_view text) {
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const auto most = word_at_start(text.substr(at + 1), {CountWord::at_most, CountWord::possibly});
        if (!most) continue;
        const auto low = least_of(text.substr(0, at));
        const auto high = whole_number(most->rest);
        if (low && high && *low <= *high) return Count{low, {}, high};
    }
    return std::nullopt;
}

/// `30+`, `+30`, `at least 30`, `>30`, `30 or more`, `30 approx`.
std::optional<Count> bounded(std::string_view text) {
    if (text.back() == '+') {
        if (const auto n = whole_number(trimmed(text.substr(0, text.size() - 1)))) return Count{n, {}, {}};
    }
    if (text.front() == '+') {
        text.remove_prefix(1);
        if (text.starts_with(" de ")) text.remove_prefix(4);
        const auto n = whole_number(trimmed(text));
        return n && !text.empty() ? std::optional{Count{n, {}, {}}} : std::nullopt;
    }
    for (const SignRow& row : signs) {
        if (!text.starts_with(row.sign)) continue;
        const auto n = whole_number(trimmed(text.substr(row.sign.size())));
        return n ? with_bound(row.means, *n) : std::nullopt;
    }
    using enum CountWord;
    if (const auto bound = word_at_start(text, {at_least, more_than, at_most, fewer_than, about})) {
        if (const auto n = whole_number(bound->rest)) return with_bound(bound->means, *n);
    }
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const auto after = word_at_start(text.substr(at + 1), {CountWord::or_more, CountWord::about}, true);
        const auto n = after ? whole_number(text.substr(0, at)) : std::nullopt;
        if (n) return with_bound(after->means, *n);
    }
    return std::nullopt;
}

/// What a text in plain letters says.
std::optional<Count> count_of(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (const auto n = whole_number(text)) return Count{n, n, n};
    if (const auto plural = word_at_start(text, {CountWord::plural}, true))
        return Count{plural->number, {}, {}};
    if (const auto number = word_at_start(text, {CountWord::about_number}, true))
        return Count{{}, number->number, {}};
    if (const auto count = bounded(text)) return count;
    if (const auto count = range(text)) return count;
    if (const auto count = two_bounds(text)) return count;
    return best_and_bounds(text);
}

}  // namespace

namespace {

/// `7 (5-3)`: what its three numbers are, where they contradict one another; empty where it is none such.
std::string contradiction(std::string_view text) {
    const auto open = text.find('(');
    const auto dash = text.find('-', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || dash == std::string_view::npos || text.back() != ')') return {};
    const auto best = whole_number(trimmed(text.substr(0, open)));
    const auto low = whole_number(trimmed(text.substr(open + 1, dash - open - 1)));
    const auto high = whole_number(trimmed(text.substr(dash + 1, text.size() - dash - 2)));
    if (!best || !low || !high) return {};
    const auto digits = [](std::int64_t n) { return std::to_string(n); };
    return "has the best number " + digits(*best) + ", the low one " + digits(*low) + " and the high one " +
           digits(*high) + ", which cannot all be; mend one, or leave it empty";
}

}  // namespace

ReadCount read_count(std::string_view whole) {
    if (says_no_figure(whole)) return Count{};
    constexpr std::size_t longest = 100;
    if (whole.size() <= longest) {
        const std::string text = plain_text(whole);
        if (const auto count = count_of(text)) return *count;
        if (std::string why = contradiction(text); !why.empty()) return why;
    }
    return "'" + shortened(trimmed(whole), 60) +
           "' is not a count; write 3, 30+, 4-6, about 30, dozens, or leave it empty";
}

std::string to_text(const Count& count) {
    const auto digits = [](std::int64_t n) { return std::to_string(n); };
    if (count.low && count.high) {
        return *count.low == *count.high ? digits(*count.low)
                                         : digits(*count.low) + "–" + digits(*count.high);
    }
    if (count.best) return "about " + digits(*count.best);
    if (count.low) return digits(*count.low) + "+";
    if (count.high) return "up to " + digits(*count.high);
    return {};
}

}  // namespace incidentmap
