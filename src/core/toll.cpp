// SPDX-License-Identifier: MIT
#include "core/toll.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/count_words.hpp"
#include "core/plain_text.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

/// Without what stands in brackets, where that is more than numbers.
std::string without_brackets(std::string text) {
    for (auto open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
        const auto close = text.find(')', open);
        if (close == std::string::npos) break;
        const std::string_view inside = std::string_view(text).substr(open + 1, close - open - 1);
        if (inside.find_first_not_of("0123456789-, ") == std::string_view::npos) continue;
        text.erase(open, close - open + 1);
        if (open > 0) --open;
    }
    return text;
}

/// The words of a text, each sign that parts numbers as a word `,` of its own. The comma of `1,000` is none,
/// and the Arabic `and` is parted from the number that it is written with.
std::vector<std::string> words_and_commas(const std::string& text) {
    constexpr std::string_view waw = "و";
    std::string spaced;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool in_number =
            c == ',' && i > 0 && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1]);
        const bool starts_word = i == 0 || text[i - 1] == ' ';
        if ((c == ',' && !in_number) || c == ';' || c == '/' || c == '&') {
            spaced += " , ";
        } else if (starts_word && text.compare(i, waw.size(), waw) == 0 && i + waw.size() < text.size() &&
                   is_digit(text[i + waw.size()])) {
            spaced += " , ";
            i += waw.size() - 1;
        } else {
            spaced += c == ':' ? ' ' : c;
        }
    }
    return split_list(spaced, " ");
}

/// One number with its words.
struct Part {
    std::string count;  ///< its words
    bool is_killed = false;
    bool is_injured = false;
    bool has_class() const { return is_killed || is_injured; }
};

class Reader {
  public:
    explicit Reader(std::vector<std::string> words) : m_words(std::move(words)) {}

    std::vector<Part> parts() {
        using enum CountWord;
        for (std::size_t at = 0; at < m_words.size();) {
            const std::string rest = rest_from(at);
            const bool is_new = m_part.has_class() && has_digit(m_part.count);
            if (m_words[at] == "," || (is_new && has_digit(m_words[at]))) {
                finish();
                at += m_words[at] == "," ? 1 : 0;
            } else if (const auto is = word_at_start(rest, {killed, injured, person})) {
                m_part.is_killed |= is->means == killed;
                m_part.is_injured |= is->means == injured;
                at += words_taken(rest, is->rest);
            } else if (m_part.has_class() && word_at_start(m_words[at], {also}, true)) {
                finish();
                ++at;
            } else {
                m_part.count += (m_part.count.empty() ? "" : " ") + m_words[at++];
            }
        }
        finish();
        return std::move(m_parts);
    }

  private:
    std::string rest_from(std::size_t at) const {
        return joined({m_words.begin() + static_cast<std::ptrdiff_t>(at), m_words.end()}, " ");
    }

    static std::size_t words_taken(const std::string& whole, std::string_view rest) {
        const std::size_t all = split_list(whole, " ").size();
        return all - split_list(rest, " ").size();
    }

    void finish() {
        if (!m_part.count.empty() || m_part.has_class()) m_parts.push_back(std::move(m_part));
        m_part = {};
    }

    std::vector<std::string> m_words;
    std::vector<Part> m_parts;
    Part m_part;
};

/// False where the two cannot be one number.
bool add(std::optional<Count>& sum, const Count& count) {
    if (!sum) {
        sum = count;
        return true;
    }
    const bool exact = sum->low && sum->high && count.low && count.high && *sum->low == *sum->high &&
                       *count.low == *count.high;
    if (!exact) return false;
    const auto all = *sum->low + *count.low;
    sum = Count{all, all, all};
    return true;
}

}  // namespace

std::optional<Toll> read_toll(std::string_view whole) {
    constexpr std::size_t longest = 200;
    if (whole.size() > longest) return std::nullopt;
    const auto parts = Reader(words_and_commas(without_brackets(plain_text(whole)))).parts();
    if (parts.empty()) return std::nullopt;
    Toll toll;
    for (const Part& part : parts) {
        if (part.is_killed && part.is_injured) return std::nullopt;
        const ReadCount read = read_count(part.count);
        const auto* count = std::get_if<Count>(&read);
        if (count == nullptr || !count->known()) return std::nullopt;
        if (!part.has_class() && parts.size() > 1) return std::nullopt;
        if (!add(part.is_killed ? toll.killed : part.is_injured ? toll.injured : toll.people, *count))
            return std::nullopt;
    }
    return toll;
}

}  // namespace incidentmap
