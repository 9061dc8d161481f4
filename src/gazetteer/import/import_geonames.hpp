// SPDX-License-Identifier: MIT
/// Gazetteers from GeoNames' dumps (https://download.geonames.org/export/dump/, its readme.txt has the
/// columns).
#pragma once

#include <string>
#include <vector>

#include "gazetteer/import/gazetteer_writer.hpp"
#include "gazetteer/import/import_log.hpp"

namespace incidentmap {

/// Reads dumps of places, admin1Codes.txt, admin2Codes.txt, countryInfo.txt and areas into the writer, as
/// import_gazetteer tells. Reads each dump twice where it has rows of provinces, whose names the places need.
/// \throws Error where a file cannot be read or is none of these
void import_geonames(const std::vector<std::string>& files, GazetteerWriter& writer, ImportLog& log);

}  // namespace incidentmap
