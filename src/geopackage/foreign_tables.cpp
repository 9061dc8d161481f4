// SPDX-License-Identifier: MIT
#include "geopackage/foreign_tables.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "core/error.hpp"
#include "core/text.hpp"
#include "geopackage/read_only_uri.hpp"

namespace incidentmap {
namespace {

/// Of GeoPackage, those whose rows say what other tables are: rows are copied, not the table.
constexpr std::array<std::string_view, 9> system_tables{
    "gpkg_spatial_ref_sys",         "gpkg_contents",   "gpkg_ogr_contents",
    "gpkg_geometry_columns",        "gpkg_extensions", "gpkg_data_columns",
    "gpkg_data_column_constraints", "gpkg_metadata",   "gpkg_metadata_reference"};

/// Those of QGIS, whose rows are kept one by one.
constexpr std::array<std::string_view, 2> qgis_tables{"layer_styles", "qgis_projects"};

bool is_of_the_system(const std::string& lower) {
    return lower.starts_with("sqlite_") || is_one_of(lower, system_tables) || is_one_of(lower, qgis_tables);
}

struct Table {
    std::string name;
    std::string kind;  ///< `table`, `view` or `virtual`
};

/// All tables and views but the shadows of virtual ones, in the order in which they were made.
std::vector<Table> tables_of(Database& database, const std::string& schema) {
    std::vector<Table> tables;
    Statement rows = database.prepare("SELECT s.name, l.type FROM " + schema +
                                      ".sqlite_schema s JOIN pragma_table_list l ON l.schema = '" + schema +
                                      "' AND l.name = s.name WHERE s.type IN ('table', 'view') AND l.type <> "
                                      "'shadow' ORDER BY s.rowid");
    while (rows.step()) tables.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
    return tables;
}

std::string text_of(Database& database, const std::string& sql, std::string_view first) {
    Statement row = database.prepare(sql);
    row.bind_text(1, first);
    return row.step() ? std::string(row.text(0)) : std::string{};
}

bool has(Database& database, const std::string& schema, std::string_view name) {
    return !text_of(database, "SELECT name FROM " + schema + ".sqlite_schema WHERE lower(name) = lower(?1)",
                    name)
                .empty();
}

std::string sql_of(Database& database, std::string_view name) {
    return text_of(database, "SELECT sql FROM earlier.sqlite_schema WHERE name = ?1", name);
}

/// `"a", "b"`: the columns that hold something, of a table or of both tables of the name.
std::string columns_of(Database& database, std::string_view table, bool in_both) {
    std::string sql = "SELECT name FROM pragma_table_xinfo(?1, 'earlier') WHERE hidden < 2";
    if (in_both) sql += " AND name IN (SELECT name FROM pragma_table_info(?1, 'main'))";
    Statement rows = database.prepare(sql);
    rows.bind_text(1, table);
    std::string columns;
    while (rows.step()) columns += (columns.empty() ? "" : ", ") + quoted_identifier(rows.text(0));
    return columns;
}

/// The work of one copy; the earlier file is attached as `earlier` meanwhile.
class ForeignCopy {
  public:
    ForeignCopy(Database& to, const std::set<std::string>& ours) : m_to(to), m_ours(ours) {}

    std::vector<std::string> run();

  private:
    bool is_behind(const std::string& lower) const;
    void copy_table(const Table& table);
    void copy_rows(std::string_view table, const std::string& where);
    void copy_system_rows();
    void copy_contents();
    void copy_metadata();
    void copy_made_for_tables(std::string_view type);

