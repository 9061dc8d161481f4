// SPDX-License-Identifier: MIT
#include "prose/relative_words.hpp"

#include <array>
#include <string_view>

#include "core/text.hpp"
#include "prose/number_word.hpp"

namespace incidentmap {
namespace {

constexpr std::array<std::string_view, 12> units{"km",        "kms",       "kilometres", "kilometers",
                                                 "kilometre", "kilometer", "miles",      "mile",
                                                 "metres",    "meters",    "nautical",   "nm"};
constexpr std::array<std::string_view, 12> winds{"north",     "south",     "east",      "west",
                                                 "northeast", "northwest", "southeast", "southwest",
                                                 "northern",  "southern",  "eastern",   "western"};

}  // namespace

bool reads_as_phrase(std::span<const Token> tokens, Span clause, const Governor& governor) {
    if (governor.none || governor.is_trigger) return false;
    if (governor.role != RoleWord::of && governor.role != RoleWord::from && governor.role != RoleWord::near)
        return false;
    std::size_t at = governor.at.begin;
    if (governor.role == RoleWord::near && governor.at.size() < 2) return false;
    if (governor.role == RoleWord::near) return tokens[at].is("southeast") || tokens[at].is("northwest");
    if (at <= clause.begin) return false;
    const Token& before = tokens[at - 1];
    return is_one_of(before.low, winds) || is_one_of(before.low, units) || before.is("away") ||
           before.is(")") || before.is("mile") || before.is("far");
}

std::size_t phrase_begin(std::span<const Token> tokens, Span clause, const Governor& governor) {
    // Back to the number, or the direction.
    std::size_t begin = governor.at.begin;
    bool number = false;
    for (int steps = 0; steps < 10 && begin > clause.begin; ++steps) {
        const Token& token = tokens[begin - 1];
        const bool part = is_one_of(token.low, winds) || is_one_of(token.low, units) || token.is_number() ||
                          token.is("about") || token.is("some") || token.is("(") || token.is(")") ||
                          token.is("away") || token.is("around") || token.is("roughly") ||
                          token.after_hyphen || number_of(token).has_value() || token.is("to") ||
                          token.is("the") || token.is("just") || token.is("square") || token.is("half");
        if (!part || (token.is("the") && number)) break;
        number = number || token.is_number() || number_of(token).has_value();
        --begin;
    }
    return begin;
}

}  // namespace incidentmap
