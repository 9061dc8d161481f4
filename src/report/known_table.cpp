// SPDX-License-Identifier: MIT
#include "report/known_table.hpp"

#include <algorithm>
#include <map>

#include "core/error.hpp"
#include "core/text.hpp"
#include "report/area_words.hpp"
#include "report/column_names.hpp"

namespace incidentmap {
namespace {

struct ColumnRow {
    std::string_view table;
    std::string_view their_column;
    bool needed;
    std::string_view our_column;
    std::string_view nothing;
};

constexpr ColumnRow column_rows[] = {
#include "report/tables/known_columns.inc"
};

struct PrecisionRow {
    std::string_view table;
    bool is_place;
    std::string_view code;
    std::string_view becomes;
};

constexpr PrecisionRow precision_rows[] = {
#include "report/tables/known_precisions.inc"
};

struct HeaderRow {
    std::string_view table;
    std::size_t cells;
    std::string_view names;
};

constexpr HeaderRow header_rows[] = {
#include "report/tables/known_headers.inc"
};

std::optional<std::size_t> index_in(const std::vector<std::string>& columns, std::string_view name) {
    const std::string wanted = plain_header(name);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (plain_header(columns[i]) == wanted) return i;
    }
    return std::nullopt;
}

std::optional<ReportColumn> our_column(std::string_view name) {
    for (std::size_t i = 0; i < report_column_count; ++i) {
        if (report_columns()[i].name == name) return static_cast<ReportColumn>(i);
    }
    return std::nullopt;
}

const PrecisionRow* precision(std::string_view table, bool is_place, std::string_view code) {
    const std::string wanted = lower_ascii(code);
    const auto found =
        std::find_if(std::begin(precision_rows), std::end(precision_rows), [&](const PrecisionRow& row) {
            return row.table == table && row.is_place == is_place && lower_ascii(row.code) == wanted;
        });
    return found == std::end(precision_rows) ? nullptr : &*found;
}

bool has_precisions(std::string_view table, bool is_place) {
    return std::any_of(std::begin(precision_rows), std::end(precision_rows), [&](const PrecisionRow& row) {
        return row.table == table && row.is_place == is_place;
    });
}

/// The name of the unit that a row is coded to; its place's own where the unit has no column.
std::string unit_in_words(const Report& report, const std::string& unit) {
    const std::string& place = report[ReportColumn::place];
    if (unit == "country") {
        if (!report[ReportColumn::country].empty()) return report[ReportColumn::country];
        const std::vector<std::string> parts = split_list(place, ",");
        return parts.empty() ? std::string{} : parts.back();
    }
    const bool is_district = unit == "district";
    const std::string& stated = report[is_district ? ReportColumn::admin2 : ReportColumn::admin1];
    if (!stated.empty()) return with_kind_word(stated, unit);
    if (is_district && !report[ReportColumn::admin1].empty())
        return with_kind_word(report[ReportColumn::admin1], "province");
    const std::size_t comma = place.find(',');
    const std::string name(trimmed(std::string_view(place).substr(0, comma)));
    if (name.empty()) return report[ReportColumn::country];
    return with_kind_word(name, unit) + (comma == std::string::npos ? "" : place.substr(comma));
}

}  // namespace

std::optional<KnownTable> KnownTable::of(const std::vector<std::string>& columns) {
    std::map<std::string_view, bool> fits;
    for (const ColumnRow& row : column_rows) {
        const bool here = !row.needed || index_in(columns, row.their_column).has_value();
        const auto [known, is_new] = fits.try_emplace(row.table, here);
        if (!is_new) known->second = known->second && here;
    }
    const auto found = std::find_if(fits.begin(), fits.end(), [](const auto& fit) { return fit.second; });
    if (found == fits.end()) return std::nullopt;
    KnownTable table;
    table.m_name = found->first;
    table.m_map.input = columns;
    table.m_map.read_as.resize(columns.size());
    std::map<std::string_view, std::size_t> parts;
    for (const ColumnRow& row : column_rows) {
        if (row.table != table.m_name) continue;
        const auto index = index_in(columns, row.their_column);
        if (!index) continue;
        ++table.m_known;
        if (row.our_column == "place_precision") table.m_place_code = index;
        if (row.our_column == "date_precision") table.m_date_code = index;
        if (const auto ours = our_column(row.our_column)) {
            table.m_map.read_as[*index] = *ours;
            if (!row.nothing.empty())
                table.m_nothing.push_back({*index, *ours, split_list(row.nothing, ",")});
        } else {
            parts.emplace(row.our_column, *index);
        }
    }
    const auto part = [&](std::string_view name) {
        const auto at = parts.find(name);
        return at == parts.end() ? JoinedColumn::none : at->second;
    };
    const auto join = [&](ReportColumn column, JoinRule rule, std::vector<std::size_t> from) {
        for (const std::size_t i : from) {
            if (i != JoinedColumn::none) table.m_map.read_as[i] = column;
        }
        table.m_map.joined.push_back({column, rule, std::move(from)});
    };
    const auto alone = [&](ReportColumn column) {
        return table.m_map.index_of(column).value_or(JoinedColumn::none);
    };
    if (part("year") != JoinedColumn::none)
        join(ReportColumn::event_date, JoinRule::day_parts, {part("year"), part("month"), part("day")});
    if (part("end_date") != JoinedColumn::none)
        join(ReportColumn::event_date, JoinRule::span, {alone(ReportColumn::event_date), part("end_date")});
    if (part("killed_low") != JoinedColumn::none)
        join(ReportColumn::killed, JoinRule::bounds,
             {alone(ReportColumn::killed), part("killed_low"), part("killed_high")});
    if (part("injured_low") != JoinedColumn::none)
        join(ReportColumn::injured, JoinRule::bounds,
             {alone(ReportColumn::injured), part("injured_low"), part("injured_high")});
    return table;
}

