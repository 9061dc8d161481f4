// SPDX-License-Identifier: MIT
#include "locate/phrase.hpp"

#include <utility>

#include "core/text.hpp"
#include "locate/phrase_languages.hpp"
#include "locate/phrase_reader.hpp"

namespace incidentmap {

bool PhraseReader::read_clue(Phrase& phrase) {
    return read_travel_time(phrase) || read_offset(phrase) || read_between(phrase) || read_road(phrase) ||
           read_side(phrase) || read_border(phrase) || read_part(phrase) || read_direction(phrase) ||
           read_outskirts(phrase) || read_near(phrase);
}

std::optional<Phrase> PhraseReader::read() {
    Phrase phrase;
    if (const std::size_t count = m_words.longest(m_at, PhraseUse::empty);
        count > 0 && count < m_words.size()) {
        m_at += count;
        if (low(m_at) == "of" || low(m_at) == "that") return std::nullopt;
    } else if (low(m_at) == "a" || low(m_at) == "an" || low(m_at) == "the") {
        std::size_t at = m_at + 1;
        if (const std::size_t noun = m_words.longest(at, PhraseUse::kind);
            noun > 0 && at + noun < m_words.size()) {
            at += noun;
            const std::size_t kind_begin = m_at + 1;
            const std::size_t before = m_at;
            m_at = at;
            if (read_clue(phrase)) {
                phrase.kind_words = words(kind_begin, at);
            } else {
                m_at = before;
            }
        }
    }
    bool relates = !phrase.clues.empty();
    while (!at_end() && phrase.not_understood.empty()) {
        const std::string& word = low(m_at);
        if (word == "," || word == ";" || word == "(" || word == ")" || word == "and") {
            ++m_at;
            continue;
        }
        if (read_clue(phrase)) {
            relates = true;
            continue;
        }
        // A name: the place itself where nothing came before, else what lies about.
        std::size_t at = m_at;
        const std::size_t lead = m_words.longest(at, PhraseUse::inside);
        at += lead;
        const std::size_t name_begin = at;
        const auto name = m_words.name_at(at);
        if (!name) return std::nullopt;
        relates = relates || lead > 0;
        if (phrase.clues.empty()) {
            Clue clue;
            clue.place = *name;
            keep(phrase, std::move(clue), name_begin, at);
        } else {
            phrase.parents.push_back(*name);
            m_at = at;
        }
    }
    if (!relates && phrase.not_understood.empty()) return std::nullopt;
    return phrase;
}

std::optional<Phrase> read_phrase(std::string_view words) {
    constexpr std::size_t most_bytes = 1'000;
    const std::string_view text = trimmed(words);
    if (text.empty() || text.size() > most_bytes) return std::nullopt;
    if (const auto english = phrase_in_english(text)) return PhraseReader(*english).read();
    return PhraseReader(text).read();
}

}  // namespace incidentmap
