// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace incidentmap {

/// A map that an index page leads to.
struct MapIndexEntry {
    std::string title;
    std::string page;       ///< its file, beside the index
    std::string thumbnail;  ///< likewise; empty: there is none
    std::int64_t incidents = 0;
};

/// `index.html`, a page that works offline.
std::string map_index(const std::string& title, const std::vector<MapIndexEntry>& maps);

/// Puts the page into a folder, unless it stands there already. \return whether it was written \throws Error
/// where another program's page stands there, or it cannot be written
bool write_map_index(const std::filesystem::path& folder, const std::string& page);

}  // namespace incidentmap
