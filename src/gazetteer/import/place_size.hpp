// SPDX-License-Identifier: MIT
/// How large a place is taken to be where its source does not say.
#pragma once

#include <cstdint>
#include <string_view>

namespace incidentmap {

/// How well the point of a populated place is known where its source does not say: gazetteers put it in the
/// centre, at the mosque or at the market of the place, and many round to a minute of arc (1.9 km).
inline constexpr double usual_accuracy_m = 1000;

/// The radius of the disc on which a settlement's people live at 10,000 a km² (dense, as towns of the region
/// are: Baghdad 5.7 million, 13 km), at least 1,000 and at most 20,000 m.
double settlement_extent_m(std::int64_t population);

/// The radius of a circle that holds a place of that kind: a settlement by its people, all else by a round
/// figure for its kind (an airport 2 km, an air base 3 km, a province 100 km). A kind that is not known: 5
/// km.
double usual_extent_m(std::string_view kind, std::int64_t population);

/// The radius of a circle about a country's capital that holds the country: three times that of the disc of
/// its area, for the capital is seldom in the middle and no country is a disc.
double country_extent_m(double area_km2);

}  // namespace incidentmap
