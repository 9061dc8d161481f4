// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "table/row.hpp"

namespace incidentmap {

/// A table that GDAL reads, from a short list of drivers: XLSX, ODS, GeoJSON, GeoJSONSeq, GeoPackage,
/// FlatGeobuf, Shapefile. Only the named local file is opened, never anything that a file names.
///
/// RowWriter are text as the file has them; dates are `2020-07-27`. A point's position becomes the columns
/// `longitude` and `latitude` (in WGS 84, whatever the file's reference system) where the table has no such
/// columns.
class OgrTable {
  public:
    /// True for the file name endings (`.xlsx`) that are read here.
    static bool reads(std::string_view extension);

    /// The names of a file's layers. \throws Error where it cannot be opened.
    static std::vector<std::string> sheets(const std::string& path);

    /// \p sheet the layer to read; empty: the first. \throws Error where there is none of that name.
    OgrTable(const std::string& path, const std::string& sheet);
    ~OgrTable();
    OgrTable(OgrTable&&) noexcept;
    OgrTable& operator=(OgrTable&&) noexcept;

    const std::vector<std::string>& columns() const;

    /// The next row, valid until the next call; null at the end.
    const Row* next();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
