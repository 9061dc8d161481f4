// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/spelling/kind_words.hpp"

namespace incidentmap {

/// A place that a name may mean, before anything but the name was looked at.
struct Candidate {
    NameHit hit;
    std::size_t gazetteer = 0;  ///< its position in the order of gazetteers
    double score = 0;           ///< how well the name fits, 0 to 1
    std::string set_aside;      ///< why it was set aside: the end of a sentence; empty while it still stands

    const Place& place() const { return hit.place; }
};

/// A name asked for: the words, and the kind of place that its generic words ask for.
struct AskedName {
    std::string text;
    std::string normal;
    NameParts parts;

    bool asks_for_kind() const { return !parts.kind_words.empty(); }
};

AskedName asked_name(std::string_view text);

/// All places that the name may mean, best first, one for each place id (the earliest gazetteer's), from the
/// whole name in its normal form, from the name without its generic words, and from the skeleton.
///
/// The score says how well the name fits: the same name 0.95 (a code 0.98, a former name 0.85); without the
/// generic words 0.90 where the kind asked for is the place's, 0.80 where it is of the same group, 0.75 where
/// none was asked for, 0.40 where it is another; the skeleton 0.50 and up to 0.34 more by similarity, times
/// the same kinds' part. Skeletons of two letters or fewer count only where the letters are alike to 0.80,
/// longer ones to 0.40. What scores below 0.60 is no candidate: silence costs less than a wrong place.
std::vector<Candidate> candidates_for(const std::vector<Gazetteer>& gazetteers, const AskedName& asked);

}  // namespace incidentmap
