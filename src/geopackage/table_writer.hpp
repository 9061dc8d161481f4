// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "geodesy/shapes.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/database.hpp"
#include "geopackage/geometry_blob.hpp"
#include "geopackage/table_spec.hpp"

namespace incidentmap {

/// Fills one new table of a GeoPackage, row by row, and finishes it. For each row: bind its columns, then
/// insert. Several tables may be filled at once. Memory: about 24 bytes a feature, and 12 more
/// while finish runs.
class TableWriter {
  public:
    /// Makes the table, in a transaction that the caller has begun. The database must outlive the writer.
    /// \param last_change as create_table's
    TableWriter(Database& database, TableSpec spec, std::string_view last_change);

    /// The row that is being made: parameter i + 1 is column i of the spec; those not bound are NULL. Texts
    /// and bytes bound as views must live until insert. To be used for binding only.
    Statement& row() { return m_insert; }

    /// Adds the row with its geometry; without a position it is NULL, and not in the index.
    /// \return the row's number, 1 for the first
    /// \throws Error where the geometry is not of the table's type
    std::int64_t insert(const Geometry& geometry = std::monostate{});

    /// The geometry of the row that was inserted last, as the file has it; none where it is NULL. Good until
    /// the next insert.
    std::span<const std::byte> geometry_bytes() const { return m_geometry_bytes; }

    std::int64_t row_count() const { return m_content.row_count; }

    /// Makes the indexes and states the contents; no row can follow.
    void finish();

  private:
    void bind_geometry(const Geometry& geometry, std::int64_t rowid);

    Database& m_database;
    TableSpec m_spec;
    GeometryEncoder m_encoder;
    TableContent m_content;
    std::span<const std::byte> m_geometry_bytes;
    Statement m_insert;
};

}  // namespace incidentmap
