// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

/// A distance as a report states it.
struct StatedDistance {
    double distance_m = 0;
    double half_width_m = 0;   ///< how far to either side of it the words may mean
    std::string disagreement;  ///< where two units are given that do not agree: a sentence
};

/// Reads a number and a unit: `85 km`, `85km`, `some 53 miles`, `about ten kilometres`, `2.5 nautical miles`,
/// `1,200 metres`, `half a mile`, `10 to 12 km`, and one distance in two units: `85 kilometres (some 53
/// miles)`. Units are kilometres, miles (1,609.344 m), nautical miles (1,852 m), metres and yards (0.9144 m).
/// Nothing where the text is anything else: no number, no unit, a speed, an area.
///
/// The half-width is half a unit of the last digit that counts (a whole number that ends in 0 counts tens:
/// `85` is 84.5 to 85.5, `10` is 5 to 15), 5 % or, after `about`, `some`, `nearly` and the like, 20 %,
/// whichever is the most; of a span (`10 to 12 km`) half its width besides. After Wieczorek, Guo and Hijmans
/// (2004), who take the precision of a distance from its digits.
std::optional<StatedDistance> read_stated_distance(std::string_view text);

}  // namespace incidentmap
