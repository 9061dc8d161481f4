// SPDX-License-Identifier: MIT
/// Words of everyday English that are in names of bases and streets too: `Camp Victory`, `FOB Warrior`.
#pragma once

#include <string_view>

namespace incidentmap {

/// Whether the name, in normal form, is a word that people mostly write for something else than a place.
/// Alone, and with nothing stated about where, it means only a place that bears it as its whole name.
bool is_ordinary_word(std::string_view normal);

}  // namespace incidentmap
