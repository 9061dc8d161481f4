// SPDX-License-Identifier: MIT
#include "prose/going_back.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/date_words.hpp"
#include "core/text.hpp"
#include "prose/people.hpp"
#include "prose/place_words.hpp"

namespace incidentmap {
namespace {

constexpr std::array<std::string_view, 30> directions{
    "north",         "south",        "east",         "west",          "northern",      "southern",
    "eastern",       "western",      "central",      "north east",    "north west",    "south east",
    "south west",    "northeast",    "northwest",    "southeast",     "southwest",     "northeastern",
    "northwestern",  "southeastern", "southwestern", "north eastern", "north western", "south eastern",
    "south western", "downtown",     "upper",        "lower",         "far",           "rural"};

Mention going_back(Span at, std::string words, std::string noun) {
    Mention mention;
    mention.at = at;
    mention.words = std::move(words);
    mention.goes_back = true;
    mention.noun = std::move(noun);
    return mention;
}

bool is_word_at(std::span<const Token> tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].is_word();
}

/// `landed around it`
bool is_it(std::span<const Token> tokens, std::size_t at) {
    static constexpr std::array<std::string_view, 11> near{
        "near", "around", "inside", "outside", "at", "into", "over", "hit", "struck", "on", "beside"};
    return at > 0 && tokens[at].is("it") && is_one_of(tokens[at - 1].low, near);
}

/// `were killed there`; not `there were`
bool is_there(std::span<const Token> tokens, std::size_t at) {
    static constexpr std::array<std::string_view, 9> is{"is",  "are",  "was",  "were", "has",
                                                        "had", "have", "will", "would"};
    if (at == 0 || !tokens[at].is("there") || !tokens[at - 1].is_word()) return false;
    if (is_word_at(tokens, at + 1) && is_one_of(tokens[at + 1].low, is)) return false;
    return !tokens[at - 1].is("that") && !tokens[at - 1].is("said");
}

/// `the base at Bashiqa` says itself which one; `the Balad base` has its name before it.
bool says_which(std::span<const Token> tokens, std::size_t end) {
    if (!is_word_at(tokens, end)) return false;
    const Token& token = tokens[end];
    const bool named = end + 1 < tokens.size() && !is_date_word(tokens[end + 1]) &&
                       !tokens[end + 1].is_number() && !tokens[end + 1].is("the");
    if (named && (token.is("at") || token.is("of") || token.is("in") || token.is("near"))) return true;
    return token.capital || token.is("where") || token.is("that");
}

}  // namespace

bool is_direction(std::string_view words) { return is_one_of(words, directions); }

bool is_date_word(const Token& token) {
    const auto words = date_tokens(token.text);
    return words.size() == 1 && (words[0].word == DateWord::month || words[0].word == DateWord::weekday) &&
           token.text.size() > 2;
}

std::optional<Mention> going_back_at(std::span<const Token> tokens, std::string_view text, std::size_t from) {
    if (is_it(tokens, from)) return going_back({from, from + 1}, "it", "it");
    if (is_there(tokens, from)) return going_back({from, from + 1}, "there", "there");
    const Token& first = tokens[from];
    if (!first.stems.empty()) {  // `القاعدة`: the article is written together with the noun
        if (!site_noun(tokens, from)) return std::nullopt;
        return going_back({from, from + 1}, first.text, first.low.substr(first.low.find("ال")));
    }
    if (!(first.is("the") || first.is("that") || first.is("same") || first.is("this"))) return std::nullopt;
    std::size_t at = from + 1;
    // `the central Ukrainian city`
    for (int steps = 0; steps < 3 && is_word_at(tokens, at) && !site_noun(tokens, at); ++steps) {
        const Token& token = tokens[at];
        if (!(token.is("same") || token.is("military") || token.is("sprawling") || token.is("border") ||
              token.is("main") || token.is("largest") || token.is("biggest") || is_direction(token.low) ||
              !country_of_word(token).empty()))
            break;
        ++at;
    }
    if (at >= tokens.size()) return std::nullopt;
    const auto hit = site_noun(tokens, at);
    if (!hit) return std::nullopt;
    const std::size_t end = at + hit->size;
    if (says_which(tokens, end)) return std::nullopt;
    const std::size_t begins = tokens[from].at.begin;
    return going_back({from, end}, std::string(text.substr(begins, tokens[end - 1].at.end - begins)),
                      tokens[end - 1].low);
}

}  // namespace incidentmap
