// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/spelling_reasons.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/sounds.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_phrases = 4;
constexpr std::size_t longest_aligned = 128;  // sounds of a name

/// A name taken apart: its own words, what was set aside, and its sounds as written.
struct Taken {
    std::string text;
    std::vector<Word> core;
    std::vector<KindWord> kind_words;
    std::vector<std::string> articles;
    std::string script;
};

struct WrittenSound {
    std::string written;  ///< empty for a sound that the other name lacks
    std::string normal;
    char consonant = 0;
};

using Pair = std::pair<WrittenSound, WrittenSound>;

/// `text` must outlive the result: the words are views into it.
Taken taken_apart(const std::string& text) {
    Taken taken;
    taken.text = text;
    WordsSetAside parts = set_kind_words_aside(words_of(text));
    taken.kind_words = std::move(parts.kind_words);
    taken.script = script_of(joined_normal(parts.core, 0, parts.core.size()));
    const Romanisation romanisation = romanisation_of(text);
    for (std::size_t i = 0; i < parts.core.size(); ++i) {
        const Word& word = parts.core[i];
        const std::size_t attached = attached_article_size(word);
        if (is_article(parts.core, i, romanisation))
            taken.articles.push_back(word.normal);
        else if (attached > 0)
            taken.articles.push_back(normal_form(word.raw.substr(0, attached)));
        if (is_article(parts.core, i, romanisation)) continue;
        const std::string_view own = word.raw.substr(attached);
        taken.core.push_back({own, normal_form(own)});
    }
    return taken;
}

/// The sounds of all words in a row, as written; empty where the script has none.
std::vector<WrittenSound> written_sounds(const Taken& taken) {
    std::vector<WrittenSound> result;
    const Romanisation romanisation = romanisation_of(taken.text);
    for (std::size_t i = 0; i < taken.core.size(); ++i) {
        const auto sounds = sounds_of(taken.core[i], romanisation, i + 1 == taken.core.size());
        if (!sounds) return {};
        for (const Sound& sound : *sounds) {
            const std::string_view written = taken.core[i].raw.substr(sound.begin, sound.size);
            result.push_back({std::string(written), normal_form(written), sound.consonant});
        }
    }
    result.resize(std::min(result.size(), longest_aligned));
    return result;
}

double cost_of_pair(const WrittenSound& a, const WrittenSound& b) {
    if (a.consonant == b.consonant) return a.normal == b.normal ? 0 : 0.1;
    const bool glide = a.consonant == 'w' || a.consonant == 'y' || b.consonant == 'w' || b.consonant == 'y';
    if (glide && (a.consonant == 0 || b.consonant == 0)) return 0.3;
    return a.consonant == 0 || b.consonant == 0 ? 3 : 1.5;
}

double cost_of_gap(const WrittenSound& sound) { return sound.consonant == 0 ? 0.4 : 1; }

/// The sounds of both names side by side (Needleman and Wunsch 1970).
std::vector<Pair> aligned(const std::vector<WrittenSound>& a, const std::vector<WrittenSound>& b) {
    std::vector<std::vector<double>> cost(a.size() + 1, std::vector<double>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i) cost[i][0] = cost[i - 1][0] + cost_of_gap(a[i - 1]);
    for (std::size_t j = 1; j <= b.size(); ++j) cost[0][j] = cost[0][j - 1] + cost_of_gap(b[j - 1]);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            cost[i][j] =
                std::min({cost[i - 1][j - 1] + cost_of_pair(a[i - 1], b[j - 1]),
                          cost[i - 1][j] + cost_of_gap(a[i - 1]), cost[i][j - 1] + cost_of_gap(b[j - 1])});
        }
    }
    std::vector<Pair> pairs;
    std::size_t i = a.size();
    std::size_t j = b.size();
    while (i > 0 || j > 0) {
        // The same sums as above, so that equality is exact.
        if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + cost_of_pair(a[i - 1], b[j - 1])) {
            pairs.emplace_back(a[--i], b[--j]);
        } else if (i > 0 && (j == 0 || cost[i][j] == cost[i - 1][j] + cost_of_gap(a[i - 1]))) {
            pairs.emplace_back(a[--i], WrittenSound{});
        } else {
            pairs.emplace_back(WrittenSound{}, b[--j]);
        }
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
}

