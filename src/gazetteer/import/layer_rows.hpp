// SPDX-License-Identifier: MIT
/// Rows of a layer with their points, lines or polygons; for the importers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/import/import_log.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// A row: cells are well-formed UTF-8, as many as there are columns.
struct LayerRow {
    std::int64_t number = 0;  ///< of a table as a spreadsheet shows it, of a layer from 1
    std::vector<std::string> cells;
    Geometry geometry;     ///< a point or an area in WGS 84; monostate where there is none
    bool of_line = false;  ///< the area is the strip along a line: a river, a canal, a road
};

/// Reads GeoJSON, GeoJSON lines, GeoPackage, FlatGeobuf and Shapefile by GDAL, and tables (table.hpp) with
/// columns of latitude and longitude; packed ones as packed_file.hpp tells. Only the named local file is
/// opened. Rings are turned and closed as RFC 7946 has them, in longitude and latitude, whatever the file's
/// reference system.
class LayerRows {
  public:
    /// \param layer empty: the first \throws Error where it cannot be opened or has no such layer
    LayerRows(const std::string& path, const std::string& layer);
    ~LayerRows();
    LayerRows(LayerRows&&) noexcept;
    LayerRows& operator=(LayerRows&&) noexcept;

    const std::vector<std::string>& columns() const;

    /// The first column of one of the names, which `|` parts; compared without case.
    std::optional<std::size_t> column(std::string_view names) const;

    /// The next row, valid until the next call; null at the end. \throws Error where reading fails
    const LayerRow* next(ImportLog& log);

    /// Whether the first row with a geometry has a polygon or a line. To be asked before next; the rows begin
    /// anew.
    bool holds_polygons();
    /// Whether it has a line.
    bool holds_lines();

    InputPosition at() const;

  private:
    struct State;
    /// The first row with a geometry; null where there is none.
    const LayerRow* first_with_geometry();

    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
