// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geopackage/qgis_projects.hpp"

namespace incidentmap {

/// What people put into a GeoPackage with QGIS, or changed there, since the program wrote it. The rule for
/// all of it: what stands under another name than ours is kept; what stands under ours and is no longer as we
/// wrote it is not replaced unless somebody says so.
struct OthersWork {
    std::vector<StoredProject> projects;  ///< of other names than ours
    std::vector<std::string> outdated;    ///< names of ours, as we wrote them, for earlier names of the file
    std::vector<std::string> edited;  ///< ours, changed since: `the project incidents in out/incidents.gpkg`

    /// For people: `the project May`.
    std::vector<std::string> kept_in_words() const;
};

/// Reads what stands there, before it is replaced. A file that is not there, or is no GeoPackage, holds
/// nothing. \param own_project the name that our project has in the file
OthersWork others_work(const std::filesystem::path& geopackage, const std::string& own_project);

/// Adds the project beside a GeoPackage, where somebody has saved it anew.
void look_beside(const std::filesystem::path& project_file, OthersWork& work);

/// \throws Error where something of ours was edited and is not to be replaced
void refuse_edited(const OthersWork& work, bool replace);

}  // namespace incidentmap
