// SPDX-License-Identifier: MIT
#include "prose/governor.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "prose/place_words.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct RoleRow {
    RoleWord role;
    std::string_view words;
};

constexpr RoleRow role_rows[] = {
#include "prose/tables/role_words.inc"
};

const WordTable& role_words() {
    static const WordTable table(role_rows);
    return table;
}

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// `the town of`, `the airbase of`: the words before `of` are of the name's kind.
bool is_kind_before(std::span<const Token> tokens, std::size_t of) {
    if (of == 0) return false;
    static constexpr std::array<std::string_view, 16> kinds{
        "towns",   "cities",         "villages", "districts",   "provinces", "ports",
        "areas",   "parts",          "capital",  "regions",     "bases",     "camps",
        "islands", "neighbourhoods", "suburbs",  "governorates"};
    return is_place_noun(tokens[of - 1]) || is_one_of(tokens[of - 1].low, kinds);
}

bool is_verb_like(const Token& token) {
    static constexpr std::array<std::string_view, 32> verbs{
        "is",      "was",      "were",    "are",    "has",    "had",     "have",    "be",
        "been",    "that",     "which",   "who",    "where",  "whose",   "said",    "houses",
        "hosts",   "hosting",  "housing", "serves", "killed", "killing", "wounded", "wounding",
        "injured", "injuring", "and",     "or",     "but",    "when",    "while",   "if"};
    return is_one_of(token.low, verbs);
}

}  // namespace

std::optional<Trigger> trigger_ending(std::span<const Token> tokens, Span clause, std::size_t end) {
    for (std::size_t size = 4; size >= 1; --size) {
        if (end < size + clause.begin) continue;
        const auto trigger = trigger_at(tokens, end - size);
        if (trigger && trigger->at.end == end) return trigger;
    }
    return std::nullopt;
}

Governor governor_of(std::span<const Token> tokens, Span clause, const Mention& mention) {
    std::size_t at = mention.at.begin;
    for (int steps = 0; steps < 9 && at > clause.begin; ++steps) {
        --at;
        const Token& token = tokens[at];
        if (token.is_mark()) {
            if (token.is("'s") || token.is("“") || token.is("\"") || token.is("’") || token.is("‘")) continue;
            break;
        }
        for (std::size_t size : {std::size_t{4}, std::size_t{3}, std::size_t{2}, std::size_t{1}}) {
            if (at + 1 < size + clause.begin) continue;
            const std::size_t begin = at + 1 - size;
            const auto hit = role_words().find(tokens, begin, at + 1);
            if (!hit || hit->size != size) continue;
            const RoleWord role = role_rows[hit->row].role;
            if (role == RoleWord::of && is_kind_before(tokens, begin)) break;  // `town of`, `outskirts of`
            return {role, {begin, at + 1}, false, false};
        }
        const auto trigger = trigger_ending(tokens, clause, at + 1);
        if (trigger) return {RoleWord::at, trigger->at, true, false};
        if (is_verb_like(token)) break;
    }
    return {};
}

}  // namespace incidentmap
