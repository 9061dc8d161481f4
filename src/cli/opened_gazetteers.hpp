// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "gazetteer/default_gazetteers.hpp"

namespace incidentmap {

class CommandReporter;

/// Warns where the gazetteer of the world would be used and is not made yet.
void tell_of_setup(const std::vector<std::string>& asked, CommandReporter& reporter);

/// Opens gazetteers as open_gazetteers(asked) does, and tells which they are, as a phase of its own.
std::vector<Gazetteer> open_gazetteers(const std::vector<std::string>& asked, CommandReporter& reporter);

}  // namespace incidentmap
