// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "prose/text_places.hpp"
#include "prose/token.hpp"

namespace incidentmap {

/// Words that name a place, or go back to one.
struct Mention {
    Span at;            ///< in tokens of the sentence: the name, with its kind: `Mansour district`
    std::string words;  ///< the same as text
    std::optional<FoundPlace> found;  ///< nothing where no gazetteer has it
    PlaceRank rank = 3;
    bool goes_back = false;  ///< `the base`, `the same airport`, `it`: to a site named before
    std::string noun;        ///< of those that go back, and of names with a noun behind them: `base`
    bool is_country = false;
};

}  // namespace incidentmap