void add(std::vector<std::string>& phrases, std::string phrase) {
    if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end())
        phrases.push_back(std::move(phrase));
}

/// Phrases by how much they tell.
struct Phrases {
    std::vector<std::string> differing;  ///< letters that no rule brings together
    std::vector<std::string> letters;    ///< letters that stand for one sound
    std::vector<std::string> marks;      ///< letters that differ in their marks only
    std::vector<std::string> left_out;
};

/// Only capitals apart: nothing to explain.
bool same_but_capitals(const std::string& a, const std::string& b) {
    std::u32string small_a = code_points(a);
    std::u32string small_b = code_points(b);
    for (std::u32string* text : {&small_a, &small_b}) {
        for (char32_t& letter : *text) {
            if (letter >= U'A' && letter <= U'Z') letter += 32;
        }
    }
    return small_a == small_b;
}

Phrases letter_phrases(const std::vector<Pair>& pairs) {
    Phrases phrases;
    std::vector<std::string> too_much;
    std::vector<std::string> missing;
    for (const auto& [a, b] : pairs) {
        const bool consonants_differ = a.consonant != b.consonant && (a.consonant != 0 || b.consonant != 0);
        const bool both = !a.written.empty() && !b.written.empty();
        const bool glide =
            a.consonant == 'w' || a.consonant == 'y' || b.consonant == 'w' || b.consonant == 'y';
        if (!both) {
            const bool counts = consonants_differ && !glide;
            if (counts)
                (a.written.empty() ? missing : too_much).push_back(a.written + b.written);
            else
                add(phrases.left_out, a.written + b.written + " is left out");
        } else if (consonants_differ && !glide) {
            add(phrases.differing, a.written + ", not " + b.written);
        } else if (a.normal != b.normal) {
            add(phrases.letters, a.written + " = " + b.written);
        } else if (!same_but_capitals(a.written, b.written)) {
            add(phrases.marks, a.written + " = " + b.written);
        }
    }
    for (const std::string& letter : missing) {
        const auto elsewhere =
            std::find_if(too_much.begin(), too_much.end(),
                         [&letter](const std::string& other) { return same_but_capitals(letter, other); });
        add(phrases.differing, letter + (elsewhere == too_much.end() ? " is missing" : " stands elsewhere"));
        if (elsewhere != too_much.end()) too_much.erase(elsewhere);
    }
    for (const std::string& letter : too_much) add(phrases.differing, letter + " is too much");
    return phrases;
}

std::string script_name(const std::string& script) {
    if (script == "Arab") return "Arabic script";
    if (script == "Latn") return "Latin script";
    if (script == "Cyrl") return "Cyrillic script";
    return "another script";
}

/// Across scripts each letter differs; what matters is which script, and whether the sounds are the same.
std::vector<std::string> phrases_across_scripts(const Taken& asked, const Taken& found,
                                                const Phrases& letters, const std::vector<Pair>& pairs) {
    std::vector<std::string> phrases{script_name(asked.script == "Latn" ? found.script : asked.script)};
    phrases.insert(phrases.end(), letters.differing.begin(), letters.differing.end());
    const bool arabic_is_asked = asked.script == "Arab";
    const bool vowels_unwritten =
        std::any_of(pairs.begin(), pairs.end(), [arabic_is_asked](const Pair& pair) {
            const WrittenSound& arabic = arabic_is_asked ? pair.first : pair.second;
            const WrittenSound& other = arabic_is_asked ? pair.second : pair.first;
            return arabic.written.empty() && other.consonant == 0;
        });
    const bool one_is_arabic = arabic_is_asked != (found.script == "Arab");
    if (!pairs.empty() && letters.differing.empty()) phrases.emplace_back("the consonants are the same");
    if (one_is_arabic && vowels_unwritten) phrases.emplace_back("short vowels are not written in Arabic");
    return phrases;
}

std::vector<std::string> article_phrases(const Taken& asked, const Taken& found) {
    std::vector<std::string> phrases;
    if (asked.articles == found.articles || asked.script != found.script) return phrases;
    const std::size_t common = std::min(asked.articles.size(), found.articles.size());
    const auto& more = asked.articles.size() > common ? asked.articles : found.articles;
    for (std::size_t i = common; i < more.size(); ++i)
        add(phrases, "the article " + more[i] + "- is left out");
    if (more.size() > common) return phrases;
    for (std::size_t i = 0; i < common; ++i) {
        if (asked.articles[i] == found.articles[i]) continue;
        add(phrases, "the article " + asked.articles[i] + "- = " + found.articles[i] + "-");
    }
    return phrases;
}

