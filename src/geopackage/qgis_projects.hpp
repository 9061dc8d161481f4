// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "geopackage/database.hpp"

namespace incidentmap {

/// A QGIS project that stands in a GeoPackage, in the table `qgis_projects`.
struct StoredProject {
    std::string name;      ///< as QGIS lists it
    std::string metadata;  ///< a JSON object: `last_modified_time`, `last_modified_user`
    std::string archive;   ///< the bytes of its `.qgz` file
};

/// All projects of a file, by name; none where it has no such table. What is no archive, or larger than 64
/// MiB, is passed over.
std::vector<StoredProject> read_qgis_projects(Database& database);

/// Puts projects into the file, in place of those of the same name; makes the table where there is none. It
/// is not told in gpkg_contents: QGIS's own is not, and its key is text, which a GeoPackage's tables may not
/// have. To be called in a transaction.
void write_qgis_projects(Database& database, const std::vector<StoredProject>& projects);

/// Takes a project out; nothing where there is none of that name.
void remove_qgis_project(Database& database, const std::string& name);

}  // namespace incidentmap
