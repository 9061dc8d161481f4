// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "geodesy/footprint.hpp"
#include "locate/location.hpp"
#include "locate/phrase.hpp"

namespace incidentmap {

/// Finds the places that a phrase names: by their words and what lies about them, or by a place id.
struct PlaceFinder {
    std::function<Location(const std::string& words, const std::vector<std::string>& parents)> named;
    std::function<Location(const std::string& place_id)> of_id;
    /// The outlines of countries that reach into a circle; none where none are known, or the finder has none.
    std::function<MultiPolygon(const Circle& about)> land;
};

/// Where a phrase is: each clue gives an area, and the location lies in all of them. \p words as the report
/// has them.
///
/// The clues hold together: their areas are intersected, the strongest (the smallest) first; what each cut
/// off is a reason. One that has nothing in common with those before it is left out, and `conflict` says so.
/// What is `off` a place lies at sea: land is cut away where outlines of countries leave anything of it.
/// Of a place that may be several, the one counts that fits the other clues; where several do, the phrase is
/// ambiguous. The answer is resolved where a point stands for the strongest clue, else coarse: drawn as the
/// area that it is. Its name is the words themselves, it has no place id, and its score is that of the least
/// sure of its places.
Location locate_phrase(const std::string& words, const Phrase& phrase, const PlaceFinder& find);

}  // namespace incidentmap
