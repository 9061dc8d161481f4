// SPDX-License-Identifier: MIT
/// Looks for the words of a table (src/prose/tables) in a text.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "prose/token.hpp"

namespace incidentmap {

/// Which row of a table was met, by how many tokens.
struct WordHit {
    std::size_t row = 0;
    std::size_t size = 0;
};

/// The phrases of a table by their first word, longest first.
class WordTable {
  public:
    /// \p rows of a struct with a member `words`: phrases parted by `, `
    template <typename Row, std::size_t count>
    explicit WordTable(const Row (&rows)[count]) {
        for (std::size_t i = 0; i < count; ++i) add(i, rows[i].words);
        sort();
    }

    /// Those rows alone of which \p takes is true.
    template <typename Row, std::size_t count, typename Takes>
    WordTable(const Row (&rows)[count], Takes takes) {
        for (std::size_t i = 0; i < count; ++i) {
            if (takes(rows[i])) add(i, rows[i].words);
        }
        sort();
    }

    /// The longest phrase that begins at token \p at and ends before \p end.
    std::optional<WordHit> find(std::span<const Token> tokens, std::size_t at, std::size_t end) const;
    std::optional<WordHit> find(std::span<const Token> tokens, std::size_t at) const {
        return find(tokens, at, tokens.size());
    }
    /// The row of which one word is a phrase.
    std::optional<std::size_t> find(const Token& token) const;

  private:
    struct Phrase {
        std::vector<std::string> words;
        std::size_t row;
    };
    void add(std::size_t row, std::string_view phrases);
    void sort();
    std::optional<WordHit> find_from(const std::string& first, std::span<const Token> tokens, std::size_t at,
                                     std::size_t end) const;

    std::unordered_map<std::string, std::vector<Phrase>> m_phrases;
};

}  // namespace incidentmap
