// SPDX-License-Identifier: MIT
#include "writer/postgis/finished_tables.hpp"

#include <map>
#include <set>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_name_bytes = 63;

GeometryType geometry_type(std::string_view name) {
    if (name == "POINT") return GeometryType::point;
    if (name == "MULTILINESTRING") return GeometryType::multi_line;
    if (name == "MULTIPOLYGON") return GeometryType::multi_polygon;
    throw Error{"the draft has a layer of " + std::string(name) + ", which no database is given"};
}

ColumnType column_type(const std::string& declared) {
    if (declared == "INTEGER" || declared == "MEDIUMINT") return ColumnType::integer;
    if (declared == "REAL" || declared == "DOUBLE") return ColumnType::real;
    if (declared == "BOOLEAN") return ColumnType::boolean;
    if (declared == "DATE") return ColumnType::date;
    if (declared == "DATETIME") return ColumnType::datetime;
    if (declared == "BLOB") return ColumnType::blob;
    return ColumnType::text;
}

/// The beginning of a text of at most so many bytes, no character cut in two.
std::string beginning(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    return std::string(text.substr(0, most));
}

/// Names that PostgreSQL keeps whole and apart.
void shorten_names(std::vector<ColumnSpec>& columns) {
    std::set<std::string> taken{"fid", "geom"};
    for (const ColumnSpec& column : columns) {
        if (column.name.size() <= most_name_bytes) taken.insert(column.name);
    }
    for (ColumnSpec& column : columns) {
        if (column.name.size() <= most_name_bytes) continue;
        std::string name = beginning(column.name, most_name_bytes);
        for (int number = 2; !taken.insert(name).second; ++number) {
            const std::string suffix = "_" + std::to_string(number);
            name = beginning(column.name, most_name_bytes - suffix.size()) + suffix;
        }
        column.name = std::move(name);
    }
}

/// `1: the town; 2: near it`, by the name of the list.
std::map<std::string, std::string> lists_in_words(Database& database) {
    std::map<std::string, std::string> lists;
    Statement entries = database.prepare(
        "SELECT constraint_name, value, description FROM gpkg_data_column_constraints WHERE constraint_type "
        "= 'enum' ORDER BY rowid");
    while (entries.step()) {
        std::string& words = lists[std::string(entries.text(0))];
        words += (words.empty() ? "" : "; ") + std::string(entries.text(1));
        if (!entries.text(2).empty()) words += ": " + std::string(entries.text(2));
    }
    return lists;
}

void read_columns(Database& database, TableSpec& spec, const std::map<std::string, std::string>& lists) {
    Statement columns = database.prepare(
        "SELECT c.name, c.type, d.title, d.description, d.constraint_name, f.\"table\", f.\"to\", (SELECT "
        "count(*) FROM pragma_index_list(?1) AS l JOIN pragma_index_info(l.name) AS i WHERE l.\"unique\" AND "
        "i.name = c.name) FROM pragma_table_info(?1) AS c LEFT JOIN gpkg_data_columns AS d ON d.table_name = "
        "?1 AND d.column_name = c.name LEFT JOIN pragma_foreign_key_list(?1) AS f ON f.\"from\" = c.name "
        "WHERE NOT c.pk ORDER BY c.cid");
    columns.bind_text(1, spec.name);
    while (columns.step()) {
        ColumnSpec column;
        column.name = columns.text(0);
        if (spec.geometry && column.name == spec.geometry_column) continue;
        column.type = column_type(std::string(columns.text(1)));
        column.title = columns.text(2);
        column.description = columns.text(3);
        const auto list = lists.find(std::string(columns.text(4)));
        if (list != lists.end()) column.description += " Values: " + list->second + ".";
        if (!columns.is_null(5))
            column.references = ColumnReference{std::string(columns.text(5)), std::string(columns.text(6))};
        column.unique = columns.integer(7) > 0;
        spec.columns.push_back(std::move(column));
    }
    shorten_names(spec.columns);
}

}  // namespace

std::vector<FinishedTable> finished_tables(Database& database) {
    const auto lists = lists_in_words(database);
    std::vector<FinishedTable> tables;
    Statement contents = database.prepare(
        "SELECT c.table_name, c.identifier, c.description, g.geometry_type_name FROM gpkg_contents AS c LEFT "
        "JOIN gpkg_geometry_columns AS g ON g.table_name = c.table_name WHERE c.table_name <> "
        "'layer_styles' ORDER BY c.rowid");
    while (contents.step()) {
        FinishedTable& table = tables.emplace_back();
        table.spec.name = contents.text(0);
        table.spec.identifier = contents.text(1);
        table.spec.description = contents.text(2);
        if (!contents.is_null(3)) table.spec.geometry = geometry_type(contents.text(3));
        read_columns(database, table.spec, lists);
        Statement count = database.prepare("SELECT count(*) FROM " + quoted_identifier(table.spec.name));
        if (count.step()) table.row_count = count.integer(0);
    }
    return tables;
}

}  // namespace incidentmap
