// SPDX-License-Identifier: MIT
#include "core/count.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view unknown_words[] = {
    "",
    "-",
    "--",
    "---",
    "–",
    "—",
    "n/a",
    "na",
    "n.a.",
    "#n/a",
    "?",
    "??",
    "unknown",
    "not stated",
    "not known",
    "nan",
    "null",
    "(null)",
    "<na>",
    "n/k",
    "n.k.",
    "tbc",
    "tbd",
    "to be confirmed",
    "not available",
    "undefined",
    "no data",
    "inconnu",
    "desconocido",
    "desconocida",
    "desconhecido",
    "невідомо",
    "неизвестно",
    "غير معروف",
    "bilinmiyor",
};

/// Besides, where a name is meant.
constexpr std::string_view nothing_words[] = {
    "none",
    "nothing",
    "various",
    "unspecified",
    "not specified",
    "not reported",
    "multiple",
    "other",
    "others",
    "unclear",
    "undisclosed",
    "(blank)",
    "various locations",
    "multiple locations",
    "location unknown",
    "unknown location",
};

constexpr std::size_t longest_word = 34;

constexpr std::array<std::pair<std::string_view, std::int64_t>, 27> number_words{{
    {"no", 0},        {"none", 0},      {"nil", 0},      {"zero", 0},     {"a", 1},          {"an", 1},
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"a dozen", 12},
}};

/// Words for a number that only a lower bound can be drawn from: the smallest number that the plural claims.
constexpr std::array<std::pair<std::string_view, std::int64_t>, 7> plural_words{{
    {"dozens", 24},
    {"scores", 40},
    {"hundreds", 200},
    {"thousands", 2000},
    {"several", 2},
    {"multiple", 2},
    {"some", 1},
}};

constexpr std::array<std::string_view, 5> at_least{"at least ", "no fewer than ", "not less than ",
                                                   ">=", "≥"};
constexpr std::array<std::string_view, 4> more_than{"more than ", "over ", "upwards of ", ">"};
constexpr std::array<std::string_view, 4> at_most{"up to ", "at most ", "<=", "≤"};
constexpr std::array<std::string_view, 3> fewer_than{"fewer than ", "less than ", "<"};
constexpr std::array<std::string_view, 6> about{"about ", "around ", "approximately ", "some ", "~", "≈"};

/// What follows the prefix, where one of \p prefixes is one.
template <std::size_t N>
std::optional<std::string_view> after(std::string_view text,
                                      const std::array<std::string_view, N>& prefixes) {
    for (std::string_view prefix : prefixes) {
        if (text.substr(0, prefix.size()) == prefix) return trimmed(text.substr(prefix.size()));
    }
    return std::nullopt;
}

/// `3`, `3,000`, `12.0` (as spreadsheets write a whole number), `six`. Never negative.
std::optional<std::int64_t> whole_number(std::string_view text) {
    for (const auto& [word, value] : number_words) {
        if (text == word) return value;
    }
    if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
    std::string digits;
    std::size_t since_comma = 0;
    bool commas = false;
    for (char c : text) {
        if (c == ',') {
            if (digits.empty() || (commas && since_comma != 3)) return std::nullopt;
            commas = true;
            since_comma = 0;
        } else if (c >= '0' && c <= '9') {
            digits += c;
            ++since_comma;
        } else {
            return std::nullopt;
        }
    }
    if (commas && since_comma != 3) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::optional<Count> range(std::string_view text) {
    for (std::string_view dash : {"–", "—", "-", " to "}) {
        const auto at = text.find(dash);
        if (at == std::string_view::npos || at == 0) continue;
        const auto low = whole_number(trimmed(text.substr(0, at)));
        const auto high = whole_number(trimmed(text.substr(at + dash.size())));
        if (low && high && *low <= *high) return Count{low, *low == *high ? low : std::nullopt, high};
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

std::optional<Count> bounded(std::string_view text) {
    if (text.back() == '+') {
        if (const auto n = whole_number(trimmed(text.substr(0, text.size() - 1)))) return Count{n, {}, {}};
    }
    if (const auto rest = after(text, at_least)) {
        if (const auto n = whole_number(*rest)) return Count{n, {}, {}};
    }
    if (const auto rest = after(text, more_than)) {
        if (const auto n = whole_number(*rest)) return Count{*n + 1, {}, {}};
    }
    if (const auto rest = after(text, at_most)) {
        if (const auto n = whole_number(*rest)) return Count{{}, {}, n};
    }
    if (const auto rest = after(text, fewer_than)) {
        if (const auto n = whole_number(*rest); n && *n > 0) return Count{{}, {}, *n - 1};
    }
    if (const auto rest = after(text, about)) {
        if (const auto n = whole_number(*rest)) return Count{{}, n, {}};
    }
    return std::nullopt;
}

/// Arabic (U+0660…) and Persian (U+06F0…) digits, which are two bytes, as ASCII ones.
std::string with_ascii_digits(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto tail = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
        const int zero = lead == 0xD9 ? 0xA0 : lead == 0xDB ? 0xB0 : 0x100;
        if (tail >= zero && tail < zero + 10) {
            plain += static_cast<char>('0' + (tail - zero));
            ++i;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

}  // namespace

bool says_unknown(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (text.size() > longest_word) return false;
    const std::string word = lower_ascii(text);
    return std::find(std::begin(unknown_words), std::end(unknown_words), word) != std::end(unknown_words);
}

bool says_nothing(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    if (text.size() > longest_word) return false;
    const std::string word = lower_ascii(text);
    return std::find(std::begin(unknown_words), std::end(unknown_words), word) != std::end(unknown_words) ||
           std::find(std::begin(nothing_words), std::end(nothing_words), word) != std::end(nothing_words);
}

ReadCount read_count(std::string_view whole) {
    if (says_unknown(whole)) return Count{};
    const std::string text = with_ascii_digits(lower_ascii(trimmed(whole)));
    if (const auto n = whole_number(text)) return Count{n, n, n};
    for (const auto& [word, low] : plural_words) {
        if (text == word) return Count{low, {}, {}};
    }
    if (const auto count = bounded(text)) return *count;
    if (const auto count = range(text)) return *count;
    if (const auto count = best_and_bounds(text)) return *count;
    return "'" + std::string(trimmed(whole)) +
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
