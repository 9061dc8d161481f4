// SPDX-License-Identifier: MIT
#include "core/unknown_words.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/plain_text.hpp"
#include "core/text.hpp"
#include "core/word_list.hpp"

namespace incidentmap {
namespace {

enum class UnknownWord { unknown, no_figure, no_name };

struct Row {
    UnknownWord means;
    std::string_view words;
};

constexpr Row rows[] = {
#include "core/tables/unknown_words.inc"
};

std::vector<std::string_view> listed(UnknownWord means) {
    std::vector<std::string_view> words;
    for (const Row& row : rows) {
        if (row.means != means) continue;
        for (std::string_view left = row.words; !left.empty();) {
            const auto comma = std::min(left.find(','), left.size());
            words.push_back(trimmed(left.substr(0, comma)));
            left.remove_prefix(std::min(comma + 1, left.size()));
        }
    }
    return words;
}

/// The words of one row's kind: those that begin with an ASCII letter or sign are asked for without a copy;
/// the others, in capitals too, where a text begins with a letter that one of them begins with.
class Words {
  public:
    explicit Words(UnknownWord means) : m_words(listed(means)), m_list(m_words) {
        for (const std::string_view word : m_words) {
            if (static_cast<unsigned char>(word.front()) < 0x80) continue;
            m_first.insert(plain_point(written_point_at(word, 0).value));
            m_plain.insert(plain_text(word));
            m_longest = std::max(m_longest, word.size());
        }
    }

    bool has(std::string_view text) const {
        if (m_list.has(text)) return true;
        if (text.empty() || text.size() > m_longest || static_cast<unsigned char>(text.front()) < 0x80)
            return false;
        return m_first.contains(plain_point(written_point_at(text, 0).value)) &&
               m_plain.contains(plain_text(text));
    }

  private:
    std::vector<std::string_view> m_words;
    WordList m_list;
    std::set<char32_t> m_first;
    std::set<std::string> m_plain;
    std::size_t m_longest = 0;
};

bool is(UnknownWord means, std::string_view text) {
    static const Words unknown(UnknownWord::unknown);
    static const Words no_figure(UnknownWord::no_figure);
    static const Words no_name(UnknownWord::no_name);
    switch (means) {
        case UnknownWord::unknown:
            return text.empty() || unknown.has(text);
        case UnknownWord::no_figure:
            return no_figure.has(text);
        case UnknownWord::no_name:
            return no_name.has(text);
    }
    return false;
}

}  // namespace

bool says_unknown(std::string_view text) { return is(UnknownWord::unknown, trimmed(text)); }

bool says_nothing(std::string_view text) {
    return is(UnknownWord::unknown, trimmed(text)) || is(UnknownWord::no_name, trimmed(text));
}

bool says_no_figure(std::string_view text) {
    return is(UnknownWord::unknown, trimmed(text)) || is(UnknownWord::no_figure, trimmed(text));
}

}  // namespace incidentmap