std::vector<std::string> kind_phrases(const Taken& asked, const Taken& found) {
    std::vector<std::string> phrases;
    const auto has = [](const std::vector<KindWord>& words, const KindWord& word) {
        return std::any_of(words.begin(), words.end(), [&word](const KindWord& other) {
            return normal_form(other.words) == normal_form(word.words);
        });
    };
    for (const KindWord& word : found.kind_words) {
        if (has(asked.kind_words, word)) continue;
        const auto same = std::find_if(asked.kind_words.begin(), asked.kind_words.end(),
                                       [&word](const KindWord& other) { return other.kind == word.kind; });
        const std::string kind = same == asked.kind_words.end() ? word.kind : same->words;
        add(phrases, same == asked.kind_words.end() ? word.words + " = " + kind : kind + " = " + word.words);
    }
    for (const KindWord& word : asked.kind_words) {
        const bool said = std::any_of(found.kind_words.begin(), found.kind_words.end(),
                                      [&word](const KindWord& other) { return other.kind == word.kind; });
        if (!said) add(phrases, word.words + " = " + word.kind);
    }
    return phrases;
}

/// The letters' phrases in order, the marks in one phrase where they are many.
std::vector<std::string> phrases_in_one_script(const Phrases& letters) {
    std::vector<std::string> phrases = letters.differing;
    phrases.insert(phrases.end(), letters.letters.begin(), letters.letters.end());
    phrases.insert(phrases.end(), letters.left_out.begin(), letters.left_out.end());
    if (letters.marks.size() == 1 && !phrases.empty()) phrases.push_back(letters.marks.front());
    if (letters.marks.size() > 1 || (letters.marks.size() == 1 && phrases.empty())) {
        phrases.emplace_back("letters without their marks are the same");
    }
    return phrases;
}

/// What the normal form evens out: signs, the forms of a letter, or marks and capitals.
std::string phrase_for_same_normal(const Taken& a, const Taken& b) {
    const auto letters_only = [](const std::string& text) {
        std::u32string letters;
        for (const char32_t character : code_points(text)) {
            const std::u32string plain = folded(character);
            if (!plain.empty() && plain != U" ") letters.push_back(character);
        }
        return letters;
    };
    if (letters_only(a.text) == letters_only(b.text)) return "hyphens, spaces and apostrophes are left out";
    return a.script == "Arab" ? "forms of one Arabic letter are the same"
                              : "letters without their marks are the same";
}

}  // namespace

std::vector<std::string> spelling_reasons(std::string_view asked, std::string_view found) {
    const std::string asked_text = composed(first_bytes(asked, longest_normal_form));
    const std::string found_text = composed(first_bytes(found, longest_normal_form));
    if (asked_text == found_text) return {};
    const Taken a = taken_apart(asked_text);
    const Taken b = taken_apart(found_text);
    if (a.core.empty() || b.core.empty()) return {};
    if (normal_form(asked) == normal_form(found)) return {phrase_for_same_normal(a, b)};
    const std::vector<WrittenSound> sounds_a = written_sounds(a);
    const std::vector<WrittenSound> sounds_b = written_sounds(b);
    const bool both = !sounds_a.empty() && !sounds_b.empty();
    const std::vector<Pair> pairs = both ? aligned(sounds_a, sounds_b) : std::vector<Pair>{};
    const Phrases letters = letter_phrases(pairs);
    std::vector<std::string> phrases = article_phrases(a, b);
    const std::vector<std::string> spelt =
        a.script == b.script ? phrases_in_one_script(letters) : phrases_across_scripts(a, b, letters, pairs);
    phrases.insert(phrases.end(), spelt.begin(), spelt.end());
    const std::vector<std::string> kinds = kind_phrases(a, b);
    phrases.resize(std::min(phrases.size(), most_phrases - std::min(kinds.size(), most_phrases - 1)));
    phrases.insert(phrases.end(), kinds.begin(), kinds.end());
    if (phrases.empty()) phrases.emplace_back("hyphens, spaces and apostrophes are left out");
    phrases.resize(std::min(phrases.size(), most_phrases));
    return phrases;
}

}  // namespace incidentmap
