// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace incidentmap {

/// The layers and tables of a finished GeoPackage as a workbook for spreadsheets, a sheet each, with the
/// columns' titles as its first row and days as days. Texts are texts: none is a formula, whatever it begins
/// with. What no spreadsheet can hold is cut and ends in `…` (32,000 bytes a cell). Positions stand in their
/// columns. Made by OGR in memory, which puts the time of writing into the file: its bytes differ from run to
/// run. \throws Error with OGR's own words; where a sheet would have more rows than 1,048,575; where the
/// workbook holds another number of rows than the GeoPackage
std::string xlsx_of_build(const std::filesystem::path& geopackage,
                          std::span<const std::string> extra_headers);

}  // namespace incidentmap
