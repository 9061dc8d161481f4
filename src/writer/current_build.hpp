// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "writer/build_mark.hpp"
#include "writer/output_target.hpp"

namespace incidentmap {

/// The paths of the files that a build of these formats has, by the layers that its GeoPackage holds. \throws
/// Error where that cannot be read
std::vector<std::string> standing_files(const OutputTarget& target, std::span<const Format* const> formats);

/// Why a build has to be written, in a few words, though it may stand there: `there is none yet`, `incidents
/// differ`. Nothing where all of its files are there, and are what they would be. \param replace whether what
/// somebody has changed there is to be replaced
std::optional<std::string> why_written(const OutputTarget& target, std::span<const Format* const> formats,
                                       const ContentMark& content, bool replace);

}  // namespace incidentmap
