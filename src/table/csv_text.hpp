// SPDX-License-Identifier: MIT
/// CSV out: cells and rows as CsvReader, and every spreadsheet, reads them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace incidentmap {

/// How a CSV file is written.
struct CsvDialect {
    char separator = ',';
    std::string line_end = "\n";
};

/// Appends a row (RFC 4180): a cell that holds a separator, a quote or a line end, or begins or ends with a
/// blank, is quoted.
void append_csv_row(std::string& out, std::span<const std::string> cells, const CsvDialect& dialect);

/// A text as it may stand in a cell that somebody opens in a spreadsheet: one that begins with `=`, `+`, `-`
/// or `@` (or their full-width forms), which a spreadsheet would run, but no `-5.3`, has an apostrophe before
/// it. One that begins with apostrophes before such a letter gets one more, so that from_spreadsheet_cell()
/// gives back the same. A quote would not do: spreadsheets take formulas out of quotes too.
std::string to_spreadsheet_cell(std::string_view text);

/// The text that to_spreadsheet_cell() was given; what has no such apostrophe is as it is.
std::string_view from_spreadsheet_cell(std::string_view cell);

}  // namespace incidentmap
