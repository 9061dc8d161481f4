// SPDX-License-Identifier: MIT
/// What is said of how far and in which direction a place lies from another, against where the two are.
#pragma once

#include <string>

#include "locate/location.hpp"
#include "locate/phrase.hpp"

namespace incidentmap {

/// How something stated stands to what is measured.
enum class Fit {
    not_stated,
    fits,      ///< from centre to centre, as well as both places and the words are known
    far_ends,  ///< only between the far ends of the two possible areas: possible, and not what the words say
    differs,   ///< between no two parts of the two possible areas
};

/// The verdicts on a distance and on a direction, each by itself.
struct StatedFit {
    Fit distance = Fit::not_stated;
    Fit direction = Fit::not_stated;
    std::string
        distance_sentence;  ///< `stated 85 km; measured 24 km from the centre of …`; empty where not stated
    std::string direction_sentence;  ///< the same of the direction

    bool is_consistent() const { return !is_off(distance) && !is_off(direction); }
    static bool is_off(Fit fit) { return fit == Fit::far_ends || fit == Fit::differs; }
};

/// Compares a distance, or a direction, or both, with the way from one location to the other; both have a
/// place.
///
/// A distance fits where it differs from that between the likely points by no more than its own half-width
/// (read_stated_distance) and the root of the sum of the squares of the two uncertainties: errors that do not
/// depend on each other. Else, where it lies within the least and the greatest distance of the two areas, it
/// fits their far ends only. A direction fits where it differs from the likely azimuth by no more than the
/// compass direction's half-angle and the angle under which that same uncertainty is seen; else, where the
/// azimuth span reaches into the compass direction, the far ends only.
StatedFit compare(const Leg& stated, const Location& from, const Location& to);

}  // namespace incidentmap
