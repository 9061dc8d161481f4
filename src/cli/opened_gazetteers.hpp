// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "gazetteer/default_gazetteers.hpp"

namespace incidentmap {

class CommandReporter;

/// Opens gazetteers as open_gazetteers(asked) does, and tells which they are, as a phase of its own.
std::vector<Gazetteer> open_gazetteers(const std::vector<std::string>& asked, CommandReporter& reporter);

}  // namespace incidentmap
