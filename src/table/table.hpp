// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/progress.hpp"
#include "table/csv.hpp"
#include "table/header_rules.hpp"
#include "table/json_table.hpp"
#include "table/ogr_table.hpp"
#include "table/row.hpp"

namespace incidentmap {

struct TableOptions {
    std::string sheet;            ///< the sheet, layer or table to read; empty: the first that is visible
    std::int64_t header_row = 1;  ///< for CSV and spreadsheets; 0: to be found, by \c header
    HeaderRules header = {};
};

/// A table of text cells, whatever it came from: CSV and JSON records by our own readers; XLSX, ODS, GeoJSON,
/// GeoPackage, FlatGeobuf and Shapefile by GDAL.
class Table {
  public:
    /// \p path a local file, or `-` for CSV on standard input. \throws Error where it cannot be read.
    static Table open(const std::string& path, const TableOptions& options = {});

    const std::vector<std::string>& columns() const;

    /// What was noticed of the file as a whole (its encoding, the sheets that were not read): sentences for
    /// people.
    const std::vector<std::string>& notes() const;

    /// The row that names the columns, where it was found below what is no table; else 0.
    std::int64_t header_found() const;

    /// How many bytes of a CSV file are read; nothing for standard input, whose length nobody knows, and for
    /// what GDAL reads.
    std::optional<std::int64_t> bytes_read() const;

    /// How far reading is: in bytes, where bytes_read() knows them, else in rows without a total.
    Progress progress(std::string_view what, std::int64_t rows) const;

    /// The next row, valid until the next call; null at the end.
    const Row* next();

  private:
    using Reader = std::variant<CsvReader, OgrTable, JsonTable>;
    Table(Reader reader, std::optional<std::int64_t> size) : m_reader(std::move(reader)), m_size(size) {}
    Reader m_reader;
    std::optional<std::int64_t> m_size;  ///< of a CSV file, in bytes
};

/// The names of the sheets, layers or tables of a file that GDAL opens; empty for CSV.
std::vector<std::string> sheets_of(const std::string& path);

}  // namespace incidentmap
