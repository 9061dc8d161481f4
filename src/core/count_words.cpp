// SPDX-License-Identifier: MIT
#include "core/count_words.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "core/plain_text.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

struct Row {
    CountWord means;
    std::int64_t number;
    std::string_view words;
};

constexpr Row rows[] = {
#include "core/tables/count_words.inc"
};

struct Meaning {
    CountWord means;
    std::int64_t number;
};

struct Words {
    std::unordered_map<std::string, std::vector<Meaning>> meanings;
    std::size_t longest = 0;  ///< bytes
};

const Words& words() {
    static const Words all = [] {
        Words made;
        for (const Row& row : rows) {
            for (const std::string& word : split_list(row.words, ",")) {
                std::string plain = plain_text(word);
                made.longest = std::max(made.longest, plain.size());
                made.meanings[std::move(plain)].push_back({row.means, row.number});
            }
        }
        return made;
    }();
    return all;
}

const Meaning* meaning(std::string_view word, std::initializer_list<CountWord> wanted) {
    const auto found = words().meanings.find(std::string(word));
    if (found == words().meanings.end()) return nullptr;
    for (const Meaning& one : found->second) {
        if (std::find(wanted.begin(), wanted.end(), one.means) != wanted.end()) return &one;
    }
    return nullptr;
}

/// Without the blank, the point or the colon that parts a word from what follows.
std::string_view after_word(std::string_view rest) {
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '.' || rest.front() == ':'))
        rest.remove_prefix(1);
    return rest;
}

}  // namespace

std::optional<CountWordFound> word_at_start(std::string_view text, std::initializer_list<CountWord> wanted,
                                            bool whole) {
    std::optional<CountWordFound> found;
    for (std::size_t end = 1; end <= text.size() && end <= words().longest; ++end) {
        const bool at_end = end == text.size();
        if (!at_end && text[end] != ' ' && text[end] != '.' && text[end] != ':') continue;
        const Meaning* means = meaning(text.substr(0, end), wanted);
        if (means == nullptr) continue;
        const std::string_view rest = after_word(text.substr(end));
        if (!whole || rest.empty()) found = CountWordFound{means->means, means->number, rest};
    }
    return found;
}

std::optional<std::int64_t> number_in_words(std::string_view text) {
    const Meaning* means = meaning(text, {CountWord::number});
    return means == nullptr ? std::nullopt : std::optional{means->number};
}

}  // namespace incidentmap
