// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "prose/event.hpp"
#include "prose/event_places.hpp"

namespace incidentmap {

/// Chooses the place of an event: where it fell before what it was aimed at, the closest before the larger.
/// Words that go back are followed to the last of \p named that they may mean. \param about where the text
/// says elsewhere that places lie
PlacedEvent placed_event(const Event& event, const std::vector<PlaceUse>& named, const PlacesAbout& about);

}  // namespace incidentmap
