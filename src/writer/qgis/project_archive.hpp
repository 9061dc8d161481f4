// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// A QGIS project as its `.qgz` file: a zip archive of one entry, `NAME.qgs`. Its comment holds a fingerprint
/// of the bytes before it, by which a project that was saved anew in QGIS is told from one of ours. The same
/// project and time give the same bytes. \param name without the extension \param time
/// `2024-01-01T00:00:00.000Z` \throws Error where it cannot be packed
std::string project_archive(const std::string& name, std::string_view qgs, std::string_view time);

/// True where the bytes are as project_archive() gave them: nobody has changed the project since.
bool is_as_written(std::string_view archive);

}  // namespace incidentmap
