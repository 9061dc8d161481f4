// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "prose/event.hpp"
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

/// Chooses the place of an event: where it fell before what it was aimed at, the closest before the larger.
/// Words that go back are followed to the last of \p named that they may mean. \param about where the text
/// says elsewhere that places lie
PlacedEvent placed_event(const Event& event, const std::vector<PlaceUse>& named, const PlacesAbout& about);

}  // namespace incidentmap
