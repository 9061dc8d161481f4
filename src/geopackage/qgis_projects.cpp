// SPDX-License-Identifier: MIT
#include "geopackage/qgis_projects.hpp"

#include <cstdint>
#include <utility>

#include "core/hex.hpp"

namespace incidentmap {
namespace {

constexpr std::int64_t largest_text = std::int64_t{128} << 20;  ///< two digits a byte

}  // namespace

std::vector<StoredProject> read_qgis_projects(Database& database) {
    std::vector<StoredProject> projects;
    Statement table = database.prepare(
        "SELECT count(*) FROM pragma_table_info('qgis_projects') WHERE name IN ('name', 'metadata', "
        "'content') "
        "AND EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'qgis_projects' AND sql NOT "
        "LIKE 'create virtual%')");
    if (!table.step() || table.integer(0) != 3) return projects;
    Statement rows = database.prepare(
        "SELECT CAST(name AS TEXT), CAST(metadata AS TEXT), CAST(content AS TEXT) FROM qgis_projects WHERE "
        "name "
        "IS NOT NULL AND length(content) <= ?1 ORDER BY name");
    rows.bind_integer(1, largest_text);
    while (rows.step()) {
        if (auto archive = from_hex(rows.text(2)))
            projects.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::move(*archive)});
    }
    return projects;
}

void write_qgis_projects(Database& database, const std::vector<StoredProject>& projects) {
    database.execute(
        "CREATE TABLE IF NOT EXISTS qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)");
    Statement row = database.prepare(
        "INSERT OR REPLACE INTO qgis_projects (name, metadata, content) VALUES (?1, ?2, ?3)");
    for (const StoredProject& project : projects) {
        row.bind_text(1, project.name);
        row.bind_text(2, project.metadata);
        // As QGIS stores it.
        row.bind_text(3, to_hex(project.archive));
        row.run();
    }
}

void remove_qgis_project(Database& database, const std::string& name) {
    Statement row = database.prepare("DELETE FROM qgis_projects WHERE name = ?1");
    row.bind_text(1, name);
    row.run();
}

}  // namespace incidentmap
