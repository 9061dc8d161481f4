// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// How many columns of a terminal the text takes, by what a reader sees as one letter (grapheme clusters, UAX
/// 29): wide letters and emoji two (East Asian Width, UAX 11), marks and invisible characters none.
std::size_t display_width(std::string_view text);

/// Text as a terminal may be given it: control characters, which could move its cursor, are spaces.
std::string one_line(std::string_view text);

/// Rows of cells in aligned columns, two spaces between them, each line ended by a newline. Cells that
/// are numbers in all rows but the first stand to the right. A cell wider than \p widest is cut with an
/// ellipsis, never within a letter. A cell with right-to-left letters ends with U+200E, so that it stays in
/// its column.
std::string text_table(const std::vector<std::vector<std::string>>& rows, std::size_t widest = 60);

}  // namespace incidentmap
