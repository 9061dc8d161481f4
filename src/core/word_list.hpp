// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace incidentmap {

/// A closed list of words that is asked of every cell of a table: nearly all texts are none of them, and are
/// told so by their first byte, without a copy. The words are in lower case; they are kept by whoever makes
/// the list.
class WordList {
  public:
    constexpr explicit WordList(std::span<const std::string_view> words) : m_words(words) {
        for (const std::string_view word : words) {
            m_longest = std::max(m_longest, word.size());
            if (word.empty()) {
                m_has_empty = true;
            } else {
                m_begins[static_cast<unsigned char>(word.front())] = true;
            }
        }
    }

    /// Whether a text is one of the words, with ASCII letters in any case.
    constexpr bool has(std::string_view text) const {
        if (text.empty()) return m_has_empty;
        if (text.size() > m_longest || !m_begins[static_cast<unsigned char>(lower(text.front()))])
            return false;
        return std::any_of(m_words.begin(), m_words.end(), [&](std::string_view word) {
            return std::equal(word.begin(), word.end(), text.begin(), text.end(),
                              [](char ours, char theirs) { return ours == lower(theirs); });
        });
    }

  private:
    static constexpr char lower(char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }

    std::span<const std::string_view> m_words;
    std::array<bool, 256> m_begins{};
    std::size_t m_longest = 0;
    bool m_has_empty = false;
};

}  // namespace incidentmap
