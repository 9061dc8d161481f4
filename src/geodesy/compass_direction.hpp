// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace incidentmap {

/// One of the sixteen compass directions of the compass.
struct CompassDirection {
    std::string_view name;      ///< `N`, `NNE`, `NE` ...
    double azimuth_deg = 0;     ///< clockwise from north
    double half_angle_deg = 0;  ///< how far to either side of it a report that uses this word may mean
};

/// The name of the compass direction nearest to \p azimuth_deg (any finite number of degrees): 0 is `N`,
/// 101.8 is `ESE`. Half-way between two compass directions it is the later one, clockwise. Empty where the
/// azimuth is not finite.
std::string_view compass(double azimuth_deg);

/// The compass direction that a word names: `N`, `north`, `NE`, `N.E.`, `north-east`, `northeast`, `north
/// east`, `NNE`, `north-north-west`, in any case. Nothing where it names none (`northern`, `up`, an empty
/// text). The half-angles are those of the point-radius method (Wieczorek, Guo, Hijmans 2004): 45 degrees for
/// N, E, S, W, 22.5 for NE and its like, 11.25 for NNE and its like.
std::optional<CompassDirection> read_compass_direction(std::string_view word);

}  // namespace incidentmap
