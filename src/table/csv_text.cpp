// SPDX-License-Identifier: MIT
#include "table/csv_text.hpp"

#include <algorithm>
#include <array>

namespace incidentmap {
namespace {

bool needs_quotes(std::string_view cell, char separator) {
    if (cell.empty()) return false;
    const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    return is_blank(cell.front()) || is_blank(cell.back()) ||
           cell.find(separator) != std::string_view::npos ||
           cell.find_first_of("\"\r\n") != std::string_view::npos;
}

/// True where a spreadsheet takes the text for a formula. A tab or line end before the letter does not save
/// it.
bool begins_formula(std::string_view text) {
    constexpr std::array<std::string_view, 10> beginnings{"=",  "+",      "-",      "@",      "\t",
                                                          "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool begins_formula_behind_apostrophes(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    return first != std::string_view::npos && begins_formula(text.substr(first));
}

}  // namespace

void append_csv_row(std::string& out, std::span<const std::string> cells, const CsvDialect& dialect) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += dialect.separator;
        if (!needs_quotes(cells[i], dialect.separator)) {
            out += cells[i];
            continue;
        }
        out += '"';
        for (char c : cells[i]) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }
    out += dialect.line_end;
}

std::string to_spreadsheet_cell(std::string_view text) {
    return begins_formula_behind_apostrophes(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view from_spreadsheet_cell(std::string_view cell) {
    return cell.starts_with('\'') && begins_formula_behind_apostrophes(cell) ? cell.substr(1) : cell;
}

}  // namespace incidentmap
