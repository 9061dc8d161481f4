// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "gazetteer/boundaries.hpp"
#include "geodesy/antimeridian.hpp"
#include "geopackage/database.hpp"
#include "stored/shown_extent.hpp"
#include "writer/qgis/project.hpp"

namespace incidentmap {

/// Adds what a map is drawn upon to a build's GeoPackage: the outlines of countries and provinces that
/// gazetteers have, cut to where the map reaches, in the tables `world_admin1` and `world_countries`, each
/// with its style. Their names make them the lowest both by name and in the order of tables; a table with
/// nothing in it is left out. To be called in a transaction, once. \param time as create_table's
void add_base_map(Database& database, const MapGround& ground, const ShownPositions& shown,
                  const std::string& time);

/// The names of the tables that a base map may have.
std::vector<std::string> base_map_tables();

/// The layers of the base map that a file has, as those of a project, from above. \param are_over_tiles land
/// is not painted, so that what lies below it is seen
std::vector<ProjectLayer> base_map_layers(Database& database, bool are_over_tiles);

}  // namespace incidentmap
