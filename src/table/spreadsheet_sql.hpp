// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// What to_spreadsheet_cell() gives, of a column, in SQL. \param column as SQL takes it: `"notes"`
std::string spreadsheet_cell_sql(const std::string& column);

}  // namespace incidentmap
