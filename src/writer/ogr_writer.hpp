// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layer/schema.hpp"

namespace incidentmap {

/// A format that OGR writes for us: a file a layer.
struct OgrFormat {
    std::string_view name;       ///< as people ask for it: `csv`
    std::string_view driver;     ///< OGR's name of it
    std::string_view extension;  ///< with the dot
    std::vector<std::string_view> creation_options;
    bool spatial_only = true;  ///< leaves out tables
    bool as_text = false;      ///< dates, too, are written as the texts they are
};

/// To add a format, add a row to the table in the source.
std::span<const OgrFormat> ogr_formats();

/// Copies a layer of a finished GeoPackage into a file of another format, opens that again and counts.
/// \param to a path where nothing is yet, with the format's extension
/// \throws Error with OGR's own words, also where the file holds another number of rows than \p count
void write_with_ogr(const OgrFormat& format, const std::filesystem::path& geopackage, LayerId layer,
                    std::span<const std::string> extra_headers, std::int64_t count,
                    const std::filesystem::path& to);

}  // namespace incidentmap
