// SPDX-License-Identifier: MIT
#include "locate/phrase_text.hpp"

#include <algorithm>
#include <cctype>

#include "core/text.hpp"

namespace incidentmap {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Words, commas and closing brackets; `85km` is two words, `(` begins a comma's clue where it is no second
/// distance.
std::vector<PhraseToken> tokens_of(std::string_view text) {
    std::vector<PhraseToken> tokens;
    std::size_t at = 0;
    const auto add = [&](std::size_t begin, std::size_t end) {
        if (end > begin) tokens.push_back({lower_ascii(text.substr(begin, end - begin)), begin, end});
    };
    while (at < text.size()) {
        if (std::isspace(static_cast<unsigned char>(text[at])) != 0) {
            ++at;
            continue;
        }
        if (text[at] == ',' || text[at] == ';' || text[at] == '(' || text[at] == ')') {
            add(at, at + 1);
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) == 0 &&
               text[at] != ';' && text[at] != '(' && text[at] != ')' &&
               !(text[at] == ',' &&
                 !(at + 1 < text.size() && at > begin && is_digit(text[at - 1]) && is_digit(text[at + 1])))) {
            ++at;
        }
        // `85km`: the unit is a word of its own.
        std::size_t digits = begin;
        while (digits < at && (is_digit(text[digits]) || text[digits] == '.' || text[digits] == ','))
            ++digits;
        const std::string rest = lower_ascii(text.substr(digits, at - digits));
        const std::string_view unit = std::string_view(rest).substr(rest.starts_with('-') ? 1 : 0);
        const bool glued = digits > begin && distance_unit(unit) != nullptr;
        if (glued) {
            add(begin, digits);
            add(rest.front() == '-' ? digits + 1 : digits, at);
        } else {
            add(begin, at);
        }
    }
    // A full stop that ends the whole is no part of a name.
    if (!tokens.empty() && tokens.back().low.size() > 2 && tokens.back().low.ends_with('.')) {
        tokens.back().low.pop_back();
        --tokens.back().end;
    }
    return tokens;
}

bool is_never_a_place(std::string_view word) {
    const auto never = phrase_words(PhraseUse::never);
    return std::find(never.begin(), never.end(), word) != never.end();
}

}  // namespace

PhraseText::PhraseText(std::string_view text) : m_text{text}, m_tokens{tokens_of(text)} {}

const std::string& PhraseText::low(std::size_t at) const {
    static const std::string none;
    return at < m_tokens.size() ? m_tokens[at].low : none;
}

bool PhraseText::is_capital(std::size_t at) const {
    if (at >= m_tokens.size()) return false;
    const auto first = static_cast<unsigned char>(m_text[m_tokens[at].begin]);
    return std::isupper(first) != 0 || first >= 0x80;
}

std::string PhraseText::words(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    return std::string(m_text.substr(m_tokens[begin].begin, m_tokens[end - 1].end - m_tokens[begin].begin));
}

std::size_t PhraseText::matches(std::size_t at, std::string_view phrase) const {
    std::size_t count = 0;
    while (!phrase.empty()) {
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        if (low(at + count) != phrase.substr(0, end)) return 0;
        ++count;
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    return count;
}

std::size_t PhraseText::longest(std::size_t at, std::span<const std::string_view> phrases) const {
    std::size_t most = 0;
    for (std::string_view phrase : phrases) most = std::max(most, matches(at, phrase));
    return most;
}

std::optional<CompassDirection> PhraseText::compass_direction_at(std::size_t& at) const {
    for (std::size_t count = 3; count > 0; --count) {
        if (at + count > m_tokens.size()) continue;
        std::string joined_words;
        for (std::size_t i = 0; i < count; ++i) joined_words += (i == 0 ? "" : " ") + low(at + i);
        if (const auto direction = read_compass_direction(joined_words)) {
            at += count;
            return direction;
        }
    }
    return std::nullopt;
}

std::optional<CompassDirection> PhraseText::adjective_at(std::size_t& at) const {
    constexpr std::string_view ending = "ern";
    for (std::size_t count = 2; count > 0; --count) {
        if (at + count > m_tokens.size() || !low(at + count - 1).ends_with(ending)) continue;
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + low(at + i);
        text.erase(text.size() - ending.size());
        // `north-eastern`, and `northern-eastern` is nobody's.
        if (const auto direction = read_compass_direction(text)) {
            at += count;
            return direction;
        }
    }
    return std::nullopt;
}

std::optional<StatedDistance> PhraseText::distance_at(std::size_t& at) const {
    constexpr std::size_t most_tokens = 14;
    for (std::size_t end = std::min(m_tokens.size(), at + most_tokens); end > at; --end) {
        auto distance = read_stated_distance(words(at, end));
        if (!distance) continue;
        at = end;
        return distance;
    }
    return std::nullopt;
}

bool PhraseText::starts_clue(std::size_t at) const {
    std::size_t after = at;
    const std::string& word = low(at);
    if (word == "," || word == ";" || word == "(" || word == ")") return true;
    if (longest(at, PhraseUse::begins) > 0) return true;
    if (word == "to" || word == "just" || word == "due") {
        after = at + 1 + (low(at + 1) == "the" ? 1 : 0);
        return compass_direction_at(after).has_value();
    }
    const char first = m_text[m_tokens[at].begin];
    if (first != std::toupper(static_cast<unsigned char>(first)) && compass_direction_at(after))
        return low(after) == "of" || low(after) == "from";
    after = at;
    return distance_at(after).has_value();
}

bool PhraseText::could_be_name(std::size_t begin, std::size_t end) const {
    if (begin >= end) return false;
    bool has_letter = false;
    for (std::size_t i = begin; i < end; ++i) {
        for (char c : low(i))
            has_letter = has_letter || std::isalpha(static_cast<unsigned char>(c)) != 0 ||
                         static_cast<unsigned char>(c) >= 0x80;
    }
    if (!has_letter) return false;
    // No name holds a unit (`a mile and a half`), nor is a compass direction a name (`in the north`).
    for (std::size_t i = begin; i < end; ++i) {
        const DistanceUnit* unit = distance_unit(low(i));
        if (unit != nullptr && !unit->may_be_name) return false;
    }
    std::size_t after_direction = begin;
    if (compass_direction_at(after_direction) && after_direction == end) return false;
    if (is_never_a_place(low(begin)) || is_never_a_place(low(end - 1))) return false;
    // `40 people`: a number first, and then a common word.
    const bool number_first = std::all_of(low(begin).begin(), low(begin).end(), is_digit);
    return !(number_first && end - begin > 1 &&
             std::islower(static_cast<unsigned char>(m_text[m_tokens[begin + 1].begin])) != 0);
}

std::optional<std::string> PhraseText::name_at(std::size_t& at, std::string_view stop) const {
    std::size_t begin = skip_the(at);
    // `the town of Bashiqa`
    if (const std::size_t noun = longest(begin, PhraseUse::kind);
        noun > 0 && low(begin + noun) == "of" && begin + noun + 1 < m_tokens.size())
        begin = skip_the(begin + noun + 1);
    std::size_t end = begin;
    while (end < m_tokens.size() && (stop.empty() || low(end) != stop) &&
           !(end > begin && starts_clue(end)) && low(end) != "," && low(end) != ")")
        ++end;
    if (!could_be_name(begin, end)) return std::nullopt;
    at = end;
    return words(begin, end);
}

}  // namespace incidentmap
