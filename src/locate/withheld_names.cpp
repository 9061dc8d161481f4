// SPDX-License-Identifier: MIT
#include "locate/withheld_names.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <iterator>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/no_places.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/ordinary_words.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t longest_run = 900;   ///< bytes of one word with what hangs on it
constexpr std::size_t least_word = 4;      ///< letters by which a word of a name tells
constexpr std::size_t least_together = 6;  ///< the same of a name without spaces
constexpr std::size_t least_sounds = 4;    ///< consonants
constexpr std::size_t most_words_by_sound = 3;

bool is_latin(std::string_view normal) {
    return std::all_of(normal.begin(), normal.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_number(std::string_view normal) {
    return std::all_of(normal.begin(), normal.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A word that says nothing of which place is meant.
bool is_empty_word(const std::string& normal) {
    if (is_number(normal)) return true;
    if (is_latin(normal) && normal.size() < 3) return true;
    static const std::unordered_set<std::string> more{
        "camp", "base", "airport",  "road",    "bridge",   "border",   "near",    "north",        "south",
        "east", "west", "northern", "between", "district", "province", "village", "international"};
    return more.contains(normal) || is_ordinary_word(normal) || no_place(normal).has_value();
}

/// `American`, left of `American embassy`: whose it is, and not where.
bool says_whose(const std::string& normal) {
    return normal == "coalition" || normal == "nato" || !country_of_people(normal).empty();
}

/// `in Erbil` is Erbil.
bool is_tie(std::string_view normal) {
    constexpr std::string_view ties[] = {"in", "at", "the", "of", "on", "near", "and", "to", "de", "la"};
    return std::find(std::begin(ties), std::end(ties), normal) != std::end(ties);
}

std::string words_together(const std::vector<std::string>& words, std::string_view between) {
    return joined(words, between);
}

/// The bytes that `%D8%A8` stands for, and the quotes of markup.
std::string decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto hex = [&](std::size_t at) {
            return at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at])) != 0;
        };
        if (text[i] == '%' && hex(i + 1) && hex(i + 2)) {
            out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else if (text[i] == '&' && (text.substr(i, 5) == "&#39;" || text.substr(i, 6) == "&apos;")) {
            out += '\'';
            i += text[i + 1] == '#' ? 4 : 5;
        } else if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == 'n' || text[i + 1] == 't')) {
            out += ' ';
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

struct TextWord {
    std::string normal;
    bool is_small = false;  ///< begins with a small Latin letter
};

/// Calls \p take with each word of a text of any length, in order.
void for_each_word(std::string_view text, const std::function<void(TextWord)>& take) {
    const auto is_space = [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>';
    };
    for (std::size_t i = 0; i < text.size();) {
        while (i < text.size() && is_space(text[i])) ++i;
        std::size_t end = i;
        while (end < text.size() && !is_space(text[end]) && end - i < longest_run) ++end;
        if (end == i) break;
        for (const Word& word : words_of(text.substr(i, end - i)))
            take({word.normal, !word.raw.empty() && word.raw.front() >= 'a' && word.raw.front() <= 'z'});
        i = end;
    }
}

/// The parts of a name that are names: `Sheikh Amir`, `Nineveh`; of `12 km NE of Djibo` the whole and the
/// last.
std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts;
    std::string part;
    const auto end_part = [&] {
        if (trimmed(part).empty()) return part.clear();
        parts.emplace_back(trimmed(part));
        for (const std::string_view tie : {" of ", " near ", "near ", " from "}) {
            const std::size_t at = part.rfind(tie);
            if (at != std::string::npos && (at == 0 || tie.front() == ' '))
                parts.emplace_back(trimmed(std::string_view(part).substr(at + tie.size())));
        }
        part.clear();
    };
    for (const char c : name) {
        if (c == ',' || c == ';' || c == '|' || c == '(' || c == ')' || c == '[' || c == ']') {
            end_part();
        } else {
            part += c;
        }
    }
    end_part();
    return parts;
}

