// SPDX-License-Identifier: MIT
#include "gazetteer/default_gazetteers.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {

namespace fs = std::filesystem;

fs::path user_gazetteer_folder() {
    const auto setting = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value == nullptr ? "" : value);
    };
    const fs::path data = setting("XDG_DATA_HOME");
    if (data.is_absolute()) return data / "incidentmap" / "gazetteers";
    const fs::path home = setting("HOME");
    return home.is_absolute() ? home / ".local" / "share" / "incidentmap" / "gazetteers" : fs::path{};
}

std::vector<std::string> user_gazetteers() {
    std::vector<std::string> found;
    std::error_code ignored;
    for (fs::directory_iterator file(user_gazetteer_folder(), ignored), end; !ignored && file != end;
         file.increment(ignored)) {
        const fs::path& path = file->path();
        const bool hidden = path.filename().string().starts_with('.');
        if (!hidden && lower_ascii(path.extension().string()) == ".gpkg" && file->is_regular_file(ignored))
            found.push_back(path.string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::string> builtin_gazetteers() {
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

std::vector<std::string> default_gazetteers() { return asked_gazetteers({"user", "builtin"}); }

std::vector<std::string> asked_gazetteers(const std::vector<std::string>& asked) {
    if (asked.empty()) return default_gazetteers();
    std::vector<std::string> paths;
    for (const std::string& word : asked) {
        const std::vector<std::string> meant = word == "builtin" ? builtin_gazetteers()
                                               : word == "user"  ? user_gazetteers()
                                                                 : std::vector<std::string>{word};
        paths.insert(paths.end(), meant.begin(), meant.end());
    }
    return paths;
}

std::vector<Gazetteer> open_gazetteers(const std::vector<std::string>& asked) {
    std::vector<Gazetteer> gazetteers;
    for (const std::string& path : asked_gazetteers(asked)) gazetteers.push_back(Gazetteer::open(path));
    if (gazetteers.empty()) {
        throw Error{
            "no gazetteer was found beside the program or in your data folder; name one with -g FILE, or "
            "make "
            "one with 'incidentmap gazetteer import csv PLACES.csv --default'"};
    }
    return gazetteers;
}

std::string in_words(const Gazetteer& gazetteer) {
    const GazetteerInfo info = gazetteer.summary();
    return "gazetteer " + info.name + " " + info.fingerprint.substr(0, 16) + ": " +
           std::to_string(info.place_count) + " places, " + std::to_string(info.name_count) + " names";
}

}  // namespace incidentmap