    Database& m_to;
    const std::set<std::string>& m_ours;
    std::vector<std::string> m_copied;
};

/// An R-tree of ours.
bool ForeignCopy::is_behind(const std::string& lower) const {
    return std::any_of(m_ours.begin(), m_ours.end(),
                       [&](const std::string& table) { return lower.starts_with("rtree_" + table + "_"); });
}

void ForeignCopy::copy_rows(std::string_view table, const std::string& where) {
    const std::string columns = columns_of(m_to, table, true);
    if (columns.empty()) return;
    const std::string name = quoted_identifier(table);
    m_to.execute("INSERT OR IGNORE INTO main." + name + " (" + columns + ") SELECT " + columns +
                 " FROM earlier." + name + (where.empty() ? "" : " WHERE " + where));
}

void ForeignCopy::copy_table(const Table& table) {
    if (has(m_to, "main", table.name))
        throw Error{"the table " + table.name + " has the name of one that this build writes"};
    const std::string sql = sql_of(m_to, table.name);
    const bool is_rtree = lower_ascii(sql).find("using rtree") != std::string::npos;
    if (table.kind == "virtual" && !is_rtree)
        throw Error{"the table " + table.name + " is virtual (" + shortened(sql, 100) + ")"};
    m_to.execute(sql);
    if (table.kind == "view") return;
    const std::string name = quoted_identifier(table.name);
    const std::string columns = columns_of(m_to, table.name, false);
    m_to.execute("INSERT INTO main." + name + " (" + columns + ") SELECT " + columns + " FROM earlier." +
                 name);
}

/// A title that one of ours has too is left out: it stands once in a file.
void ForeignCopy::copy_contents() {
    m_to.execute(
        "INSERT INTO main.gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, "
        "min_y, max_x, max_y, srs_id) SELECT table_name, data_type, CASE WHEN identifier IN (SELECT "
        "identifier "
        "FROM main.gpkg_contents) THEN NULL ELSE identifier END, description, last_change, min_x, min_y, "
        "max_x, max_y, srs_id FROM earlier.gpkg_contents WHERE lower(table_name) IN (SELECT name FROM "
        "temp.copied)");
}

/// Documents about foreign tables, and about ours by other programs than GDAL, whose is our mark.
void ForeignCopy::copy_metadata() {
    if (!has(m_to, "earlier", "gpkg_metadata") || !has(m_to, "earlier", "gpkg_metadata_reference")) return;
    m_to.execute(
        "CREATE TEMP TABLE documents AS SELECT m.id AS old_id, (SELECT coalesce(max(id), 0) FROM "
        "main.gpkg_metadata) + row_number() OVER (ORDER BY m.id) AS new_id FROM earlier.gpkg_metadata m "
        "WHERE "
        "EXISTS (SELECT 1 FROM earlier.gpkg_metadata_reference r WHERE r.md_file_id = m.id AND "
        "(lower(r.table_name) IN (SELECT name FROM temp.copied) OR m.md_standard_uri <> 'http://gdal.org'));"
        "INSERT INTO main.gpkg_metadata (id, md_scope, md_standard_uri, mime_type, metadata) SELECT "
        "d.new_id, "
        "m.md_scope, m.md_standard_uri, m.mime_type, m.metadata FROM earlier.gpkg_metadata m JOIN "
        "temp.documents d ON d.old_id = m.id;"
        "INSERT INTO main.gpkg_metadata_reference (reference_scope, table_name, column_name, row_id_value, "
        "timestamp, md_file_id, md_parent_id) SELECT r.reference_scope, r.table_name, r.column_name, "
        "r.row_id_value, r.timestamp, d.new_id, p.new_id FROM earlier.gpkg_metadata_reference r JOIN "
        "temp.documents d ON d.old_id = r.md_file_id LEFT JOIN temp.documents p ON p.old_id = r.md_parent_id;"
        "DROP TABLE temp.documents");
}

void ForeignCopy::copy_system_rows() {
    m_to.execute("CREATE TEMP TABLE copied (name TEXT PRIMARY KEY)");
    Statement name = m_to.prepare("INSERT OR IGNORE INTO temp.copied VALUES (lower(?1))");
    for (const std::string& table : m_copied) {
        name.bind_text(1, table);
        name.run();
    }
    const std::string of_copied = "lower(table_name) IN (SELECT name FROM temp.copied)";
    if (has(m_to, "earlier", "gpkg_spatial_ref_sys")) copy_rows("gpkg_spatial_ref_sys", "");
    if (has(m_to, "earlier", "gpkg_contents")) copy_contents();
    for (const char* table :
         {"gpkg_geometry_columns", "gpkg_ogr_contents", "gpkg_extensions", "gpkg_data_columns"}) {
        if (has(m_to, "earlier", table)) copy_rows(table, of_copied);
    }
    if (has(m_to, "earlier", "gpkg_extensions"))
        copy_rows("gpkg_extensions",
                  "table_name IS NULL AND extension_name NOT IN (SELECT extension_name FROM "
                  "main.gpkg_extensions)");
    if (has(m_to, "earlier", "gpkg_data_column_constraints"))
        copy_rows("gpkg_data_column_constraints",
                  "constraint_name NOT IN (SELECT constraint_name FROM main.gpkg_data_column_constraints)");
    copy_metadata();
}

/// Indexes and triggers, on tables of ours too, unless they are as ours.
void ForeignCopy::copy_made_for_tables(std::string_view type) {
    Statement rows = m_to.prepare(
        "SELECT sql FROM earlier.sqlite_schema e WHERE type = ?1 AND sql IS NOT NULL AND NOT EXISTS (SELECT "
        "1 "
        "FROM main.sqlite_schema m WHERE lower(m.name) = lower(e.name)) AND EXISTS (SELECT 1 FROM "
        "main.sqlite_schema t WHERE t.type IN ('table', 'view') AND lower(t.name) = lower(e.tbl_name)) ORDER "
        "BY rowid");
    rows.bind_text(1, type);
    std::vector<std::string> all;
    while (rows.step()) all.emplace_back(rows.text(0));
    rows.reset();
    for (const std::string& sql : all) m_to.execute(sql);
}

std::vector<std::string> ForeignCopy::run() {
    std::vector<Table> views;
    std::vector<std::string> told;
    for (const Table& table : tables_of(m_to, "earlier")) {
        const std::string lower = lower_ascii(table.name);
        if (is_of_the_system(lower) || m_ours.contains(lower) || is_behind(lower)) continue;
        m_copied.push_back(table.name);
        if (table.kind != "virtual" && !lower.starts_with("gpkg_")) told.push_back(table.name);
        if (table.kind == "view") {
            views.push_back(table);
        } else {
            copy_table(table);
        }
    }
    for (const Table& view : views) copy_table(view);
    copy_system_rows();
    copy_made_for_tables("index");
    copy_made_for_tables("trigger");
    m_to.execute("DROP TABLE temp.copied");
    return told;
}

}  // namespace

std::vector<std::string> foreign_tables(Database& database, const std::set<std::string>& ours) {
    std::vector<std::string> names;
    for (const Table& table : tables_of(database, "main")) {
        const std::string lower = lower_ascii(table.name);
        if (table.kind == "virtual" && lower.starts_with("rtree_")) continue;
        if (is_of_the_system(lower) || lower.starts_with("gpkg_") || ours.contains(lower)) continue;
        names.push_back(table.name);
    }
    return names;
}

std::vector<std::string> copy_foreign_tables(const std::filesystem::path& from, Database& to,
                                             const std::set<std::string>& ours) {
    Statement attach = to.prepare("ATTACH ?1 AS earlier");
    attach.bind_text(1, read_only_uri(from));
    attach.run();
    to.begin();
    std::vector<std::string> copied = ForeignCopy(to, ours).run();
    to.commit();
    to.execute("DETACH earlier");
    return copied;
}

}  // namespace incidentmap
