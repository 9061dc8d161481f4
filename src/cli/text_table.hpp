// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// How many columns of a terminal the text takes: wide letters two, marks and invisible characters none.
std::size_t display_width(std::string_view text);

/// Text as a terminal may be given it: control characters, which could move its cursor, are spaces.
std::string one_line(std::string_view text);

/// Rows of cells in aligned columns, two spaces between them, each line ended by a newline. Cells that are numbers in
/// all rows but the first stand to the right. A cell wider than \p widest is cut with an ellipsis.
std::string text_table(const std::vector<std::vector<std::string>>& rows, std::size_t widest = 60);

}  // namespace incidentmap
