// SPDX-License-Identifier: MIT
#include "writer/user_edits.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "geopackage/content_hash.hpp"
#include "geopackage/foreign_tables.hpp"
#include "writer/build_mark.hpp"
#include "writer/qgis/base_map.hpp"
#include "writer/qgis/layer_qml.hpp"
#include "writer/qgis/project_archive.hpp"
#include "writer/qgis/signed_style.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_project = std::uintmax_t{64} << 20;

/// The first bytes of a database of SQLite; nothing where the file is none.
std::optional<std::array<char, 28>> begin_of_database(const fs::path& path) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::array<char, 28> begin{};
    file.read(begin.data(), begin.size());
    if (!file || std::string_view(begin.data(), magic.size()) != magic) return std::nullopt;
    return begin;
}

/// How often the file was written to (SQLite's file format, 1.3.7, at byte 24): a build does so three times,
/// and each program that changes something once more.
bool was_written_to_since(const fs::path& path) {
    const auto begin = begin_of_database(path);
    return begin && std::string_view(begin->data() + 24, 4) != std::string_view("\0\0\0\3", 4);
}

bool has_table(Database& database, std::string_view name) {
    Statement found = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1");
    found.bind_text(1, name);
    return found.step();
}

void read_projects(Database& database, const std::string& own_project, const std::string& in_file,
                   UserEdits& work) {
    for (StoredProject& project : read_qgis_projects(database)) {
        const bool is_ours = is_as_written(project.archive);
        if (project.name != own_project && is_ours) {
            work.outdated.push_back(project.name);
        } else if (project.name != own_project) {
            work.projects.push_back(std::move(project));
        } else if (!is_ours) {
            work.edited.push_back("the project " + project.name + in_file);
        }
    }
}

void read_styles(Database& database, const std::string& in_file, UserEdits& work) {
    for (LayerStyle& style : read_layer_styles(database)) {
        if (is_own_style(style.qml)) continue;
        if (!is_style_of_ours(style.table, style.name)) {
            work.styles.push_back(std::move(style));
        } else {
            work.edited.push_back("the style " + style.name + " of " + style.table + in_file);
        }
    }
}

/// The names that builds give to tables, in lower case as all of them are.
std::set<std::string> tables_of_builds() {
    std::set<std::string> names;
    for (LayerId layer : all_layers) names.insert(layer_schema(layer).name);
    for (std::string& name : base_map_tables()) names.insert(std::move(name));
    return names;
}

void read_rows(Database& database, const BuildMark& mark, const std::string& in_file, UserEdits& work) {
    for (LayerId layer : all_layers) {
        const std::string& table = layer_schema(layer).name;
        const std::string& written = mark.content[index_of(layer)];
        if (written.empty()) {
            if (has_table(database, table))
                work.edited.push_back("the table " + table + in_file + ", which no build wrote");
            continue;
        }
        if (!has_table(database, table)) {
            work.edited.push_back("the table " + table + in_file + ", which was taken out");
        } else if (content_hash(database, table) != written) {
            work.edited.push_back("rows of " + table + in_file);
        }
    }
}

/// What is damaged, or no GeoPackage, is replaced as every other file is.
template <typename Read>
void read_if_readable(const fs::path& path, const Read& read) {
    if (!begin_of_database(path)) return;
    try {
        Database database = Database::open_read_only(path);
        read(database);
    } catch (const Error&) {
        return;
    }
}

std::string in_words(const fs::path& geopackage) { return " in " + geopackage.string(); }

}  // namespace

std::vector<std::string> UserEdits::kept_in_words() const {
    std::vector<std::string> words;
    for (const StoredProject& project : projects) words.push_back("the project " + project.name);
    for (const LayerStyle& style : styles) words.push_back("the style " + style.name + " of " + style.table);
    if (is_foreign) return words;
    for (const std::string& table : tables) words.push_back("the table " + table);
    return words;
}

UserEdits projects_of_others(const fs::path& geopackage, const std::string& own_project) {
    UserEdits work;
    read_if_readable(geopackage, [&](Database& database) {
        read_projects(database, own_project, in_words(geopackage), work);
    });
    return work;
}

UserEdits user_edits(const fs::path& geopackage, const std::string& own_project) {
    UserEdits work = projects_of_others(geopackage, own_project);
    read_if_readable(geopackage, [&](Database& database) {
        const bool is_ours = has_table(database, layer_schema(LayerId::build).name);
        if (is_ours && !was_written_to_since(geopackage)) return;
        work.tables = foreign_tables(database, is_ours ? tables_of_builds() : std::set<std::string>{});
        work.is_foreign = !is_ours && !work.tables.empty();
        if (!is_ours) return;
        const BuildMark mark = read_build_mark(database);
        if (mark.build_id.empty()) return;
        read_styles(database, in_words(geopackage), work);
        read_rows(database, mark, in_words(geopackage), work);
    });
    return work;
}

void keep_foreign_tables(const fs::path& geopackage, const UserEdits& work, const fs::path& draft) {
    if (work.is_foreign || work.tables.empty()) return;
    try {
        Database database = Database::open_draft(draft);
        copy_foreign_tables(geopackage, database, tables_of_builds());
        database.close();
    } catch (const Error& error) {
        throw Error{"somebody put " + joined(work.tables, ", ") + " into " + geopackage.string() +
                    ", and that cannot be kept there: " + error.what() +
                    ". Nothing was written. Save it into a file of its own and take it out, or give another "
                    "output"};
    }
}

void look_beside(const fs::path& project_file, UserEdits& work) {
    std::error_code ignored;
    if (!fs::is_regular_file(project_file, ignored)) return;
    const auto size = fs::file_size(project_file, ignored);
    std::ifstream file(project_file, std::ios::binary);
    const std::string bytes =
        size > largest_project ? std::string{} : std::string(std::istreambuf_iterator<char>(file), {});
    if (!is_as_written(bytes)) work.edited.push_back("the project " + project_file.string());
}

void refuse_edited(const UserEdits& work, const fs::path& geopackage, bool replace) {
    if (replace) return;
    if (work.is_foreign) {
        throw Error{geopackage.string() + " is no build of incidentmap and holds " +
                    shortened(joined(work.tables, ", "), 300) +
                    "; nothing was written. Give another output, or --replace to have the file replaced"};
    }
    if (work.edited.empty()) return;
    throw Error{
        "somebody changed " + joined(work.edited, " and ") +
        " since it was written; nothing was written. Save it under another name to keep that "
        "('incidentmap decisions from-map' keeps points that were moved), or give --replace to have it "
        "replaced"};
}

}  // namespace incidentmap
