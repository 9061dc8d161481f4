// SPDX-License-Identifier: MIT
#include <cmath>

#include "harness.hpp"
#include "locate/locality.hpp"
#include "locate/phrase.hpp"
#include "locate/stated_distance.hpp"

using namespace incidentmap;

namespace {

void require_sound(const StatedDistance& distance) {
    require(std::isfinite(distance.distance_m) && distance.distance_m >= 0);
    require(std::isfinite(distance.half_width_m) && distance.half_width_m >= 0);
}

}  // namespace

/// Words that say where come to clues with places and lengths that can be measured, and to few readings of a
/// name.
void fuzz_phrases(std::string_view text) {
    if (const std::optional<Phrase> phrase = read_phrase(text)) {
        for (const Clue& clue : phrase->clues) {
            require(clue.legs.size() <= 2);
            for (const Leg& leg : clue.legs) require_sound(leg.distance);
        }
    }
    const Locality locality = parse_locality(text);
    require(readings_of(locality.name).size() <= 4);
    relating_words(text);
    if (const auto misread = misread_direction(text)) require(!misread->word.empty());
    if (const auto distance = read_stated_distance(text)) require_sound(*distance);
}
