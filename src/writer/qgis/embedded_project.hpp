// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geopackage/qgis_projects.hpp"
#include "writer/qgis/build_project.hpp"

namespace incidentmap {

/// A project, to be stored.
struct MadeProject {
    StoredProject stored;
    std::string crs_name;  ///< what it is drawn in, for people
};

/// Makes the project of a build, and puts it nowhere. What was asked is kept with it, so that it can be made
/// again. \param facts \param shown \param file_name as project_of_build()'s \throws as project_of_build()
MadeProject make_project(Database& database, const BuildFacts& facts, const ShownPositions& shown,
                         const std::string& file_name, const std::string& time,
                         const ProjectOptions& options);

/// The same, put into the build's GeoPackage. To be called in a transaction.
MadeProject embed_project(Database& database, const BuildFacts& facts, const ShownPositions& shown,
                          const std::string& file_name, const std::string& time,
                          const ProjectOptions& options);

/// What was asked when the project of that name was made; nothing where it says nothing of it.
ProjectOptions kept_options(Database& database, const std::string& project_name);

/// `incidents`: the name of the project of `incidents.gpkg`.
std::string project_name(const std::string& file_name);

}  // namespace incidentmap
