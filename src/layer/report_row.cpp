// SPDX-License-Identifier: MIT
#include "layer/report_row.hpp"

#include <array>
#include <cstddef>
#include <optional>

namespace incidentmap {
namespace {

/// The column for the input's own text of each column of a report, which has its name; but `event_date` is
/// what was read. Nothing for those of a source, which has a table of its own.
const std::array<std::optional<ColumnId>, report_column_count>& own_texts() {
    static const auto all = [] {
        std::array<std::optional<ColumnId>, report_column_count> columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool is_date = static_cast<ReportColumn>(i) == ReportColumn::event_date;
            columns[i] = ColumnId::named(is_date ? "event_date_text" : report_columns()[i].name);
        }
        return columns;
    }();
    return all;
}

void fill_found(RowWriter& cells, const Location& found) {
    cells.text("status", to_string(found.status));
    if (!found.has_place()) return cells.text("because", reasons_text(found));
    cells.text("location", name_of(found));
    cells.text("place_id", found.place_id);
    fill_certainty(cells, found);
}

}  // namespace

void report_row(RowWriter cells, const Report& report, const Location* own_place) {
    for (std::size_t i = 0; i < report_column_count; ++i) {
        if (const auto column = own_texts()[i]) cells.text(*column, report.cells[i]);
    }
    cells.text("further_source_ids", report.further_source_ids);
    cells.text("input_file", report.file);
    cells.integer("input_row", report.row);
    fill_when(cells, report.event_date);
    if (report.event_date) cells.text("date_precision", to_string(report.event_date->precision));
    if (report.is_draft) cells.text("draft", "draft");
    if (own_place != nullptr) fill_found(cells, *own_place);
    cells.extra(report.extra);
}

}  // namespace incidentmap
