// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "prose/event.hpp"

namespace incidentmap {

/// Looks places of a clause up once more, inside those that stand behind them and say where they are:
/// `the Rawdha neighbourhood of Marib`, `Sheikh Amir village in Nineveh`. What a gazetteer has far from there
/// is not the place.
void settle_by_parents(std::vector<PlaceUse>& uses, std::span<const Token> tokens, TextPlaces& places);

/// `In Basra … the airport`: the airport of that town, where a gazetteer has it.
void settle_sites_of_towns(std::vector<PlaceUse>& uses, TextPlaces& places);

/// `Yala: Gunmen opened fire on a checkpoint in Bannang Sata`: what stands at the head of an entry is about
/// the place that the entry tells.
void yield_to_closer(std::vector<PlaceUse>& uses, std::span<const Token> tokens,
                     std::span<const TimeMention> times);

}  // namespace incidentmap
