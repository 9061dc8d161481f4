// SPDX-License-Identifier: MIT
#include "geopackage/table_writer.hpp"

#include <string>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {

namespace {

bool is_of_type(const Geometry& geometry, GeometryType type) {
    switch (type) {
        case GeometryType::point:
            return std::holds_alternative<LonLat>(geometry);
        case GeometryType::multi_line:
            return std::holds_alternative<MultiLine>(geometry);
        case GeometryType::multi_polygon:
            return std::holds_alternative<MultiPolygon>(geometry);
    }
    return false;
}

/// The columns come first, so that their parameters count as in the spec; then the row's number and its
/// geometry.
Statement prepare_insert(Database& database, const TableSpec& spec) {
    std::string names, values;
    for (const ColumnSpec& column : spec.columns) {
        names += quoted_identifier(column.name) + ", ";
        values += "?, ";
    }
    names += quoted_identifier(spec.primary_key);
    values += "?";
    if (spec.geometry) {
        names += ", " + quoted_identifier(spec.geometry_column);
        values += ", ?";
    }
    return database.prepare("INSERT INTO " + quoted_identifier(spec.name) + " (" + names + ") VALUES (" +
                            values + ')');
}

Statement create_and_prepare(Database& database, const TableSpec& spec, std::string_view last_change) {
    create_table(database, spec, last_change);
    return prepare_insert(database, spec);
}

}  // namespace

TableWriter::TableWriter(Database& database, TableSpec spec, std::string_view last_change)
    : m_database{database},
      m_spec{std::move(spec)},
      m_insert{create_and_prepare(database, m_spec, last_change)} {}

void TableWriter::bind_geometry(const Geometry& geometry, std::int64_t rowid) {
    const EncodedGeometry encoded = m_encoder.encode(geometry);
    m_geometry_bytes = {};
    if (!encoded.envelope) return;
    m_geometry_bytes = encoded.bytes;
    if (!m_spec.geometry || !is_of_type(geometry, *m_spec.geometry))
        throw Error{"cannot write " + m_spec.name + ": a geometry is not of the table's type"};
    m_insert.bind_blob_view(static_cast<int>(m_spec.columns.size()) + 2, encoded.bytes);
    m_content.entries.push_back(rtree_entry(rowid, *encoded.envelope));
    m_content.extent = m_content.extent ? joined(*m_content.extent, *encoded.envelope) : *encoded.envelope;
}

std::int64_t TableWriter::insert(const Geometry& geometry) {
    const std::int64_t rowid = m_content.row_count + 1;
    m_insert.bind_integer(static_cast<int>(m_spec.columns.size()) + 1, rowid);
    bind_geometry(geometry, rowid);
    m_insert.run();
    m_insert.clear_bindings();
    m_content.row_count = rowid;
    return rowid;
}

void TableWriter::finish() { finish_table(m_database, m_spec, std::move(m_content)); }

}  // namespace incidentmap
