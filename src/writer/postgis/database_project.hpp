// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "geopackage/qgis_projects.hpp"
#include "writer/postgis/connection.hpp"
#include "writer/postgis/standing_tables.hpp"

namespace incidentmap {

/// What the table `qgis_projects` of a schema, where QGIS keeps its projects, holds beside ours.
struct StandingProjects {
    bool has_table = false;
    std::string obstacle;             ///< why no project can be stored there, and who can mend it; else empty
    std::vector<std::string> kept;    ///< people's, `the project May`
    std::vector<std::string> edited;  ///< ours, where somebody changed it
};

/// Looks; current_schema() is to be the one that is meant. \param name of our project \throws Error
StandingProjects standing_projects(PostgisConnection& connection, const StandingSchema& standing,
                                   const PostgisSite& site, const std::string& name);

/// Puts the project of a build in place of the earlier one; makes the table where there is none. To be called
/// where there is no obstacle. \throws Error
void write_project(PostgisConnection& connection, const std::string& schema, const StandingProjects& standing,
                   const StoredProject& project);

}  // namespace incidentmap
