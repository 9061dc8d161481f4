// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace incidentmap {

/// What reading a row noticed; the row itself goes on.
struct RowProblem {
    std::string code;
    std::string column;  ///< empty where it is the whole row's
    std::string sentence;
};

/// One row of a table. Cells are well-formed UTF-8 and as many as the table has columns.
struct Row {
    std::int64_t number = 0;  ///< as a spreadsheet shows it: the header is 1
    std::vector<std::string> cells;
    std::vector<RowProblem> problems;
};

}  // namespace incidentmap
