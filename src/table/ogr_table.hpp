// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "table/header_rules.hpp"
#include "table/row.hpp"

namespace incidentmap {

/// A table that GDAL reads, from a short list of drivers: XLSX, ODS, GeoJSON, GeoJSONSeq, GeoPackage,
/// FlatGeobuf, Shapefile. Only the named local file is opened, never anything that a file names.
///
/// Cells are text as the file has them; dates are `2020-07-27`. A point's position becomes the columns
/// `longitude` and `latitude` (in WGS 84, whatever the file's reference system) where the table has no such
/// columns.
class OgrTable {
  public:
    /// True for the file name endings (`.xlsx`) that are read here.
    static bool reads(std::string_view extension);

    /// The names of a file's layers. \throws Error where it cannot be opened.
    static std::vector<std::string> sheets(const std::string& path);

    /// \p sheet the layer to read; empty: of a spreadsheet the first that is not hidden and whose columns \p
    /// header knows, else the first. \p header_row as CsvReader has it, for spreadsheets. \throws Error where
    /// there is none of that name.
    OgrTable(const std::string& path, const std::string& sheet, std::int64_t header_row = 1,
             const HeaderRules& header = {});
    ~OgrTable();
    OgrTable(OgrTable&&) noexcept;
    OgrTable& operator=(OgrTable&&) noexcept;

    const std::vector<std::string>& columns() const;

    /// What was noticed of the file as a whole: sentences for people.
    const std::vector<std::string>& notes() const;

    /// As CsvReader has it.
    std::int64_t header_found() const;

    /// The next row, valid until the next call; null at the end.
    const Row* next();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
