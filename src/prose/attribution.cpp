// SPDX-License-Identifier: MIT
#include "prose/attribution.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct AttributionRow {
    AttributionSort sort;
    std::string_view words;
};

constexpr AttributionRow attribution_rows[] = {
#include "prose/tables/attribution_words.inc"
};

const WordTable& attribution_words() {
    static const WordTable table(attribution_rows);
    return table;
}

bool is_end(const Token& token) {
    return token.is(",") || token.is(";") || token.is(":") || token.is(".") || token.is("“") ||
           token.is("”") || token.is("(");
}

/// Whether the words name an organisation, a group, a country or its people, and no person.
bool is_body(std::span<const Token> tokens, Span who) {
    if (who.empty() || who.size() > 12) return false;
    static constexpr std::array<std::string_view, 8> nobody{"no", "nobody", "none", "neither",
                                                            "it", "they",   "he",   "she"};
    if (is_one_of(tokens[who.begin].low, nobody)) return false;
    bool body = false;
    for (std::size_t i = who.begin; i < who.end; ++i) {
        if (people_word(tokens, i, PeopleSort::title)) return false;
        body = body || people_word(tokens, i, PeopleSort::organisation) ||
               people_word(tokens, i, PeopleSort::group) || !country_of_word(tokens[i]).empty() ||
               tokens[i].is("government") || tokens[i].is("officials") || tokens[i].is("iran") ||
               tokens[i].is("israel") || tokens[i].is("russia") || tokens[i].is("ukraine") ||
               tokens[i].is("turkey") || tokens[i].is("iraq") || tokens[i].is("syria") ||
               tokens[i].is("rebels") || tokens[i].is("ankara") || tokens[i].is("tehran") ||
               tokens[i].is("moscow") || tokens[i].is("kyiv") || tokens[i].is("washington");
    }
    return body;
}

/// Who stands before the verb: from the sentence's or the clause's begin to it, or to the comma behind the
/// name.
Span subject_before(std::span<const Token> tokens, std::size_t verb) {
    std::size_t begin = verb;
    while (begin > 0 && !tokens[begin - 1].is(";") && !tokens[begin - 1].is("“") &&
           !tokens[begin - 1].is("”"))
        --begin;
    std::size_t end = verb;
    // `Kataib Hezbollah, a group close to Iran, also denied`: the name alone; else what stands behind the
    // comma.
    const bool comma_before_verb = verb > 0 && (tokens[verb - 1].is(",") || tokens[verb - 1].is("also"));
    for (std::size_t i = begin; i < verb; ++i) {
        if (!tokens[i].is(",")) continue;
        if (comma_before_verb) {
            end = i;
            break;
        }
        begin = i + 1;
    }
    while (begin < end && (tokens[begin].is("and") || tokens[begin].is("but") || tokens[begin].is("the") ||
                           tokens[begin].is("a") || tokens[begin].is("that") || tokens[begin].is_mark()))
        ++begin;
    while (end > begin &&
           (tokens[end - 1].is("also") || tokens[end - 1].is("has") || tokens[end - 1].is("later") ||
            tokens[end - 1].is("strongly") || tokens[end - 1].is("have") || tokens[end - 1].is_mark()))
        --end;
    return {begin, end};
}

/// Whom the verb blames: up to `for`, or behind `on`.
Span object_behind(std::span<const Token> tokens, std::size_t at) {
    std::size_t begin = at;
    std::size_t end = at;
    while (end < tokens.size() && !is_end(tokens[end]) && !tokens[end].is("for") && !tokens[end].is("of") &&
           !tokens[end].is("and") && !tokens[end].is("who")) {
        if (tokens[end].is("on")) begin = end + 1;
        ++end;
    }
    if (begin < end && tokens[begin].is("the")) ++begin;
    return {begin, end};
}

}  // namespace

std::vector<Attribution> attributions_in(const Seen& seen, std::size_t sentence, std::string_view text) {
    const std::span<const Token> tokens = seen.sentence->tokens;
    const auto cited = [&](Span at, const char* rule) {
        return Cited{sentence, at,
                     std::string(text.substr(tokens[at.begin].at.begin,
                                             tokens[at.end - 1].at.end - tokens[at.begin].at.begin)),
                     rule};
    };
    std::vector<Attribution> found;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const auto hit = attribution_words().find(tokens, i);
        if (!hit) continue;
        Attribution one;
        one.sort = attribution_rows[hit->row].sort;
        const Span who = subject_before(tokens, i);
        const std::size_t behind = i + hit->size;
        i = behind - 1;
        const bool known = is_body(tokens, who);
        if (one.sort == AttributionSort::blames) {
            const Span whom = object_behind(tokens, behind);
            if (!is_body(tokens, whom)) continue;
            one.whom = cited(whom, "whom somebody blames");
            if (known) one.who = cited(who, "who blames");
        } else {
            if (!known) continue;
            one.who = cited(who, one.sort == AttributionSort::claims ? "who claims it" : "who denies it");
        }
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace incidentmap
