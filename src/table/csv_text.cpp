// SPDX-License-Identifier: MIT
#include "table/csv_text.hpp"

#include <algorithm>
#include <array>

#include "table/spreadsheet_sql.hpp"

namespace incidentmap {
namespace {

bool needs_quotes(std::string_view cell, char separator) {
    if (cell.empty()) return false;
    const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    return is_blank(cell.front()) || is_blank(cell.back()) ||
           cell.find(separator) != std::string_view::npos ||
           cell.find_first_of("\"\r\n") != std::string_view::npos;
}

/// By which a spreadsheet takes a text for a formula. A tab or line end before the letter does not save it.
constexpr std::array<std::string_view, 10> beginnings{"=",  "+",      "-",      "@",      "\t",
                                                      "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool begins_formula(std::string_view text) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

/// A minus, and digits with or without a point.
bool is_negative_number(std::string_view text) {
    return text.size() > 1 && text.front() == '-' &&
           text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
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
    const bool is_guarded = begins_formula_behind_apostrophes(text) && !is_negative_number(text);
    return is_guarded ? "'" + std::string(text) : std::string(text);
}

std::string_view from_spreadsheet_cell(std::string_view cell) {
    return cell.starts_with('\'') && begins_formula_behind_apostrophes(cell) ? cell.substr(1) : cell;
}

std::string spreadsheet_cell_sql(const std::string& column) {
    std::string letters;
    for (const std::string_view beginning : beginnings) {
        if (!letters.empty()) letters += ", ";
        if (beginning.front() < ' ' && beginning.front() > 0) {
            letters += "char(" + std::to_string(static_cast<int>(beginning.front())) + ")";
        } else {
            letters.append("'").append(beginning).append("'");
        }
    }
    const auto with_column = [&](std::string_view before, std::string_view after) {
        return std::string(before) + column + std::string(after);
    };
    return with_column("CASE WHEN substr(ltrim(", ", ''''), 1, 1) IN (") + letters +
           with_column(") AND NOT (substr(", ", 1, 1) = '-'") + with_column(" AND length(", ") > 1") +
           with_column(" AND ltrim(substr(", ", 2), '0123456789.') = '')") +
           with_column(" THEN '''' || ", " ELSE ") + column + " END";
}

}  // namespace incidentmap
