// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "geodesy/distance_bounds.hpp"
#include "locate/location.hpp"

namespace incidentmap {

/// How far it is from one location to another, or why that cannot be told.
struct Measure {
    std::optional<DistanceBounds> bounds;
    std::string text;      ///< distance_text() of the bounds; empty where there are none
    std::string why_null;  ///< a sentence; empty where there are bounds
};

/// Least, likely and greatest distance and azimuth between two locations that have a place. None where either
/// is a country, or where the possible areas meet and the greatest distance is over five times the likely
/// one: a number would claim what nobody knows.
Measure measure(const Location& from, const Location& to);

}  // namespace incidentmap
