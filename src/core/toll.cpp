// SPDX-License-Identifier: MIT
#include "core/toll.hpp"

#include <algorithm>
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
    bool is_of_people = false;  ///< a word says that it counts people
    bool has_class() const { return is_killed || is_injured; }
};

class Reader {
  public:
    explicit Reader(std::vector<std::string> words) : m_words(std::move(words)) {}

    /// Whether a word belongs to none of the counts surely.
    bool is_clear() const { return m_is_clear; }

    std::vector<Part> parts() {
        using enum CountWord;
        for (std::size_t at = 0; at < m_words.size();) {
            const std::string rest = rest_from(at);
            const bool is_new = m_part.has_class() && has_digit(m_part.count);
            if (const auto part = word_at_start(rest, {including});
                part && (m_part.has_class() || !m_parts.empty())) {
                // What is named of those counted is no count of its own, up to the next comma.
                for (at = begin_of(part->rest); at < m_words.size() && m_words[at] != ","; ++at)
                    m_is_clear = m_is_clear && !word_at_start(m_words[at], {killed, injured});
            } else if (is_of(at)) {
                ++at;
            } else if (m_words[at] == "," || (is_new && has_digit(m_words[at]))) {
                finish();
                at += m_words[at] == "," ? 1 : 0;
            } else if (const auto is = word_at_start(rest, {killed, injured, person})) {
                m_part.is_killed |= is->means == killed;
                m_part.is_injured |= is->means == injured;
                m_part.is_of_people |= is->means == person;
                at = begin_of(is->rest);
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
    /// The `de` of `une dizaine de morts`.
    bool is_of(std::size_t at) const {
        using enum CountWord;
        const std::string& word = m_words[at];
        return (word == "of" || word == "de" || word == "des") && at + 1 < m_words.size() &&
               word_at_start(rest_from(at + 1), {killed, injured, person});
    }

    std::string rest_from(std::size_t at) const {
        return joined({m_words.begin() + static_cast<std::ptrdiff_t>(at), m_words.end()}, " ");
    }

    /// The word at which \p rest begins. Of `dead.3` that is a part of one, which stays.
    std::size_t begin_of(std::string_view rest) {
        const std::vector<std::string> left = split_list(rest, " ");
        const std::size_t at = m_words.size() - left.size();
        if (!left.empty()) m_words[at] = left.front();
        return at;
    }

    void finish() {
        if (!m_part.count.empty() || m_part.has_class()) m_parts.push_back(std::move(m_part));
        m_part = {};
    }

    std::vector<std::string> m_words;
    std::vector<Part> m_parts;
    Part m_part;
    bool m_is_clear = true;
};

/// Without the initials of whom a number counts: `44 SAF killed`.
std::string without_initials(std::string_view whole) {
    if (std::none_of(whole.begin(), whole.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return std::string(whole);
    std::vector<std::string> words = split_list(whole, " ");
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const std::string& word = words[i];
        const bool initials =
            word.size() >= 2 && word.size() <= 6 && word != "NOT" &&
            std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        using enum CountWord;
        const bool is_behind_number = !words[i - 1].empty() && is_digit(words[i - 1].back());
        if (initials && is_behind_number && !word_at_start(lower_ascii(word), {killed, injured, person}) &&
            word_at_start(lower_ascii(words[i + 1].substr(0, words[i + 1].find_first_of(",;"))),
                          {killed, injured}))
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return joined(words, " ");
}

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
    const std::string text = without_brackets(plain_text(without_initials(whole)));
    if (word_at_start(text, {CountWord::no_casualties}, true)) {
        const Count none{0, 0, 0};
        return Toll{none, none, {}};
    }
    Reader reader(words_and_commas(text));
    const auto parts = reader.parts();
    if (parts.empty() || !reader.is_clear()) return std::nullopt;
    const bool are_people = std::all_of(
        parts.begin(), parts.end(), [](const Part& part) { return part.is_of_people && !part.has_class(); });
    Toll toll;
    for (const Part& part : parts) {
        if (part.is_killed && part.is_injured) return std::nullopt;
        const ReadCount read = read_count(part.count);
        const auto* count = std::get_if<Count>(&read);
        if (count == nullptr || !count->known()) return std::nullopt;
        if (!part.has_class() && parts.size() > 1 && !are_people) return std::nullopt;
        if (!add(part.is_killed ? toll.killed : part.is_injured ? toll.injured : toll.people, *count))
            return std::nullopt;
    }
    return toll;
}

}  // namespace incidentmap
