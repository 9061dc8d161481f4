// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/phonetic_key.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/spelling/qualifiers.hpp"
#include "gazetteer/spelling/sounds.hpp"

namespace incidentmap {
namespace {

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

/// The consonants of the words; nothing where another script is among them.
std::optional<std::string> consonants_of(const std::vector<Word>& words, Romanisation romanisation) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto sounds = sounds_of(words[i], romanisation, i + 1 == words.size());
        if (!sounds) return std::nullopt;
        for (const Sound& sound : *sounds) {
            if (sound.consonant == 0) continue;
            if (sound.consonant == 'b' && !text.empty() && text.back() == 'm') text.back() = 'n';
            text.push_back(sound.consonant);
        }
    }
    // A lone semivowel is all vowels as well as it is a consonant: `Aoua`.
    return text == "w" || text == "y" ? std::string{} : text;
}

/// A word that is the same in both names weighs as a word of usual length, however it is written.
constexpr int letters_of_qualifier = 4;

/// The words without articles, the attached ones cut off.
std::vector<Word> without_articles(const std::vector<Word>& core, Romanisation romanisation) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < core.size(); ++i) {
        if (is_article(core, i, romanisation)) continue;
        const std::string_view raw = core[i].raw.substr(attached_article_size(core[i]));
        words.push_back(raw.size() == core[i].raw.size() ? core[i] : Word{raw, normal_form(raw)});
    }
    return words;
}

/// Letters that stand for two sounds, and letters for the sound that sounds.cpp does not read in them.
struct TwoSounds {
    std::string_view letters;
    std::string_view capital;  ///< where it is not ASCII; else empty
    std::string_view other;
};

constexpr TwoSounds two_sounds[] = {
#include "gazetteer/tables/two_readings.inc"
};

std::string with_put_for(std::string_view text, std::string_view letters, std::string_view other) {
    if (letters.empty()) return std::string(text);
    const std::string low = lower_ascii(text);
    std::string result;
    std::size_t begin = 0;
    for (auto at = low.find(letters); at != std::string::npos; at = low.find(letters, begin)) {
        if (other.starts_with(letters) && std::string_view(low).substr(at).starts_with(other)) {
            result += text.substr(begin, at + other.size() - begin);
            begin = at + other.size();
            continue;
        }
        result += text.substr(begin, at - begin);
        result += other;
        begin = at + letters.size();
    }
    return result += text.substr(begin);
}

/// The text with all such letters put for others; the same where there is none.
std::string replaced(std::string_view text, const TwoSounds& row) {
    return with_put_for(with_put_for(text, row.letters, row.other), row.capital, row.other);
}

}  // namespace

std::vector<std::string> other_phonetic_keys(std::string_view utf8) {
    const std::string_view text = first_bytes(utf8, longest_normal_form);
    std::vector<std::string> others;
    for (const TwoSounds& row : two_sounds) {
        const std::string read_otherwise = replaced(text, row);
        if (read_otherwise == text) continue;
        std::string other = phonetic_key(read_otherwise).text;
        const bool known = other.empty() || other == phonetic_key(utf8).text ||
                           std::find(others.begin(), others.end(), other) != others.end();
        if (!known) others.push_back(std::move(other));
    }
    return others;
}

PhoneticKey phonetic_key(std::string_view utf8) {
    const std::string text = composed(first_bytes(utf8, longest_normal_form));
    WordsSetAside parts = set_kind_words_aside(words_of(text));
    const Romanisation romanisation = romanisation_of(text);
    const std::vector<Word> words = without_articles(parts.core, romanisation);
    PhoneticKey result{"", std::move(parts.kind_words)};
    const QualifiedWords qualified = set_qualifiers_aside(words);
    if (!parts.only_generic) result.text = consonants_of(qualified.own, romanisation).value_or("");
    if (!result.text.empty()) {
        for (const QualifierRow* row : qualified.qualifiers) result.text += row->mark;
    }
    if (result.text.empty()) {
        result.text = without_spaces(joined_normal(parts.core, 0, parts.core.size()));
    }
    return result;
}

std::string compared_form(std::string_view utf8) {
    const std::string text = composed(first_bytes(utf8, longest_normal_form));
    const WordsSetAside parts = set_kind_words_aside(words_of(text));
    const QualifiedWords words = set_qualifiers_aside(without_articles(parts.core, romanisation_of(text)));
    std::string form = joined_normal(words.own, 0, words.own.size());
    for (const QualifierRow* row : words.qualifiers) {
        (form += form.empty() ? "" : " ");
        for (int i = 0; i < letters_of_qualifier; ++i) form += qualifier_sign(*row);
    }
    return form.empty() ? joined_normal(parts.core, 0, parts.core.size()) : form;
}

}  // namespace incidentmap
