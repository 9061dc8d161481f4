// SPDX-License-Identifier: MIT
#include "prose/mention_area.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "prose/going_back.hpp"
#include "prose/place_words.hpp"

namespace incidentmap {
namespace {

/// A town, a quarter: the name behind `of` is its own; a site may have the name of the town that it is at.
bool said_of_name(PlaceRank rank) { return rank <= 4; }

}  // namespace

void heed_kind_before(Mention& mention, std::span<const Token> tokens, TextPlaces& places) {
    const std::size_t begin = mention.at.begin;
    if (begin < 2 || !tokens[begin - 1].is("of")) return;
    const auto hit = place_noun(tokens.first(begin - 1), begin - 2);
    if (!hit) return;
    const auto said = hit->rank;
    // `the police post of Mondomo` is at a town of that name, not in another.
    if (mention.found || said_of_name(hit->rank)) mention.noun = tokens[begin - 2].low;
    if (!mention.found) mention.rank = said;
    if (said > 2) return;
    if (auto area = places.find(mention.words + " " + tokens[begin - 2].low)) mention.found = std::move(area);
    mention.rank = said;
}

void heed_kind_behind(Mention& mention, std::span<const Token> tokens) {
    std::size_t at = mention.at.end;
    if (mention.found || !mention.noun.empty() || at + 2 >= tokens.size() || !tokens[at].is(",") ||
        !(tokens[at + 1].is("a") || tokens[at + 1].is("an") || tokens[at + 1].is("the")))
        return;
    for (at += 2; at < std::min(mention.at.end + 6, tokens.size()); ++at) {
        if (tokens[at].is_mark() || tokens[at].capital) return;
        const auto hit = place_noun(tokens, at);
        if (!hit) continue;
        mention.noun = tokens[at + hit->size - 1].low;
        mention.rank = std::max<PlaceRank>(hit->rank, 3);
        return;
    }
}

void widen_to_part(Mention& mention, std::span<const Token> tokens, std::string_view text,
                   TextPlaces& places) {
    if (!mention.found || mention.rank > 3 || mention.at.begin == 0) return;
    std::size_t begin = mention.at.begin;
    for (std::size_t n : {std::size_t{2}, std::size_t{1}}) {
        if (begin < n) continue;
        std::string word = tokens[begin - n].low;
        if (n == 2) word += " " + tokens[begin - 1].low;
        if (!is_direction(word)) continue;
        if (auto part = places.find(slice(text, tokens, {begin - n, mention.at.end}))) {
            mention.at.begin = begin - n;
            mention.words = slice(text, tokens, mention.at);
            mention.found = std::move(part);
            mention.is_country = false;
        }
        return;
    }
}

}  // namespace incidentmap
