// SPDX-License-Identifier: MIT
#pragma once

#include "gazetteer/gazetteer.hpp"

#include <string>
#include <vector>

namespace incidentmap {

/// The paths of the gazetteers that come with the program, `curated` before `world`: in the folder `gazetteer` beside
/// the executable (a build), or in `../share/incidentmap/gazetteer` of it (an installation); never by the working
/// folder.
std::vector<std::string> default_gazetteers();

/// Opens the gazetteers of `-g`, in their order; `builtin` stands for the default ones, and so does no `-g` at all.
/// \throws Error where one cannot be opened, or there is none.
std::vector<Gazetteer> open_gazetteers(const std::vector<std::string>& asked);

}  // namespace incidentmap
