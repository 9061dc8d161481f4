// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// What a layer tells of a gazetteer's place besides what its location holds.
struct PlaceDetails {
    double extent_m = 0;
    double accuracy_m = 0;
    std::string source;  ///< the name of the gazetteer's source
};

}  // namespace incidentmap
