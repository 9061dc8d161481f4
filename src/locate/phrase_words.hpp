// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace incidentmap {

/// What words are for in a phrase about a place. src/gazetteer/tables/phrase_words.csv has them, each row
/// with an example.
enum class PhraseUse { near, outskirts, part, edge, inside, kind, empty, begins, name, never, told };

/// The words of that use, in lower case: the longest that fits is meant.
std::span<const std::string_view> phrase_words(PhraseUse use);

/// A unit of length as reports write it, in lower case.
struct DistanceUnit {
    std::string_view word;
    double metres = 1;
    bool may_be_name = false;  ///< a name may hold the word: `Foot`
};

/// All of them (distance_units.csv).
std::span<const DistanceUnit> distance_units();

/// Null where the word is none.
const DistanceUnit* distance_unit(std::string_view word);

}  // namespace incidentmap
