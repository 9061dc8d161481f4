// SPDX-License-Identifier: MIT
/// By which a file of any format tells which build it is of.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "writer/picture/picture_options.hpp"

namespace incidentmap {

/// `incidentmap build 0123456789abcdef`, for files that have room for a remark.
std::string build_stamp(const std::string& build_id);

/// A picture with the stamp among what no viewer shows: in SVG as metadata, in PNG as a text, in PDF as a
/// remark at its end.
std::string with_stamp(PictureFormat format, const std::string& picture, const std::string& build_id);

/// The build that a file of GeoJSON, CSV, KML, QML, SVG, PNG, PDF, Markdown or a page says that it is of;
/// empty where it says none, or cannot be read.
std::string stamped_build(const std::filesystem::path& file);

/// Those files beside a build's GeoPackage, of its name, that are of another build: `out/june_attacks.csv is
/// of the build 0123456789abcdef`. Copies that say nothing are not named.
std::vector<std::string> files_of_other_builds(const std::filesystem::path& geopackage,
                                               const std::string& build_id);

/// The same in a sentence; empty where all are of that build.
std::string other_builds_in_words(const std::filesystem::path& geopackage, const std::string& build_id);

}  // namespace incidentmap
