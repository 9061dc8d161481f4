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
    const auto one = [](std::string_view word) -> std::int64_t {
        const Meaning* means = meaning(word, {CountWord::number});
        return means == nullptr ? -1 : means->number;
    };
    if (const std::int64_t number = one(text); number >= 0) return number;
    // `twenty-one`, `veinte y uno`; in Arabic the one goes before.
    for (std::size_t at = text.find_first_of(" -"); at != std::string_view::npos;
         at = text.find_first_of(" -", at + 1)) {
        constexpr std::string_view waw = "و";
        std::string_view rest = text.substr(at + 1);
        for (const std::string_view joint : {"et ", "et-", "y ", "e ", "ve ", "and "}) {
            if (rest.starts_with(joint)) rest.remove_prefix(joint.size());
        }
        const bool is_arabic = rest.starts_with(waw);
        if (is_arabic) rest.remove_prefix(waw.size());
        const std::int64_t first = one(text.substr(0, at));
        const std::int64_t second = one(rest);
        const std::int64_t tens = is_arabic ? second : first;
        const std::int64_t ones = is_arabic ? first : second;
        if (tens >= 10 && tens <= 90 && tens % 10 == 0 && ones >= 1 && ones <= 9) return tens + ones;
    }
    return std::nullopt;
}

}  // namespace incidentmap
