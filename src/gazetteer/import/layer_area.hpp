// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gazetteer/import/place_intake.hpp"

namespace incidentmap {

/// A polygon, or the strip along a line, that is to be an area and a place.
struct LayerArea {
    PlaceRow place;
    std::vector<Name> names;
    MultiPolygon outline;
    std::string file;
    std::int64_t row = 0;
};

}  // namespace incidentmap
