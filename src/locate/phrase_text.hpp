// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geodesy/compass_direction.hpp"
#include "locate/phrase_words.hpp"
#include "locate/stated_distance.hpp"

namespace incidentmap {

/// A word of the text, or a comma, with where it stands.
struct PhraseToken {
    std::string low;  ///< in lower case
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The words of a phrase, and what may stand at one of them. It must not outlive the text.
class PhraseText {
  public:
    explicit PhraseText(std::string_view text);

    std::size_t size() const { return m_tokens.size(); }
    /// The token in lower case; empty beyond the end.
    const std::string& low(std::size_t at) const;
    /// Whether the token begins with a capital letter, or with one of a script that has none.
    bool is_capital(std::size_t at) const;
    /// The tokens as they stand in the text.
    std::string words(std::size_t begin, std::size_t end) const;
    std::size_t skip_the(std::size_t at) const { return low(at) == "the" ? at + 1 : at; }

    /// How many tokens from \p at are the words of \p phrase; 0 where they are not.
    std::size_t matches(std::size_t at, std::string_view phrase) const;
    /// Of the longest of the phrases that stands there.
    std::size_t longest(std::size_t at, std::span<const std::string_view> phrases) const;
    std::size_t longest(std::size_t at, PhraseUse use) const { return longest(at, phrase_words(use)); }

    // What follows moves \p at behind what was read, and leaves it where there is nothing of the kind.

    /// A compass direction of up to three words: `north`, `N.E.`, `north west`, `north-north-west`.
    std::optional<CompassDirection> compass_direction_at(std::size_t& at) const;
    /// `northern`, `north-western`, `south eastern`.
    std::optional<CompassDirection> adjective_at(std::size_t& at) const;
    /// The longest run of tokens that is a distance, with one in brackets behind it.
    std::optional<StatedDistance> distance_at(std::size_t& at) const;
    /// A name up to the next clue, comma, end, or the word \p stop; an article before it is passed over.
    std::optional<std::string> name_at(std::size_t& at, std::string_view stop = {}) const;

    /// Whether a further clue begins here, after a place's name.
    bool starts_clue(std::size_t at) const;
    /// Whether the tokens could name a place: neither a unit nor a compass direction, a day or a number of
    /// people.
    bool could_be_name(std::size_t begin, std::size_t end) const;

  private:
    std::string_view m_text;
    std::vector<PhraseToken> m_tokens;
};

}  // namespace incidentmap
