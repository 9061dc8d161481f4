// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geodesy/compass_direction.hpp"
#include "locate/stated_distance.hpp"

namespace incidentmap {

/// How the words of a clue relate to the place that they name.
enum class Relation {
    at,         ///< `at Q`, or the bare name beside other clues
    near,       ///< `near Q`, `close to Q`, `around Q`, `in the vicinity of Q`
    offshore,   ///< `off Q`, `off the coast of Q`
    outside,    ///< `outside Q`
    outskirts,  ///< `the outskirts of Q`, `the western edge of Q`
    part,       ///< `northern Q`, `the south of Q`, `central Q`
    direction,  ///< `north of Q`
    offset,     ///< `85 km north of Q`, `12 km from Q`, `5 km east and 3 km north of Q`
    between,    ///< `between Q and R`
    road,       ///< `on the road from Q to R`, `along the Q–R highway`
    border,     ///< `the border of Q`, `the Q–R border`
    within,     ///< of `the Syrian side of the border`: in that country
    side,       ///< `the R side of Q`: that side of it which faces R
};

/// A distance on the way from a place, and in which direction; without one, in any.
struct Leg {
    StatedDistance distance;
    std::optional<CompassDirection> direction;
};

/// One thing that a phrase says of where it is.
struct Clue {
    Relation relation = Relation::at;
    std::string place;  ///< the words that name the place, as they stand
    std::string other;  ///< the second place, of between, road, border and side; empty where there is none
    std::vector<Leg> legs;  ///< of offset: one, or two for `5 km east and 3 km north`
    std::optional<CompassDirection>
        direction;      ///< of direction, part and outskirts; none for `central` and for all round
    std::string words;  ///< the clue as it stands
};

/// Words that relate to places, taken apart.
struct Phrase {
    std::vector<Clue> clues;           ///< all hold together
    std::vector<std::string> parents;  ///< what lies about all of them, smallest first: `in Anbar`, `, Iraq`
    std::string kind_words;            ///< `village` of `a village west of Qaim`; empty where not said
    std::string
        not_understood;  ///< words that relate to a place in a way that has no footprint: `an hour's drive`
};

}  // namespace incidentmap
