// SPDX-License-Identifier: MIT
#include "prose/attribution.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "prose/trigger.hpp"
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
    // `The group denied it`: which one it is, no word says.
    if (who.size() == 1 && !tokens[who.begin].capital && tokens[who.begin].stems.empty()) return false;
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

/// `denied on Tuesday having fired them`, `denied that it had any part`: how many tokens say so from \p at
/// on.
std::size_t denial_at(const Seen& seen, std::size_t at) {
    const std::span<const Token> tokens = seen.sentence->tokens;
    if (!tokens[at].is("denied") && !tokens[at].is("denies")) return 0;
    std::size_t next = at + 1;
    if (next < tokens.size() && tokens[next].is("on")) ++next;
    for (const TimeMention& time : seen.times) {
        if (time.at.begin <= next && next < time.at.end) next = time.at.end;
    }
    static constexpr std::array<std::string_view, 5> what{"having", "any", "involvement", "responsibility",
                                                          "it"};
    static constexpr std::array<std::string_view, 6> whose{"it", "its", "they", "their", "the", "any"};
    if (next >= tokens.size()) return 0;
    if (is_one_of(tokens[next].low, what)) return next + 1 - at;
    const bool that = tokens[next].is("that") && next + 2 < tokens.size();
    if (!that || !is_one_of(tokens[next + 1].low, whose)) return 0;
    const bool of_weapon =
        !tokens[next + 1].is("the") || weapon_at(tokens, next + 2) || trigger_at(tokens, next + 2);
    return of_weapon ? next + 2 - at : 0;
}

/// `ونفت جماعة الحوثي مسؤوليتها`: Arabic has the body behind the verb, and what it denies behind that.
Span denying_body(std::span<const Token> tokens, std::size_t verb) {
    // In their normal form, as the tokens have them.
    static const std::vector<Token> denies = tokens_of("نفت نفى تنفي ينفي");
    static const std::vector<Token> bodies = tokens_of(
        "جماعة كتائب حركة قوات حزب جيش الجيش وزارة حكومة فصائل تنظيم هيئة أنقرة طهران موسكو دمشق واشنطن "
        "بغداد "
        "كييف إيران تركيا روسيا إسرائيل أوكرانيا السعودية الحوثيون");
    static const std::vector<Token> denied = tokens_of("مسؤوليت صلت علاقت تورط ضلوع ذلك");
    const auto has = [](const Token& token, const std::vector<Token>& words) {
        return std::any_of(words.begin(), words.end(), [&](const Token& word) {
            return token.low == word.low ||
                   std::find(token.stems.begin(), token.stems.end(), word.low) != token.stems.end();
        });
    };
    if (tokens[verb].stems.empty() || !has(tokens[verb], denies) || verb + 2 >= tokens.size() ||
        !has(tokens[verb + 1], bodies))
        return {};
    for (std::size_t i = verb + 2; i < std::min(verb + 8, tokens.size()); ++i) {
        const bool object = std::any_of(denied.begin(), denied.end(), [&](const Token& word) {
            return tokens[i].low.starts_with(word.low);
        });
        if (!object) continue;
        std::size_t end = verb + 1;
        while (end < i && !tokens[end].is_mark()) ++end;
        return {verb + 1, end};
    }
    return {};
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
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (const Span body = denying_body(tokens, i); !body.empty())
            found.push_back({AttributionSort::denies, cited(body, "who denies it"), {}});
    }
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const auto hit = attribution_words().find(tokens, i);
        if (!hit) {
            const std::size_t denial = denial_at(seen, i);
            const Span body = subject_before(tokens, i);
            if (denial > 0 && is_body(tokens, body)) {
                found.push_back({AttributionSort::denies, cited(body, "who denies it"), {}});
                i += denial - 1;
            }
            continue;
        }
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
