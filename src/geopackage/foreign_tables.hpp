// SPDX-License-Identifier: MIT
/// What somebody put into a GeoPackage beside the tables that a program wrote there.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "geopackage/database.hpp"

namespace incidentmap {

/// The tables and views of a GeoPackage but these, in their order. GeoPackage's own tables, those of styles
/// and projects of QGIS, R-trees and what else stands behind a table are none. \param ours in lower case
std::vector<std::string> foreign_tables(Database& database, const std::set<std::string>& ours);

/// Copies foreign tables into a draft, as they are: layers with R-tree, reference system and metadata,
/// tables, views, indexes and triggers, those on tables of ours too. To be called outside of a transaction,
/// when all of ours stands in \p to. \return the names of the tables and views \throws Error where a table
/// cannot be copied: it is virtual and no R-tree, or its name is taken
std::vector<std::string> copy_foreign_tables(const std::filesystem::path& from, Database& to,
                                             const std::set<std::string>& ours);

}  // namespace incidentmap
