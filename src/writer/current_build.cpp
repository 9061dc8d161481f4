// SPDX-License-Identifier: MIT
#include "writer/current_build.hpp"

#include <algorithm>
#include <system_error>

#include "core/error.hpp"
#include "writer/build_stamp.hpp"
#include "writer/user_edits.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

bool holds_table(Database& database, const std::string& name) {
    Statement found = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1");
    found.bind_text(1, name);
    return found.step();
}

/// The files that a build of these formats has, by the layers that its GeoPackage holds.
std::vector<std::string> files_of(const OutputTarget& target, std::span<const Format* const> formats,
                                  Database& database) {
    std::vector<std::string> names{target.geopackage_name(), target.methods_name()};
    if (target.is_folder) names.push_back(target.project_name());
    for (const Format* format : formats) {
        if (!is_by_layer(*format) && format != &store_format()) names.push_back(target.name_of(*format));
        if (!is_by_layer(*format)) continue;
        for (const LayerId layer : all_layers) {
            if (!format->has(layer) || !holds_table(database, layer_schema(layer).name)) continue;
            names.push_back(target.name_of(*format, layer));
            if (format->kind == FormatKind::streamed) names.push_back(target.style_name(layer));
        }
    }
    return names;
}

}  // namespace

std::vector<std::string> standing_files(const OutputTarget& target, std::span<const Format* const> formats) {
    Database database = Database::open_read_only(target.folder / target.geopackage_name());
    std::vector<std::string> paths;
    for (const std::string& name : files_of(target, formats, database))
        paths.push_back((target.folder / name).string());
    return paths;
}

std::optional<std::string> why_written(const OutputTarget& target, std::span<const Format* const> formats,
                                       const ContentMark& content, bool replace) {
    if (std::find(formats.begin(), formats.end(), &store_format()) == formats.end())
        return "without a GeoPackage nothing tells what stands there";
    const fs::path geopackage = target.folder / target.geopackage_name();
    std::error_code ignored;
    if (!fs::exists(geopackage, ignored)) return "there is none yet";
    try {
        Database database = Database::open_read_only(geopackage);
        const BuildMark mark = read_build_mark(database);
        if (!mark.map.is_known()) return "nothing tells what stands there";
        if (mark.map.rows != content.rows) return "incidents differ";
        if (mark.map.basis != content.basis) return "options, formats, texts, gazetteers or versions differ";
        for (const std::string& name : files_of(target, formats, database)) {
            const fs::path file = target.folder / name;
            if (!fs::is_regular_file(file, ignored) || fs::file_size(file, ignored) == 0)
                return name + " is missing";
            const std::string stamped = stamped_build(file);
            if (!stamped.empty() && stamped != mark.build_id) return name + " is of another build";
        }
    } catch (const Error&) {
        return "what stands there cannot be read";
    }
    UserEdits edits = user_edits(geopackage, target.stem);
    if (!edits.outdated.empty()) return "it had another name";
    if (!replace) return std::nullopt;
    if (target.is_folder) look_beside(target.folder / target.project_name(), edits);
    if (!edits.edited.empty() || edits.is_foreign) return "somebody has changed it since";
    return std::nullopt;
}

}  // namespace incidentmap
