// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "gazetteer/position_index.hpp"
#include "locate/location.hpp"

namespace incidentmap {

/// Names a location that was made from numbers after what is there: country, province and district, and as
/// its name `3 km NE of Djibo`, `Djibo` within the town, `near Djibo` where the position is not known well
/// enough for a direction, a sea far from any town; its numbers stay its name where nothing is near. \p
/// words: what the report calls the place, where no gazetteer has that; it goes before: `Koutougou, 12 km NE
/// of Djibo`
void name_position(Location& location, const PositionPlace& place, const std::string& words);

}  // namespace incidentmap
