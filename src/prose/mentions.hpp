// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "prose/mention.hpp"
#include "prose/sentences.hpp"
#include "prose/text_places.hpp"

namespace incidentmap {

/// The mentions of a sentence, in order, none within another. Names of persons, organisations and peoples are
/// none.
std::vector<Mention> mentions_in(const Sentence& sentence, std::string_view text, TextPlaces& places);

}  // namespace incidentmap
