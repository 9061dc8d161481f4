// SPDX-License-Identifier: MIT
#pragma once

#include "gazetteer/gazetteer.hpp"

namespace incidentmap {

/// Whether a gazetteer lists towns and no villages (nineteen in twenty have 300 people or more): it has no
/// say on what villages are called.
bool lists_towns_only(const Gazetteer& gazetteer);

}  // namespace incidentmap
