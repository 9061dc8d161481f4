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

/// How OGR writes a format for us.
struct OgrFormat {
    std::string_view driver;  ///< OGR's name of it
    std::vector<std::string_view> creation_options;
    bool as_text = false;  ///< dates, too, are written as the texts they are
};

/// Copies a layer of a finished GeoPackage into a file of another format, opens that again and counts. What
/// is written as texts has the build's id in a last column `build_id`.
/// \param to a path where nothing is yet, with the format's extension
/// \throws Error with OGR's own words, also where the file holds another number of rows than \p count
void write_with_ogr(const OgrFormat& format, const std::filesystem::path& geopackage, LayerId layer,
                    std::span<const std::string> extra_headers, const std::string& build_id,
                    std::int64_t count, const std::filesystem::path& to);

}  // namespace incidentmap
