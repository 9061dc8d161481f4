// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "geopackage/database.hpp"
#include "geopackage/envelope.hpp"
#include "geopackage/rtree.hpp"
#include "geopackage/table_spec.hpp"

namespace incidentmap {

// The tables by which a GeoPackage 1.3 (OGC 12-128r17) says what it holds. All take a database made by
// Database::create, and are to be called in one transaction. Tables stand in the file, and in QGIS's list, in
// the order of create_table.

/// Makes an empty GeoPackage: its marks, reference systems (-1, 0, 4326), contents, extensions, and the
/// tables of the schema and metadata extensions.
void create_geopackage(Database& database);

/// Adds a closed list of values, to be named by columns.
/// \throws Error where the name is not lower case or the list is empty or has a value twice
void create_domain(Database& database, const Domain& domain);

/// Makes a table and tells the contents of it. Titles are told as QGIS 3.40 and GDAL read them, which need
/// them to differ within a table: a title that an earlier column has is told as `Date (date_end)`.
/// \param last_change `2024-01-01T00:00:00.000Z`, in UTC
/// \throws Error where the time is not written so, or two columns or tables have one name
void create_table(Database& database, const TableSpec& spec, std::string_view last_change);

/// What was put into a table.
struct TableContent {
    std::int64_t row_count = 0;
    std::optional<Envelope> extent;   ///< nothing where no row has a geometry
    std::vector<RtreeEntry> entries;  ///< one for each row that has a geometry
};

/// To be called once for each table, when its rows are in: makes the unique indexes and the R-tree, states
/// extent and row count (where GDAL looks for it, with the triggers that keep it), and hands over to the
/// triggers.
/// \throws Error where a value of a `unique` column stands twice
void finish_table(Database& database, const TableSpec& spec, TableContent content);

/// Takes back what columns of other tables say of referring to a table that is not there: a file in which
/// they do could not be edited. As SQLite's documentation of ALTER TABLE (section 7) has it.
void drop_references(Database& database, std::string_view table);

/// The tables that `gpkg_contents` lists.
std::set<std::string> listed_tables(Database& database);

/// Adds a document about the file or one of its tables.
/// \param time as create_table's
void add_metadata(Database& database, const Metadata& metadata, std::string_view time);

}  // namespace incidentmap
