// SPDX-License-Identifier: MIT
#include "prose/word_table.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace incidentmap {
namespace {

bool is_same(const Token& token, const std::string& word) {
    return token.low == word || std::find(token.stems.begin(), token.stems.end(), word) != token.stems.end();
}

}  // namespace

void WordTable::add(std::size_t row, std::string_view phrases) {
    for (const std::string& phrase : split_list(phrases, ", ")) {
        std::vector<std::string> words;
        for (const Token& token : tokens_of(phrase)) words.push_back(token.low);
        if (words.empty()) continue;
        const std::string first = words.front();
        m_phrases[first].push_back({std::move(words), row});
    }
}

void WordTable::sort() {
    for (auto& [first, phrases] : m_phrases) {
        std::stable_sort(phrases.begin(), phrases.end(),
                         [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
    }
}

std::optional<WordHit> WordTable::find_from(const std::string& first, std::span<const Token> tokens,
                                            std::size_t at, std::size_t end) const {
    const auto found = m_phrases.find(first);
    if (found == m_phrases.end()) return std::nullopt;
    for (const Phrase& phrase : found->second) {
        if (at + phrase.words.size() > end) continue;
        bool same = true;
        for (std::size_t i = 1; i < phrase.words.size() && same; ++i)
            same = is_same(tokens[at + i], phrase.words[i]);
        if (same) return WordHit{phrase.row, phrase.words.size()};
    }
    return std::nullopt;
}

std::optional<WordHit> WordTable::find(std::span<const Token> tokens, std::size_t at, std::size_t end) const {
    if (at >= end) return std::nullopt;
    std::optional<WordHit> best = find_from(tokens[at].low, tokens, at, end);
    for (const std::string& stem : tokens[at].stems) {
        const std::optional<WordHit> hit = find_from(stem, tokens, at, end);
        if (hit && (!best || hit->size > best->size)) best = hit;
    }
    return best;
}

std::optional<std::size_t> WordTable::find(const Token& token) const {
    const std::optional<WordHit> hit = find({&token, 1}, 0, 1);
    if (!hit) return std::nullopt;
    return hit->row;
}

}  // namespace incidentmap
