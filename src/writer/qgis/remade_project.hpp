// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "writer/qgis/build_project.hpp"

namespace incidentmap {

/// A project that was made again.
struct RemadeProject {
    std::vector<std::string> files;     ///< what was written
    std::string crs_name;               ///< what it is drawn in, for people
    std::vector<std::string> kept;      ///< what somebody saved in the file and still stands there
    std::vector<std::string> warnings;  ///< what went wrong once the files stood
};

/// Makes the project of a build again, in its GeoPackage and beside it: after the file was renamed, or with
/// other texts. What is not asked for stays as it was asked when the project was made; a project of ours for
/// an earlier name of the file is taken out. Both files are replaced whole or not at all. \throws UsageError
/// as project_of_build(); Error where no build of ours wrote the file, and as OutputFiles and refuse_edited()
/// do
RemadeProject remake_project(const std::filesystem::path& geopackage, const ProjectOptions& asked,
                             bool replace);

/// The project beside a build that has another name now leads to nothing, and is removed. One that somebody
/// saved anew stays, and so does that of a build that still has the name. \param earlier_names of the build
/// \return what was removed, in sentences
std::vector<std::string> remove_outdated_projects(const std::filesystem::path& folder,
                                                  const std::vector<std::string>& earlier_names);

}  // namespace incidentmap
