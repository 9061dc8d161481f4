// SPDX-License-Identifier: MIT
#include "writer/qgis/embedded_project.hpp"

#include <utility>

#include "core/json_object.hpp"
#include "writer/qgis/project_archive.hpp"
#include "writer/qgis/project_text.hpp"

namespace incidentmap {
namespace {

/// As QGIS writes it, and what was asked beside it.
std::string metadata_of(const std::string& time, const ProjectOptions& options) {
    std::string json;
    JsonObject object(json);
    object.text("last_modified_time", time.substr(0, 19));
    object.text("last_modified_user", "incidentmap");
    JsonObject asked(object.member("incidentmap"));
    asked.text("title", options.texts.title);
    asked.text("subtitle", options.texts.subtitle);
    asked.text("credit", options.texts.credit);
    asked.text("note", options.texts.note);
    asked.text("crs", options.crs);
    if (options.tiles) {
        asked.text("tiles", options.tiles->url);
        asked.text("tiles_attribution", options.tiles->attribution);
    }
    asked.end();
    object.end();
    return json;
}

}  // namespace

std::string project_name(const std::string& file_name) {
    return std::filesystem::path(file_name).stem().string();
}

MadeProject make_project(Database& database, const BuildFacts& facts, const ShownPositions& shown,
                         const std::string& file_name, const std::string& time,
                         const ProjectOptions& options) {
    const QgisProject project = project_of_build(database, facts, shown, file_name, time, options);
    const std::string name = project_name(file_name);
    return {{name, metadata_of(time, options), project_archive(name, qgs_text(project), time)},
            project.crs.name()};
}

MadeProject embed_project(Database& database, const BuildFacts& facts, const ShownPositions& shown,
                          const std::string& file_name, const std::string& time,
                          const ProjectOptions& options) {
    MadeProject made = make_project(database, facts, shown, file_name, time, options);
    write_qgis_projects(database, {made.stored});
    return made;
}

ProjectOptions kept_options(Database& database, const std::string& name) {
    ProjectOptions options;
    for (const StoredProject& project : read_qgis_projects(database)) {
        if (project.name != name) continue;
        Statement row = database.prepare(
            "SELECT json_extract(?1, '$.incidentmap.title'), json_extract(?1, '$.incidentmap.subtitle'), "
            "json_extract(?1, '$.incidentmap.credit'), json_extract(?1, '$.incidentmap.note'), "
            "json_extract(?1, '$.incidentmap.crs'), json_extract(?1, '$.incidentmap.tiles'), "
            "json_extract(?1, '$.incidentmap.tiles_attribution') WHERE json_valid(?1)");
        row.bind_text(1, project.metadata);
        if (!row.step()) continue;
        options.texts = {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                         std::string(row.text(3))};
        options.crs = row.text(4);
        // Whoever wrote the file may have put any address there.
        if (!row.text(5).empty())
            options.tiles = tile_source(std::string(row.text(5)), std::string(row.text(6)));
    }
    return options;
}

}  // namespace incidentmap
