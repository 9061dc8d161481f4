// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "gazetteer/boundaries.hpp"
#include "locate/location.hpp"
#include "locate/measure.hpp"
#include "writer/picture/picture_options.hpp"

namespace incidentmap {

/// A picture of an answer: its possible area and likely point, with the reasons below; of an ambiguous one,
/// all places that fit. \return the file's bytes \throws Error where there is nothing to draw (the words were
/// not found), and as MapSheet
std::string picture_of(const Location& location, const MapGround& ground, const PictureOptions& options);

/// A picture of a distance: both possible areas, and the least, the likely and the greatest distance as
/// straight lines over the ground. Where there is no distance, the areas alone, and why. \throws Error where
/// one of the two has no place, and as MapSheet
std::string picture_of(const Location& from, const Location& to, const Measure& measured,
                       const MapGround& ground, const PictureOptions& options);

}  // namespace incidentmap
