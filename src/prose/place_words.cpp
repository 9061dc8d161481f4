// SPDX-License-Identifier: MIT
#include "prose/place_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct NounRow {
    double rank;
    std::string_view words;
};

constexpr NounRow noun_rows[] = {
#include "prose/tables/place_nouns.inc"
};

const WordTable& place_nouns() {
    static const WordTable table(noun_rows);
    return table;
}

enum class SiteSort {
    base,
    airport,
    field,
    embassy,
    settlement,
    ship,
    market,
    crossing,
    hospital,
    school,
    worship,
    hotel,
    prison
};

struct SiteRow {
    SiteSort sort;
    std::string_view words;
};

constexpr SiteRow site_rows[] = {
#include "prose/tables/site_words.inc"
};

const WordTable& site_words() {
    static const WordTable table(site_rows);
    return table;
}

/// Words that begin sentences with a capital and are no part of a name.
constexpr std::array<std::string_view, 96> openers{
    "in",         "on",      "at",        "the",       "a",         "an",       "near",      "from",
    "after",      "before",  "as",        "for",       "it",        "they",     "he",        "she",
    "we",         "this",    "that",      "these",     "those",     "there",    "when",      "while",
    "later",      "earlier", "two",       "one",       "no",        "some",     "several",   "many",
    "most",       "all",     "both",      "each",      "another",   "other",    "others",    "its",
    "his",        "her",     "their",     "our",       "more",      "at",       "early",     "late",
    "officials",  "police",  "residents", "witnesses", "local",     "security", "military",  "militants",
    "fighters",   "forces",  "troops",    "soldiers",  "according", "since",    "but",       "and",
    "also",       "around",  "over",      "under",     "between",   "hours",    "days",      "with",
    "to",         "by",      "of",        "last",      "only",      "if",       "even",      "what",
    "who",        "where",   "elsewhere", "meanwhile", "if",        "none",     "nobody",    "sirens",
    "protesters", "media",   "state",     "hospitals", "rescuers",  "gunmen",   "attackers", "neither"};
}  // namespace

std::optional<PlaceNoun> place_noun(std::span<const Token> tokens, std::size_t at) {
    const auto hit = place_nouns().find(tokens, at);
    if (!hit) return std::nullopt;
    return PlaceNoun{hit->size, static_cast<PlaceRank>(noun_rows[hit->row].rank)};
}

bool is_place_noun(const Token& token) { return place_nouns().find(token).has_value(); }

std::optional<PlaceNoun> site_noun(std::span<const Token> tokens, std::size_t at) {
    const auto hit = site_words().find(tokens, at);
    if (!hit) return std::nullopt;
    return PlaceNoun{hit->size, 5};
}

bool is_opener(std::string_view word) {
    return std::find(openers.begin(), openers.end(), word) != openers.end();
}

bool may_go_back_to(const std::string& noun, const std::string& name, const std::string& kind,
                    PlaceRank rank) {
    const std::string words = lower_ascii(name + " " + kind);
    bool known = false;
    for (const SiteRow& row : site_rows) {
        const std::vector<std::string> all = split_list(row.words, ", ");
        if (std::find(all.begin(), all.end(), noun) == all.end()) continue;
        known = true;
        for (const SiteRow& other : site_rows) {
            if (other.sort != row.sort) continue;
            for (const std::string& word : split_list(other.words, ", ")) {
                if (words.find(word) != std::string::npos) return true;
            }
        }
        if (row.sort == SiteSort::settlement && rank >= 2 && rank <= 4) return true;
        if (row.sort == SiteSort::base && kind == "training range") return true;
    }
    return !known && rank >= 3;
}

}  // namespace incidentmap
