// SPDX-License-Identifier: MIT
#pragma once

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

/// Chooses the place of an event: where it fell before what it was aimed at, the closest before the larger.
/// Words that go back are followed to the last of \p named that they may mean. \param before the incident
/// told before; null where there is none
PlacedEvent placed_event(const Event& event, const std::vector<PlaceUse>& named);

}  // namespace incidentmap
