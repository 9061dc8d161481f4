// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "locate/clue.hpp"

namespace incidentmap {

/// Reads a phrase, in English as reports write it (docs/localities.md has the grammar), or in another
/// language in one of the forms of phrase_languages.hpp. Nothing where the words are a plain name (`Camp
/// Taji`, `Taji, Baghdad`, `West Bank`), or no place at all (`30 km/h`, `between Monday and Friday`): the
/// words before a place must relate to it, and what they relate to must be able to be a name. Whether there
/// is such a place is not asked here.
std::optional<Phrase> read_phrase(std::string_view words);

}  // namespace incidentmap
