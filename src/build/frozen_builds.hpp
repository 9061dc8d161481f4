// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "build/build_request.hpp"

namespace incidentmap {

/// The GeoPackages whose answers are to be given again: the one that was named, or those that this build
/// replaces. None where the build is not frozen. \throws UsageError where it goes into a database
std::vector<std::string> frozen_from(const BuildRequest& request, const std::string& stem);

}  // namespace incidentmap