std::vector<std::string> KnownTable::names_for(const std::vector<std::string>& first_row) {
    const auto is_number = [](const std::string& cell) {
        return cell.size() >= 6 && cell.find_first_not_of("0123456789") == std::string::npos;
    };
    constexpr std::size_t gkg_cells = 27;
    if (first_row.size() == gkg_cells && first_row.front().size() > 14 &&
        is_number(first_row.front().substr(0, 14)) && first_row.front()[14] == '-') {
        throw Error{
            "this is GDELT's Global Knowledge Graph, which lists documents and no events; take the events "
            "file of the same "
            "time (…export.CSV) from the same list"};
    }
    if (first_row.empty() || !is_number(first_row.front())) return {};
    for (const HeaderRow& row : header_rows) {
        if (row.cells == first_row.size()) return split_list(row.names, ",");
    }
    return {};
}

void KnownTable::apply(const std::vector<std::string>& row, Report& report) const {
    apply_nothing(row, report);
    if (m_place_code && has_precisions(m_name, true))
        apply_place(std::string(trimmed(row[*m_place_code])), report);
    if (m_date_code && has_precisions(m_name, false))
        apply_date(std::string(trimmed(row[*m_date_code])), report);
    // A table whose position without a town is the middle of an area says so by the town's absence.
    if (!m_place_code && report[ReportColumn::place].empty() && !report[ReportColumn::latitude].empty()) {
        const std::string unit = !report[ReportColumn::admin2].empty()   ? "district"
                                 : !report[ReportColumn::admin1].empty() ? "province"
                                                                         : "country";
        report[ReportColumn::place] = unit_in_words(report, unit);
        report[ReportColumn::coordinates_uncertainty_m] = unit;
    }
}

void KnownTable::apply_nothing(const std::vector<std::string>& row, Report& report) const {
    for (const Nothing& nothing : m_nothing) {
        std::string_view cell = trimmed(row[nothing.from]);
        if (cell.ends_with(".0")) cell.remove_suffix(2);
        if (std::find(nothing.words.begin(), nothing.words.end(), cell) != nothing.words.end())
            report[nothing.column].clear();
    }
}

void KnownTable::apply_place(const std::string& whole_code, Report& report) const {
    std::string code = whole_code.ends_with(".0") ? whole_code.substr(0, whole_code.size() - 2) : whole_code;
    const PrecisionRow* row = precision(m_name, true, code);
    std::string becomes = row != nullptr ? std::string(row->becomes) : "country";
    if (row == nullptr) {
        const bool empty = code.empty() || says_unknown(code);
        if (empty && report[ReportColumn::latitude].empty()) return;
        add_finding(report, "precision-not-known", Severity::warning, ReportColumn::coordinates_uncertainty_m,
                    m_name + "'s code of precision '" + code + "' is not known; the widest area is drawn");
    }
    const bool is_unit = becomes == "district" || becomes == "province" || becomes == "country";
    if (becomes == "district" && report[ReportColumn::admin2].empty() &&
        !report[ReportColumn::admin1].empty())
        becomes = "province";
    if (is_unit) {
        if (report[ReportColumn::place_words].empty())
            report[ReportColumn::place_words] = report[ReportColumn::place];
        report[ReportColumn::place] = unit_in_words(report, becomes);
    }
    report[ReportColumn::coordinates_uncertainty_m] = becomes;
}

void KnownTable::apply_date(const std::string& code, Report& report) const {
    const PrecisionRow* row = precision(m_name, false, code);
    if (row == nullptr || row->becomes == "day") return;
    std::string& text = report[ReportColumn::event_date];
    const DateReading read = read_date_text(text);
    if (!read.date || read.date->first != read.date->last) return;
    const Day day = read.date->first;
    constexpr std::chrono::days half_a_week{3};
    const std::string iso = to_iso(day);
    if (row->becomes == "week") text = to_iso(day - half_a_week) + "/" + to_iso(day + half_a_week) + "~";
    if (row->becomes == "month") text = iso.substr(0, 7);
    if (row->becomes == "year") text = iso.substr(0, 4);
}

}  // namespace incidentmap
