// SPDX-License-Identifier: MIT
#pragma once

#include "table/csv.hpp"
#include "table/ogr_table.hpp"
#include "table/row.hpp"

#include <string>
#include <variant>
#include <vector>

namespace incidentmap {

struct TableOptions {
    std::string sheet;             ///< the sheet, layer or table to read; empty: the first
    std::int64_t header_row = 1;   ///< for CSV
};

/// A table of text cells, whatever it came from: CSV by our own reader; XLSX, ODS, GeoJSON, GeoJSONSeq, GeoPackage,
/// FlatGeobuf and Shapefile by GDAL.
class Table {
  public:
    /// \p path a local file, or `-` for CSV on standard input. \throws Error where it cannot be read.
    static Table open(const std::string& path, const TableOptions& options = {});

    const std::vector<std::string>& columns() const;

    /// The next row, valid until the next call; null at the end.
    const Row* next();

  private:
    using Reader = std::variant<CsvReader, OgrTable>;
    explicit Table(Reader reader) : m_reader(std::move(reader)) {}
    Reader m_reader;
};

/// The names of the sheets, layers or tables of a file that GDAL opens; empty for CSV.
std::vector<std::string> sheets_of(const std::string& path);

}  // namespace incidentmap
