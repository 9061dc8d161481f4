// SPDX-License-Identifier: MIT
/// Areas of a gazetteer from GeoJSON.
#pragma once

#include <string>

#include "gazetteer/import/import_log.hpp"
#include "gazetteer/import/place_intake.hpp"

namespace incidentmap {

/// Whether the file is GeoJSON by its name (`.geojson`, `.json`, also with `.gz`) and its first feature is a
/// polygon. \throws Error where it is GeoJSON by its name only
bool holds_areas(const std::string& path);

/// Adds the polygons of a GeoJSON file whose features have a `place_id` (and `level`, `name`, `country`,
/// `source_id`). Rings are turned and closed as RFC 7946 has them. What is no polygon within longitude -180
/// to 180 and latitude -90 to 90, has no place_id or one that was there already is a bad row. \throws Error
/// where the file cannot be read or no feature has a place_id
void import_areas(const std::string& path, PlaceIntake& intake, ImportLog& log);

}  // namespace incidentmap
