// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/columns.hpp"

namespace incidentmap {

/// What a row of a table is, where it is no report.
enum class RowSort {
    report,
    total,  ///< it sums up rows above it
    note,   ///< a remark below the table
};

/// A row that sums up says so (tables/total_words.csv) in its first cell that is filled and no id, and has
/// neither day nor place nor position; a remark begins with `*` and fills no other cell.
RowSort sort_of_row(const std::vector<std::string>& cells, const ColumnMap& map);

}  // namespace incidentmap
