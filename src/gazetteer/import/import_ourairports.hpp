// SPDX-License-Identifier: MIT
/// Gazetteers from OurAirports' tables (https://ourairports.com/data/; its data dictionary has the columns).
#pragma once

#include <string>
#include <vector>

#include "gazetteer/import/import_log.hpp"
#include "gazetteer/import/place_intake.hpp"

namespace incidentmap {

/// Reads airports.csv, and regions.csv for the names of provinces, into the intake, as import_gazetteer
/// tells. \throws Error where a file cannot be read or is none of these
void import_ourairports(const std::vector<std::string>& files, PlaceIntake& intake, ImportLog& log);

}  // namespace incidentmap
