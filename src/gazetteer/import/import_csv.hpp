// SPDX-License-Identifier: MIT
/// Gazetteers from tables of one's own.
#pragma once

#include <string>
#include <vector>

#include "gazetteer/import/import_log.hpp"
#include "gazetteer/import/place_intake.hpp"

namespace incidentmap {

/// Reads tables and areas into the intake as import_gazetteer tells.
/// \throws Error where a file cannot be read or its columns do not say what it is
void import_csv(const std::vector<std::string>& files, PlaceIntake& intake, ImportLog& log);

}  // namespace incidentmap
