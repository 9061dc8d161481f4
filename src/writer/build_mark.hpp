// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>

#include "geopackage/database.hpp"
#include "layer/schema.hpp"

namespace incidentmap {

/// By what it is known whether a build that is written is the one that would be: it stands in the GeoPackage.
struct ContentMark {
    std::string rows;   ///< stands for all rows of its layers but those of `build`
    std::string basis;  ///< stands for what else makes it: versions, options, formats, texts

    bool is_known() const { return !rows.empty() && !basis.empty(); }
    friend bool operator==(const ContentMark&, const ContentMark&) = default;
};

/// By what a build's GeoPackage tells which build it is, and what stood in each of its tables when it was
/// written. It stands among GDAL's metadata of the file, so that ogrinfo shows it.
struct BuildMark {
    std::string build_id;                            ///< empty: no build of ours wrote the file
    std::array<std::string, layer_count> content{};  ///< content_hash() of each table; empty: not written
    ContentMark map{};
};

/// As GDAL's metadata have it.
std::string to_xml(const BuildMark& mark);

BuildMark read_build_mark(Database& database);

}  // namespace incidentmap
