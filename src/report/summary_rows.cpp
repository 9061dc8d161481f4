// SPDX-License-Identifier: MIT
#include "report/summary_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "core/text.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

using Column = ReportColumn;

struct Row {
    std::string_view words;
    bool begins;   ///< whether more may follow
    bool a_place;  ///< whether it may be a place's name too
};

constexpr Row rows[] = {
#include "report/tables/total_words.inc"
};

struct TotalWord {
    std::string word;
    bool begins;
    bool a_place;
};

const std::vector<TotalWord>& total_words() {
    static const std::vector<TotalWord> all = [] {
        std::vector<TotalWord> made;
        for (const Row& row : rows) {
            for (const std::string& word : split_list(row.words, ","))
                made.push_back({normal_form(word), row.begins, row.a_place});
        }
        return made;
    }();
    return all;
}

bool says_total(std::string_view cell, bool names_a_place) {
    if (cell.size() > 80) return false;
    const std::string words = normal_form(cell);
    const auto& known = total_words();
    return std::any_of(known.begin(), known.end(), [&](const TotalWord& total) {
        if (total.a_place && names_a_place) return false;
        return words == total.word || (total.begins && words.starts_with(total.word + " "));
    });
}

bool is_id(std::string_view cell, std::optional<Column> column) {
    return column == Column::report_id || column == Column::incident_id ||
           cell.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

RowSort sort_of_row(const std::vector<std::string>& cells, const ColumnMap& map) {
    // The words stand in one of the columns of place and day at most.
    std::size_t telling = 0;
    for (const Column column : {Column::latitude, Column::place, Column::event_date}) {
        const auto index = map.index_of(column);
        if (index && !trimmed(cells[*index]).empty()) ++telling;
    }
    if (telling > 1) return RowSort::report;
    std::vector<std::size_t> filled;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!trimmed(cells[i]).empty()) filled.push_back(i);
    }
    for (const std::size_t i : filled) {
        const std::string_view cell = trimmed(cells[i]);
        const auto column = map.read_as[i];
        const bool is_telling =
            column == Column::latitude || column == Column::place || column == Column::event_date;
        if (telling == 0 || is_telling) {
            if (filled.size() == 1 && cells.size() > 2 && cell.starts_with('*')) return RowSort::note;
            const bool names_a_place =
                column == Column::place || column == Column::admin1 || column == Column::admin2;
            if (says_total(cell, names_a_place)) return RowSort::total;
        }
        if (!is_id(cell, column)) break;
    }
    return RowSort::report;
}

}  // namespace incidentmap
