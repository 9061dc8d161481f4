// SPDX-License-Identifier: MIT
#include "cli/default_gazetteers.hpp"

#include "core/error.hpp"

#include <array>
#include <filesystem>
#include <system_error>

namespace incidentmap {

namespace fs = std::filesystem;

std::vector<std::string> default_gazetteers() {
    std::error_code ignored;
    const fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    constexpr std::array<const char*, 2> homes{"gazetteer", "../share/incidentmap/gazetteer"};
    constexpr std::array<const char*, 2> names{"curated.gpkg", "world.gpkg"};
    std::vector<std::string> found;
    for (const char* home : homes) {
        for (const char* name : names) {
            const fs::path path = (folder / home / name).lexically_normal();
            if (fs::is_regular_file(path, ignored)) found.push_back(path.string());
        }
        if (!found.empty()) break;
    }
    return found;
}

std::vector<Gazetteer> open_gazetteers(const std::vector<std::string>& asked) {
    std::vector<Gazetteer> gazetteers;
    const auto open_default = [&] {
        for (const std::string& path : default_gazetteers()) gazetteers.push_back(Gazetteer::open(path));
    };
    if (asked.empty()) open_default();
    for (const std::string& path : asked) {
        if (path == "builtin") {
            open_default();
        } else {
            gazetteers.push_back(Gazetteer::open(path));
        }
    }
    if (gazetteers.empty()) {
        throw Error{"no gazetteer was found beside the program; name one with -g FILE, or make one with "
                    "'incidentmap gazetteer import csv PLACES.csv -o mine.gpkg'"};
    }
    return gazetteers;
}

}  // namespace incidentmap
