// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "locate/clue.hpp"
#include "locate/phrase_text.hpp"

namespace incidentmap {

/// Reads a phrase clue after clue; for read_phrase(), which says what comes out.
class PhraseReader {
  public:
    explicit PhraseReader(std::string_view text) : m_words{text} {}

    std::optional<Phrase> read();

  private:
    bool at_end() const { return m_at >= m_words.size(); }
    const std::string& low(std::size_t at) const { return m_words.low(at); }
    std::string words(std::size_t begin, std::size_t end) const { return m_words.words(begin, end); }

    // Each reads the one clue that begins here, or leaves everything as it is.
    bool read_clue(Phrase& phrase);
    bool read_offset(Phrase& phrase);
    bool read_direction(Phrase& phrase);
    bool read_part(Phrase& phrase);
    bool read_outskirts(Phrase& phrase);
    bool read_near(Phrase& phrase);
    bool read_between(Phrase& phrase);
    bool read_road(Phrase& phrase);
    bool read_border(Phrase& phrase);
    bool read_side(Phrase& phrase);
    bool read_travel_time(Phrase& phrase);

    void keep(Phrase& phrase, Clue clue, std::size_t begin, std::size_t end);
    bool keep_with_place(Phrase& phrase, Clue clue, std::size_t begin, std::size_t at);

    PhraseText m_words;
    std::size_t m_at = 0;
};

}  // namespace incidentmap
