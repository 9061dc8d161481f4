// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "geopackage/layer_styles.hpp"
#include "layer/schema.hpp"

namespace incidentmap {

/// What people did to a GeoPackage since a build wrote it.
struct EarlierBuild {
    std::vector<LayerStyle> styles;   ///< styles that somebody stored in it
    std::vector<std::string> edited;  ///< `rows of attacks`, `the style Cluster of attacks`
};

/// What GDAL's metadata of the file say of a build: its id, and what stands for the rows of each table.
std::string build_metadata_xml(const std::string& build_id,
                               const std::array<std::string, layer_count>& content);

/// Nothing where there is no such file, no build of ours wrote it, or nobody changed it. A file that nothing
/// was written to since costs no more than a look; else its tables are read.
EarlierBuild read_earlier_build(const std::filesystem::path& path);

}  // namespace incidentmap
