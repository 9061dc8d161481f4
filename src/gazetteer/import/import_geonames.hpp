// SPDX-License-Identifier: MIT
/// Gazetteers from GeoNames' dumps (https://download.geonames.org/export/dump/, its readme.txt has the
/// columns).
#pragma once

#include <string>
#include <vector>

#include "gazetteer/import/import_log.hpp"
#include "gazetteer/import/place_intake.hpp"

namespace incidentmap {

/// Reads dumps of places, admin1Codes.txt, admin2Codes.txt, countryInfo.txt and areas into the intake, as
/// import_gazetteer tells. Reads each dump twice: the names that places have only codes of are in its rows of
/// provinces. \param with_column whether the column of alternate names is read; not where
/// alternateNamesV2.txt comes later \throws Error where a file cannot be read or is none of these
void import_geonames(const std::vector<std::string>& files, bool with_column, PlaceIntake& intake,
                     ImportLog& log);

/// Adds the names of alternateNamesV2.txt to the places that are there, with their languages and years of
/// use; then those that only the columns of the dumps have. \p dumps as import_geonames had them. \throws
/// Error where a file cannot be read or is none of these
void import_geonames_names(const std::vector<std::string>& files, const std::vector<std::string>& dumps,
                           PlaceIntake& intake, ImportLog& log);

}  // namespace incidentmap
