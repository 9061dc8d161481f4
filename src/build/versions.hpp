// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace incidentmap {

/// Name and version of the program and of each library behind it, as they run: GDAL, PROJ, GEOS,
/// GeographicLib, SQLite, ICU.
std::vector<std::pair<std::string, std::string>> versions();

}  // namespace incidentmap
