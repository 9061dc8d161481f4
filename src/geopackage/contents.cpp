// SPDX-License-Identifier: MIT
#include "geopackage/contents.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/error.hpp"
#include "geopackage/system_tables.hpp"

namespace incidentmap {

namespace {

constexpr int wgs84_srs_id = 4326;

const char* sql_name(ColumnType type) {
    switch (type) {
        case ColumnType::text:
            return "TEXT";
        case ColumnType::integer:
            return "INTEGER";
        case ColumnType::real:
            return "REAL";
        case ColumnType::boolean:
            return "BOOLEAN";
        case ColumnType::date:
            return "DATE";
        case ColumnType::datetime:
            return "DATETIME";
        case ColumnType::blob:
            return "BLOB";
    }
    return "TEXT";
}

const char* sql_name(GeometryType type) {
    switch (type) {
        case GeometryType::point:
            return "POINT";
        case GeometryType::multi_line:
            return "MULTILINESTRING";
        case GeometryType::multi_polygon:
            return "MULTIPOLYGON";
    }
    return "GEOMETRY";
}

/// A text as a trigger's SQL takes it, which cannot have bound values.
std::string quoted_text(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'') quoted += '\'';
        quoted += c;
    }
    return quoted + '\'';
}

void bind_text_or_null(Statement& statement, int parameter, std::string_view text) {
    if (text.empty())
        statement.bind_null(parameter);
    else
        statement.bind_text(parameter, text);
}

/// The one form in which GeoPackage has times: in UTC, with milliseconds (Table 1, DATETIME).
void check_time(std::string_view time) {
    constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
    const bool fits =
        std::equal(time.begin(), time.end(), form.begin(), form.end(),
                   [](char c, char pattern) { return pattern == '0' ? c >= '0' && c <= '9' : c == pattern; });
    if (!fits) throw Error{"the time '" + std::string{time} + "' is not written as 2024-01-01T00:00:00.000Z"};
}

std::string create_table_sql(const TableSpec& spec) {
    std::string sql = "CREATE TABLE " + quoted_identifier(spec.name) + " (" +
                      quoted_identifier(spec.primary_key) + " INTEGER PRIMARY KEY NOT NULL";
    if (spec.geometry) sql += ", " + quoted_identifier(spec.geometry_column) + ' ' + sql_name(*spec.geometry);
    for (const ColumnSpec& column : spec.columns) {
        sql += ", " + quoted_identifier(column.name) + ' ' + sql_name(column.type);
        if (column.references)
            sql += " REFERENCES " + quoted_identifier(column.references->table) + " (" +
                   quoted_identifier(column.references->column) + ')';
    }
    return sql + ')';
}

void insert_contents(Database& database, const TableSpec& spec, std::string_view last_change) {
    Statement contents = database.prepare(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    contents.bind_text(1, spec.name);
    contents.bind_text(2, spec.geometry ? "features" : "attributes");
    contents.bind_text(3, spec.identifier.empty() ? spec.name : spec.identifier);
    contents.bind_text(4, spec.description);
    contents.bind_text(5, last_change);
    if (spec.geometry) contents.bind_integer(6, wgs84_srs_id);
    contents.run();
    if (!spec.geometry) return;

    Statement geometry = database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?1, ?2, ?3, ?4, 0, 0)");
    geometry.bind_text(1, spec.name);
    geometry.bind_text(2, spec.geometry_column);
    geometry.bind_text(3, sql_name(*spec.geometry));
    geometry.bind_integer(4, wgs84_srs_id);
    geometry.run();
}

void insert_data_columns(Database& database, const TableSpec& spec) {
    Statement insert = database.prepare(
        "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    std::set<std::string> told;
    for (const ColumnSpec& column : spec.columns) {
        if (column.title.empty() && column.description.empty() && column.domain.empty()) continue;
        std::string name = column.title;
        if (!name.empty() && !told.insert(name).second) name += " (" + column.name + ')';
        insert.bind_text(1, spec.name);
        insert.bind_text(2, column.name);
        bind_text_or_null(insert, 3, name);
        bind_text_or_null(insert, 4, name);
        bind_text_or_null(insert, 5, column.description);
        bind_text_or_null(insert, 6, column.domain);
        insert.run();
    }
}

void create_unique_indexes(Database& database, const TableSpec& spec) {
    for (const ColumnSpec& column : spec.columns) {
        if (!column.unique) continue;
        database.execute("CREATE UNIQUE INDEX " + quoted_identifier(spec.name + "_" + column.name) + " ON " +
                         quoted_identifier(spec.name) + " (" + quoted_identifier(column.name) + ')');
    }
}

void state_extent(Database& database, const std::string& table, const Envelope& extent) {
    Statement update = database.prepare(
        "UPDATE gpkg_contents SET min_x = ?2, min_y = ?3, max_x = ?4, max_y = ?5 WHERE table_name = ?1");
    update.bind_text(1, table);
    update.bind_real(2, extent.min_x);
    update.bind_real(3, extent.min_y);
    update.bind_real(4, extent.max_x);
    update.bind_real(5, extent.max_y);
    update.run();
}

/// The names are GDAL's, which takes the triggers away while it writes and puts them back.
void state_row_count(Database& database, const std::string& table, std::int64_t row_count) {
    Statement insert = database.prepare("INSERT INTO gpkg_ogr_contents VALUES (?1, ?2)");
    insert.bind_text(1, table);
    insert.bind_integer(2, row_count);
    insert.run();

    const std::string where = " WHERE lower(table_name) = lower(" + quoted_text(table) + "); END";
    const std::string on =
        " ON " + quoted_identifier(table) + " BEGIN UPDATE gpkg_ogr_contents SET feature_count = ";
    database.execute("CREATE TRIGGER " + quoted_identifier("trigger_insert_feature_count_" + table) +
                     " AFTER INSERT" + on + "feature_count + 1" + where);
    database.execute("CREATE TRIGGER " + quoted_identifier("trigger_delete_feature_count_" + table) +
                     " AFTER DELETE" + on + "feature_count - 1" + where);
}

}  // namespace

