// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geopackage/layer_styles.hpp"
#include "geopackage/qgis_projects.hpp"

namespace incidentmap {

/// What people put into a GeoPackage, or beside it, or changed there, since the program wrote it. The rule
/// for all of it: what stands under another name than ours is kept; what stands under ours and is no longer
/// as we wrote it is not replaced unless somebody says so.
struct UserEdits {
    std::vector<LayerStyle> styles;       ///< of other names than ours
    std::vector<StoredProject> projects;  ///< of other names than ours
    std::vector<std::string> outdated;  ///< projects of ours, as we wrote them, for earlier names of the file
    std::vector<std::string> tables;    ///< and views, of other names than ours
    bool is_foreign = false;            ///< no build of ours wrote the file, and it holds `tables`
    std::vector<std::string> edited;    ///< ours, changed since: `rows of attacks in out/incidents.gpkg`

    /// For people: `the project May`, `the style Mine of attacks`.
    std::vector<std::string> kept_in_words() const;
};

/// The projects that stand in a GeoPackage, before it is replaced. A file that is not there, or is no
/// GeoPackage, holds nothing. \param own_project the name that our project has in the file
UserEdits projects_of_others(const std::filesystem::path& geopackage, const std::string& own_project);

/// All that stands in a GeoPackage: its projects, and where a build of ours wrote it the rows and styles too.
/// A file that nothing was written to since costs no more than a look; else its tables are read.
UserEdits user_edits(const std::filesystem::path& geopackage, const std::string& own_project);

/// Copies the tables and views of others from the file that is to be replaced into the draft that replaces
/// it. \throws Error, with what to do, where one cannot be copied
void keep_foreign_tables(const std::filesystem::path& geopackage, const UserEdits& work,
                         const std::filesystem::path& draft);

/// Adds the project beside a GeoPackage, where somebody has saved it anew.
void look_beside(const std::filesystem::path& project_file, UserEdits& work);

/// \throws Error where something of ours was edited, or the file is another program's, and is not to be
/// replaced
void refuse_edited(const UserEdits& work, const std::filesystem::path& geopackage, bool replace);

}  // namespace incidentmap
