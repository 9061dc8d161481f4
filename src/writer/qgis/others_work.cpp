// SPDX-License-Identifier: MIT
#include "writer/qgis/others_work.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "writer/qgis/project_archive.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_project = std::uintmax_t{64} << 20;

bool begins_as_database(const fs::path& path) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return false;
    std::ifstream file(path, std::ios::binary);
    std::array<char, magic.size()> begin{};
    file.read(begin.data(), begin.size());
    return file && std::string_view(begin.data(), begin.size()) == magic;
}

}  // namespace

std::vector<std::string> OthersWork::kept_in_words() const {
    std::vector<std::string> words;
    for (const StoredProject& project : projects) words.push_back("the project " + project.name);
    return words;
}

OthersWork others_work(const fs::path& geopackage, const std::string& own_project) {
    OthersWork work;
    if (!begins_as_database(geopackage)) return work;
    std::vector<StoredProject> projects;
    try {
        Database database = Database::open_read_only(geopackage);
        projects = read_qgis_projects(database);
    } catch (const Error&) {
        return work;  // damaged: it is replaced, as every other file is
    }
    for (StoredProject& project : projects) {
        const bool is_ours = is_as_written(project.archive);
        if (project.name != own_project && is_ours) {
            work.outdated.push_back(project.name);
        } else if (project.name != own_project) {
            work.projects.push_back(std::move(project));
        } else if (!is_ours) {
            work.edited.push_back("the project " + project.name + " in " + geopackage.string());
        }
    }
    return work;
}

void look_beside(const fs::path& project_file, OthersWork& work) {
    std::error_code ignored;
    if (!fs::is_regular_file(project_file, ignored)) return;
    const auto size = fs::file_size(project_file, ignored);
    std::ifstream file(project_file, std::ios::binary);
    const std::string bytes =
        size > largest_project ? std::string{} : std::string(std::istreambuf_iterator<char>(file), {});
    if (!is_as_written(bytes)) work.edited.push_back("the project " + project_file.string());
}

void refuse_edited(const OthersWork& work, bool replace) {
    if (replace || work.edited.empty()) return;
    throw Error{"somebody has changed " + joined(work.edited, " and ") +
                " since it was written; save it under another name to keep it, or give --replace to have it "
                "replaced. Nothing was written"};
}

}  // namespace incidentmap
