// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// A spreadsheet (XLSX) to fill with reports: the sheet `reports` with a header, one worked row, drop-downs
/// for types and countries, and beside each cell what belongs there; the sheet `columns` with the same words
/// to read; a hidden sheet of the lists. Always the same bytes.
std::string start_workbook();

/// What stands beside it in a new folder: how to make the map, in two commands.
std::string start_readme();

}  // namespace incidentmap