void create_geopackage(Database& database) { database.execute(system_tables_sql()); }

void create_domain(Database& database, const Domain& domain) {
    const bool has_capital =
        std::any_of(domain.name.begin(), domain.name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (domain.name.empty() || has_capital)
        throw Error{"the domain '" + domain.name + "' needs a name in lower case"};
    if (domain.entries.empty()) throw Error{"the domain '" + domain.name + "' has no values"};
    Statement insert = database.prepare(
        "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) "
        "VALUES (?1, 'enum', ?2, ?3)");
    for (const Domain::Entry& entry : domain.entries) {
        insert.bind_text(1, domain.name);
        insert.bind_text(2, entry.value);
        bind_text_or_null(insert, 3, entry.label);
        insert.run();
    }
}

void create_table(Database& database, const TableSpec& spec, std::string_view last_change) {
    check_time(last_change);
    database.execute(create_table_sql(spec));
    insert_contents(database, spec, last_change);
    insert_data_columns(database, spec);
}

void finish_table(Database& database, const TableSpec& spec, TableContent content) {
    create_unique_indexes(database, spec);
    if (spec.geometry) {
        create_rtree(database, spec.name, spec.geometry_column, spec.primary_key, std::move(content.entries));
        if (content.extent) state_extent(database, spec.name, *content.extent);
    }
    state_row_count(database, spec.name, content.row_count);
}

void drop_references(Database& database, std::string_view table) {
    Statement referring =
        database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL");
    const std::string clause = " REFERENCES " + quoted_identifier(table) + " (";
    std::vector<std::pair<std::string, std::string>> changed;
    while (referring.step()) {
        std::string sql(referring.text(1));
        const auto begin = sql.find(clause);
        if (begin == std::string::npos) continue;
        for (auto at = begin; at != std::string::npos; at = sql.find(clause, at))
            sql.erase(at, sql.find(')', at) + 1 - at);
        changed.emplace_back(referring.text(0), std::move(sql));
    }
    if (changed.empty()) return;
    referring.reset();
    Statement version = database.prepare("PRAGMA schema_version");
    const std::int64_t number = version.step() ? version.integer(0) : 0;
    version.reset();
    database.execute("PRAGMA writable_schema = ON");
    Statement update =
        database.prepare("UPDATE sqlite_schema SET sql = ?2 WHERE type = 'table' AND name = ?1");
    for (const auto& [name, sql] : changed) {
        update.bind_text(1, name);
        update.bind_text(2, sql);
        update.run();
    }
    database.execute("PRAGMA schema_version = " + std::to_string(number + 1));
    database.execute("PRAGMA writable_schema = OFF");
}

std::set<std::string> listed_tables(Database& database) {
    std::set<std::string> names;
    Statement tables = database.prepare("SELECT table_name FROM gpkg_contents");
    while (tables.step()) names.emplace(tables.text(0));
    return names;
}

void add_metadata(Database& database, const Metadata& metadata, std::string_view time) {
    check_time(time);
    Statement text = database.prepare(
        "INSERT INTO gpkg_metadata (md_standard_uri, mime_type, metadata) VALUES (?1, ?2, ?3)");
    text.bind_text(1, metadata.standard_uri);
    text.bind_text(2, metadata.mime_type);
    text.bind_text(3, metadata.text);
    text.run();

    Statement reference = database.prepare(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, timestamp, md_file_id) "
        "VALUES (?1, ?2, ?3, ?4)");
    reference.bind_text(1, metadata.table.empty() ? "geopackage" : "table");
    bind_text_or_null(reference, 2, metadata.table);
    reference.bind_text(3, time);
    reference.bind_integer(4, database.last_insert_rowid());
    reference.run();
}

}  // namespace incidentmap
