// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "prose/told.hpp"

namespace incidentmap {

/// The places of one event, sorted by their part.
struct PlacedEvent {
    std::vector<ToldPlace> targets;
    std::vector<ToldPlace> launches;
    std::vector<PlaceUse> parents;
    std::vector<PlaceUse> references;
    std::vector<PlaceUse> aside;
};

/// Of places that no gazetteer has, by their words: the area in which the text says that they lie.
using PlacesAbout = std::map<std::string, PlaceUse>;

}  // namespace incidentmap
