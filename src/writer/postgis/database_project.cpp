// SPDX-License-Identifier: MIT
#include "writer/postgis/database_project.hpp"

#include "core/hex.hpp"
#include "geopackage/database.hpp"
#include "writer/postgis/table_sql.hpp"
#include "writer/qgis/project_archive.hpp"

namespace incidentmap {
namespace {

const std::string projects_table = "qgis_projects";
constexpr const char* largest_project = "67108864";  ///< bytes; a larger one is none of ours

}  // namespace

StandingProjects standing_projects(PostgisConnection& connection, const StandingSchema& schema,
                                   const PostgisSite& site, const std::string& name) {
    StandingProjects standing;
    const auto table = schema.tables.find(projects_table);
    if (table == schema.tables.end()) return standing;
    standing.has_table = true;
    if (table->second.columns != "name text, metadata jsonb, content bytea") {
        standing.obstacle = "the QGIS project was not stored: the table " + projects_table +
                            " of the schema is not as QGIS makes it";
        return standing;
    }
    const std::string where = qualified(site.schema(), projects_table);
    const std::string may = connection.text(
        "SELECT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT') AND "
        "has_table_privilege(c.oid, 'DELETE'))::int FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = "
        "c.relnamespace WHERE c.relname = 'qgis_projects' AND n.nspname = current_schema()");
    if (may != "1") {
        standing.obstacle =
            "the QGIS project was not stored: have the owner of the table run GRANT SELECT, "
            "INSERT, DELETE ON " +
            where + " TO " + quoted_identifier(site.role()) + ";, then build again";
        return standing;
    }
    const auto rows =
        connection.rows("SELECT name, CASE WHEN octet_length(content) <= " + std::string(largest_project) +
                        " AND name = current_schema() THEN encode(content, 'hex') ELSE '' END AS content "
                        "FROM " +
                        where + " ORDER BY name");
    for (const auto& row : rows) {
        const std::string project = row[0].value_or("");
        if (project != name) {
            standing.kept.push_back("the project " + project);
        } else if (!is_as_written(from_hex(row[1].value_or("")).value_or(""))) {
            standing.edited.push_back("the project " + project);
        }
    }
    return standing;
}

void write_project(PostgisConnection& connection, const std::string& schema, const StandingProjects& standing,
                   const StoredProject& project) {
    const std::string where = qualified(schema, projects_table);
    // As QGIS makes it (3.22 to 3.40).
    if (!standing.has_table)
        connection.execute("CREATE TABLE " + where +
                           " (name text PRIMARY KEY, metadata jsonb, content bytea)");
    connection.execute("DELETE FROM " + where + " WHERE name = current_schema()");
    connection.append(schema, projects_table, {"name", "metadata", "content"},
                      {{project.name, project.metadata, to_hex(project.archive)}});
}

}  // namespace incidentmap
