// SPDX-License-Identifier: MIT
/// What GDAL would read without an end, or whole into memory, is refused before it does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace incidentmap {

/// The largest cell that is read of a spreadsheet or a GeoPackage, in bytes. Excel itself ends at 32,767
/// letters.
inline constexpr std::size_t largest_cell = std::size_t{16} << 20;

/// The most rows that a view may have: it need not end.
inline constexpr std::int64_t most_view_rows = 10'000'000;

/// \throws Error where a cell of an XLSX or ODS file is larger than largest_cell. Nothing is said where the
/// file is none, and of parts that are smaller themselves
void refuse_huge_cells_of_workbook(const std::string& path);

/// \throws Error where a cell of a layer of a GeoPackage is larger than largest_cell, and where a view has
/// more than most_view_rows or works for longer than that many rows take. Nothing is said where SQLite cannot
/// read the layer
void refuse_huge_cells_of_geopackage(const std::string& path, const std::string& layer);

}  // namespace incidentmap
