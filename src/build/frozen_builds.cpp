// SPDX-License-Identifier: MIT
#include "build/frozen_builds.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"
#include "writer/postgis/connection_text.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

/// The GeoPackages of an earlier split in a folder, in the order of their names.
std::vector<std::string> maps_in(const fs::path& folder, const std::string& stem) {
    std::vector<std::string> maps;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path& path = entry->path();
        if (path.extension() == ".gpkg" && path.filename().string().starts_with(stem + "_"))
            maps.push_back(path.string());
    }
    std::sort(maps.begin(), maps.end());
    return maps;
}

}  // namespace

std::vector<std::string> frozen_from(const BuildRequest& request, const std::string& stem) {
    if (!request.frozen_from.empty()) return {request.frozen_from};
    if (!request.frozen) return {};
    if (is_postgis(request.output))
        throw UsageError{
            "--frozen: the answers of a database are not read; give --frozen-from FILE.gpkg, a build in a "
            "file"};
    const fs::path output = request.output;
    if (!request.split_by.empty()) {
        if (std::vector<std::string> maps = maps_in(output, stem); !maps.empty()) return maps;
    }
    std::error_code ignored;
    const bool is_file =
        !fs::is_directory(output, ignored) && lower_ascii(output.extension().string()) == ".gpkg";
    return {(is_file ? output : output / (stem + ".gpkg")).string()};
}

}  // namespace incidentmap
