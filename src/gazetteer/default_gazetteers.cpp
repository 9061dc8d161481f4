// SPDX-License-Identifier: MIT
#include "gazetteer/default_gazetteers.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <system_error>

#if defined(__linux__)
#include <sys/auxv.h>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {

namespace fs = std::filesystem;

namespace {

fs::path setting(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// The `.gpkg` files of a folder, in the order of their names.
std::vector<std::string> gazetteers_in(const fs::path& folder) {
    std::vector<std::string> found;
    std::error_code ignored;
    for (fs::directory_iterator file(folder, ignored), end; !ignored && file != end;
         file.increment(ignored)) {
        const fs::path& path = file->path();
        const bool hidden = path.filename().string().starts_with('.');
        if (!hidden && lower_ascii(path.extension().string()) == ".gpkg" && file->is_regular_file(ignored))
            found.push_back(path.string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

fs::path user_gazetteer_folder() {
    const fs::path data = setting("XDG_DATA_HOME");
    if (data.is_absolute()) return data / "incidentmap" / "gazetteers";
    const fs::path home = setting("HOME");
    return home.is_absolute() ? home / ".local" / "share" / "incidentmap" / "gazetteers" : fs::path{};
}

fs::path program_folder() {
    std::error_code failed;
    fs::path program = fs::read_symlink("/proc/self/exe", failed);
#if defined(__linux__)
    if (failed) {
        // NOLINTNEXTLINE(performance-no-int-to-ptr): getauxval() gives addresses as numbers.
        const char* started_as = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
        program = started_as == nullptr ? fs::path{} : fs::canonical(started_as, failed);
    }
#elif defined(__APPLE__)
    std::array<char, 4096> path{};
    auto size = static_cast<std::uint32_t>(path.size());
    if (failed && _NSGetExecutablePath(path.data(), &size) == 0) program = fs::canonical(path.data(), failed);
#endif
    return program.parent_path();
}

std::vector<std::string> user_gazetteers() { return gazetteers_in(user_gazetteer_folder()); }

std::vector<std::string> builtin_gazetteers(const fs::path& installed_in) {
    if (const fs::path named = setting("INCIDENTMAP_GAZETTEERS"); !named.empty()) {
        std::vector<std::string> found = gazetteers_in(named);
        if (found.empty())
            throw Error{"INCIDENTMAP_GAZETTEERS names " + named.string() +
                        ", which is no folder with a gazetteer (.gpkg) in it"};
        return found;
    }
    const fs::path program = program_folder();
    std::vector<fs::path> homes;
    if (!program.empty()) homes = {program / "gazetteer", program / "../share/incidentmap/gazetteer"};
    if (!installed_in.empty()) homes.push_back(installed_in);
    homes.emplace_back(INCIDENTMAP_DATA_FOLDER);
    constexpr std::array<const char*, 2> names{"curated.gpkg", "world.gpkg"};
    std::vector<std::string> found;
    std::error_code ignored;
    for (const fs::path& home : homes) {
        for (const char* name : names) {
            const fs::path path = (home / name).lexically_normal();
            if (fs::is_regular_file(path, ignored)) found.push_back(path.string());
        }
        if (!found.empty()) break;
    }
    return found;
}

fs::path setup_to_run() {
    const fs::path program = program_folder();
    if (program.empty() || !setting("INCIDENTMAP_GAZETTEERS").empty()) return {};
    const fs::path home = (program / "..").lexically_normal();
    const fs::path data = home / "share" / "incidentmap";
    std::error_code ignored;
    const bool has_tables = fs::is_regular_file(data / "world" / "places.csv.gz", ignored);
    const bool is_made = fs::is_regular_file(data / "gazetteer" / "world.gpkg", ignored);
    const fs::path setup = home / "setup";
    return has_tables && !is_made && fs::is_regular_file(setup, ignored) ? setup : fs::path{};
}

std::vector<std::string> default_gazetteers() { return asked_gazetteers({}); }

std::vector<std::string> asked_gazetteers(const std::vector<std::string>& asked,
                                          const fs::path& installed_in) {
    std::vector<std::string> paths;
    for (const std::string& word : asked.empty() ? std::vector<std::string>{"user", "builtin"} : asked) {
        const std::vector<std::string> meant = word == "builtin" ? builtin_gazetteers(installed_in)
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
