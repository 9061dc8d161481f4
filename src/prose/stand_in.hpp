// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "prose/event.hpp"
#include "prose/event_places.hpp"

namespace incidentmap {

/// Why a place is set aside for the one that is drawn.
inline constexpr const char* stood_for = "no gazetteer has it; the place about it stands for it";

/// The town in which a quarter or a site is that no gazetteer has: the one beside which it is said to be, or
/// the last that was named. A village may be anywhere.
std::optional<ToldPlace> town_of_site(const PlacedEvent& placed, const std::vector<PlaceUse>& named);

/// A place that no gazetteer has is drawn as what the text says of where it lies: the town about it, `12 km
/// west of Banibangou`, the district or province. \param candidates all places that may be the event's
/// \param town of a site: the town in which it is; null where none is known
void stand_in(PlacedEvent& placed, const std::vector<ToldPlace>& candidates, const PlacesAbout& about,
              const ToldPlace* town);

/// A quarter that rockets were fired from and no gazetteer has is drawn as its town, as targets are.
void stand_in_launches(PlacedEvent& placed, const std::vector<PlaceUse>& named);

/// Where a text says that places lie which no gazetteer has: `Zaongo lies in the commune of Boala`.
PlacesAbout places_about(const std::vector<Event>& events, const std::vector<Sentence>& sentences);

}  // namespace incidentmap
