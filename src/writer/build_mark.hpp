// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>

#include "geopackage/database.hpp"
#include "layer/schema.hpp"

namespace incidentmap {

/// By what a build's GeoPackage tells which build it is, and what stood in each of its tables when it was
/// written. It stands among GDAL's metadata of the file, so that ogrinfo shows it.
struct BuildMark {
    std::string build_id;                            ///< empty: no build of ours wrote the file
    std::array<std::string, layer_count> content{};  ///< content_hash() of each table; empty: not written
};

/// As GDAL's metadata have it.
std::string to_xml(const BuildMark& mark);

BuildMark read_build_mark(Database& database);

}  // namespace incidentmap