/// The normal forms of the words of a name, and those of what is left without its generic words.
std::vector<std::vector<std::string>> phrases_of(std::string_view name) {
    std::vector<std::vector<std::string>> phrases;
    for (const std::string& part : parts_of(name)) {
        std::vector<Word> words = words_of(part);
        const auto add = [&](const std::vector<Word>& some) {
            std::vector<std::string> phrase;
            for (const Word& word : some) phrase.push_back(word.normal);
            while (!phrase.empty() && is_tie(phrase.front())) phrase.erase(phrase.begin());
            while (!phrase.empty() && is_tie(phrase.back())) phrase.pop_back();
            if (!phrase.empty()) phrases.push_back(std::move(phrase));
        };
        add(words);
        add(set_kind_words_aside(std::move(words)).core);
    }
    return phrases;
}

}  // namespace

void WithheldNames::insert(const Phrase& words) {
    const bool says_nothing = std::all_of(words.begin(), words.end(), is_empty_word) ||
                              std::all_of(words.begin(), words.end(), says_whose) ||
                              !country_code(words_together(words, " ")).empty();
    if (says_nothing || !m_known.insert(words_together(words, " ")).second) return;
    m_names[words.front()].push_back(words);
    for (const std::string& word : words) {
        if (word.size() >= least_word && !is_empty_word(word) && !says_whose(word)) m_words.insert(word);
    }
    const std::string together = words_together(words, "");
    if (words.size() > 1 && together.size() >= least_together) m_together.insert(together);
    const std::string sounds = phonetic_key(words_together(words, " ")).text;
    if (sounds.size() >= least_sounds) m_sounds.insert(sounds);
}

void WithheldNames::add(std::string_view name) {
    for (const Phrase& phrase : phrases_of(name)) insert(phrase);
}

void WithheldNames::allow(std::string_view name) {
    for (const Phrase& phrase : phrases_of(name)) {
        const std::string words = words_together(phrase, " ");
        m_allowed_sounds.insert(phonetic_key(words).text);
        m_allowed.insert(words);
    }
}

void WithheldNames::clear() { *this = WithheldNames{}; }

std::string WithheldNames::found_in(std::string_view text, bool skips_single_words) const {
    if (m_names.empty()) return {};
    // Phrases that have begun, and how many words of each are met.
    struct Begun {
        const Phrase* phrase;
        std::size_t met;
    };
    std::vector<Begun> begun;
    std::string found;
    const auto end = [&](const Phrase& phrase, bool is_small) {
        const std::string name = words_together(phrase, " ");
        if (m_allowed.contains(name)) return;
        const bool is_single = phrase.size() == 1 && is_latin(name);
        if (is_single && (skips_single_words || (is_small && name.size() <= least_word))) return;
        found = name;
    };
    for_each_word(decoded(text), [&](const TextWord& word) {
        if (!found.empty()) return;
        std::erase_if(begun, [&](Begun& open) {
            if ((*open.phrase)[open.met] != word.normal) return true;
            if (++open.met < open.phrase->size()) return false;
            end(*open.phrase, false);
            return true;
        });
        const auto those = m_names.find(word.normal);
        if (those == m_names.end()) return;
        for (const Phrase& phrase : those->second) {
            if (phrase.size() > 1) {
                begun.push_back({&phrase, 1});
            } else {
                end(phrase, word.is_small);
            }
        }
    });
    return found;
}

bool WithheldNames::may_tell(std::string_view text) const {
    if (m_names.empty()) return false;
    if (!found_in(text).empty()) return true;
    std::vector<std::string> words;
    for_each_word(decoded(text), [&](TextWord word) { words.push_back(std::move(word.normal)); });
    const std::string together = words_together(words, "");
    for (const std::string& word : words) {
        if (m_words.contains(word) && !m_allowed.contains(word)) return true;
    }
    for (const std::string& name : m_together) {
        if (together.find(name) != std::string::npos) return true;
    }
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string run;
        for (std::size_t count = 1; count <= most_words_by_sound && first + count <= words.size(); ++count) {
            run += (run.empty() ? "" : " ") + words[first + count - 1];
            const std::string sounds = phonetic_key(run).text;
            if (m_sounds.contains(sounds) && !m_allowed_sounds.contains(sounds)) return true;
        }
    }
    return false;
}

}  // namespace incidentmap
