// SPDX-License-Identifier: MIT
/// The waters of the base map of QGIS: names of seas, lakes, rivers.
#pragma once

#include <string>
#include <vector>

#include "gazetteer/boundaries.hpp"
#include "geopackage/database.hpp"
#include "writer/qgis/project.hpp"

namespace incidentmap {

/// Writes the waters of the ground as tables with their styles; none where there is none.
/// \param time of last change
void add_base_waters(Database& database, const CutGround& ground, const std::string& time);

/// The names of those tables: seas, lakes, rivers.
const std::vector<std::string>& base_water_tables();

/// The layer of one of those tables.
ProjectLayer base_water_layer(const std::string& table);

}  // namespace incidentmap
