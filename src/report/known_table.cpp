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

/// What a code of precision is about; what is said of a vicinity narrows the place's no more.
enum class PrecisionOf { place, vicinity, date };

struct PrecisionRow {
    std::string_view table;
    PrecisionOf of;
    std::string_view code;
    std::string_view becomes;
};

constexpr PrecisionRow precision_rows[] = {
#include "report/tables/known_precisions.inc"
};

/// What happened, by a code of the table; a code that ends in `*` stands for all that begin so.
struct EventRow {
    std::string_view table;
    std::string_view code;
    std::string_view event_type;  ///< empty: it is no incident, and the row is left out
    std::string_view sub_event_type;
};

constexpr EventRow event_rows[] = {
#include "report/tables/known_events.inc"
};

/// What is the same in all rows, where another column of theirs is filled.
struct ConstantRow {
    std::string_view table;
    std::string_view our_column;
    std::string_view value;
    std::string_view where_filled;  ///< one of our columns; empty: always
};

constexpr ConstantRow constant_rows[] = {
#include "report/tables/known_constants.inc"
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

/// A code without the `.0` that spreadsheets and pandas give a whole number.
std::string plain_code(std::string_view cell) {
    std::string code = lower_ascii(trimmed(cell));
    if (code.size() > 2 && code.ends_with(".0")) code.resize(code.size() - 2);
    return code;
}

const PrecisionRow* precision(std::string_view table, PrecisionOf of, std::string_view code) {
    const auto found =
        std::find_if(std::begin(precision_rows), std::end(precision_rows), [&](const PrecisionRow& row) {
            return row.table == table && row.of == of && lower_ascii(row.code) == code;
        });
    return found == std::end(precision_rows) ? nullptr : &*found;
}

const EventRow* event(std::string_view table, std::string_view code) {
    if (code.empty()) return nullptr;
    const auto found = std::find_if(std::begin(event_rows), std::end(event_rows), [&](const EventRow& row) {
        if (row.table != table) return false;
        const std::string known = lower_ascii(row.code);
        if (!known.ends_with('*')) return known == code;
        return code.starts_with(std::string_view(known).substr(0, known.size() - 1));
    });
    return found == std::end(event_rows) ? nullptr : &*found;
}

/// `10/5/2016 0:00:00` of a table that has the month first, in our own form.
void put_month_first(std::string& date) {
    if (date.find('/') == std::string::npos || (date.size() > 4 && date[4] == '-')) return;
    const DateReading read = read_date_text(date, DateOrder::month_first);
    if (read.date) date = to_edtf(*read.date);
}

/// `20201220223000`: a day, and a time of day that is left aside.
void put_day_of_stamp(std::string& date) {
    constexpr std::size_t digits = 14;
    if (date.size() != digits || date.find_first_not_of("0123456789") != std::string::npos) return;
    date = date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6, 2);
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
    table.read_columns(columns);
    return table;
}

void KnownTable::read_columns(const std::vector<std::string>& columns) {
    m_map.input = columns;
    m_map.is_known_table = true;
    m_map.read_as.resize(columns.size());
    std::map<std::string_view, std::size_t> parts;
    const auto code_in = [&](std::optional<std::size_t>& code, std::size_t index) {
        code = index;
        m_map.codes.push_back(index);
    };
    for (const ColumnRow& row : column_rows) {
        if (row.table != m_name) continue;
        const auto index = index_in(columns, row.their_column);
        if (!index || m_map.read_as[*index]) continue;
        ++m_known;
        if (row.our_column == "place_precision") code_in(m_place_code, *index);
        if (row.our_column == "vicinity") code_in(m_vicinity_code, *index);
        if (row.our_column == "date_precision") code_in(m_date_code, *index);
        if (row.our_column == "event_code") code_in(m_event_code, *index);
        if (read_further(row.our_column, *index)) continue;
        const bool is_list = row.our_column.ends_with(" ;");
        const std::string_view name =
            is_list ? row.our_column.substr(0, row.our_column.size() - 2) : row.our_column;
        const auto ours = our_column(name);
        if (!ours) {
            parts.emplace(name, *index);
        } else if (!m_map.index_of(*ours)) {
            m_map.read_as[*index] = *ours;
            if (is_list) m_lists.push_back(*ours);
            if (!row.nothing.empty()) m_nothing.push_back({*index, *ours, split_list(row.nothing, ",")});
        }
    }
    join_columns(parts);
}

/// `publisher too`, `attributed_to if 3`
bool KnownTable::read_further(std::string_view ours, std::size_t index) {
    const std::size_t blank = ours.find(' ');
    if (blank == std::string_view::npos) return false;
    const auto column = our_column(ours.substr(0, blank));
    const std::string_view rest = ours.substr(blank + 1);
    if (!column || !(rest == "too" || rest.starts_with("if "))) return false;
    m_further.push_back({index, *column, rest == "too" ? std::string{} : std::string(rest.substr(3))});
    m_map.codes.push_back(index);
    return true;
}

void KnownTable::join_columns(const std::map<std::string_view, std::size_t>& parts) {
    const auto part = [&](std::string_view name) {
        const auto at = parts.find(name);
        return at == parts.end() ? JoinedColumn::none : at->second;
    };
    const auto join = [&](ReportColumn column, JoinRule rule, std::vector<std::size_t> from) {
        for (const std::size_t i : from) {
            if (i != JoinedColumn::none) m_map.read_as[i] = column;
        }
        m_map.joined.push_back({column, rule, std::move(from)});
    };
    const auto alone = [&](ReportColumn column) {
        return m_map.index_of(column).value_or(JoinedColumn::none);
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

bool KnownTable::leaves_out(const std::vector<std::string>& row) const {
    if (!m_event_code) return false;
    const EventRow* known = event(m_name, plain_code(row[*m_event_code]));
    return known != nullptr && known->event_type.empty();
}

void KnownTable::apply(const std::vector<std::string>& row, Report& report) const {
    apply_nothing(row, report);
    for (const ReportColumn column : m_lists) {
        const std::vector<std::string> values = split_list(report[column], ";");
        if (values.size() > 1) report[column] = joined(values, " | ");
    }
    for (const Further& further : m_further) {
        const std::string_view cell = trimmed(row[further.from]);
        if (cell.empty()) continue;
        if (!further.only_for.empty() &&
            (!m_event_code || plain_code(row[*m_event_code]) != further.only_for))
            continue;
        std::string& ours = report[further.column];
        ours += (ours.empty() ? "" : " | ") + std::string(cell);
    }
    apply_constants(report);
    apply_place(row, report);
    if (m_date_code) apply_date(plain_code(row[*m_date_code]), report);
    put_day_of_stamp(report[ReportColumn::published]);
    apply_event(row, report);
    apply_constants(report);  // again: some stand only where another column was filled since
}

void KnownTable::apply_nothing(const std::vector<std::string>& row, Report& report) const {
    for (const Nothing& nothing : m_nothing) {
        std::string_view cell = trimmed(row[nothing.from]);
        if (cell.ends_with(".0")) cell.remove_suffix(2);
        if (std::find(nothing.words.begin(), nothing.words.end(), cell) != nothing.words.end())
            report[nothing.column].clear();
    }
}

/// A code that is in no row of the table is told. Where the table has no codes, the row `any` says what its
/// positions are, and a position without a town is the middle of the smallest area that is stated.
void KnownTable::apply_place(const std::vector<std::string>& cells, Report& report) const {
    const bool has_position = !report[ReportColumn::latitude].empty();
    const std::string code = m_place_code ? plain_code(cells[*m_place_code]) : std::string("any");
    const PrecisionRow* row = precision(m_name, PrecisionOf::place, code);
    std::string becomes = row != nullptr ? std::string(row->becomes) : "country";
    if (m_place_code && row == nullptr) {
        if ((code.empty() || says_unknown(code)) && !has_position) return;
        add_finding(report, "precision-not-known", Severity::warning, ReportColumn::coordinates_uncertainty_m,
                    m_name + "'s code of precision '" + code + "' is not known; the widest area is drawn");
        report.findings.back().column = m_map.input[*m_place_code];
    } else if (!m_place_code) {
        const std::string unit = !report[ReportColumn::admin2].empty()   ? "district"
                                 : !report[ReportColumn::admin1].empty() ? "province"
                                                                         : "country";
        const bool has_area = unit != "country" || !report[ReportColumn::country].empty();
        if (row == nullptr || !has_position) return;
        if (becomes == "named place" && report[ReportColumn::place].empty() && has_area) becomes = unit;
    }
    if (m_vicinity_code && becomes == "named place") {
        const PrecisionRow* wider =
            precision(m_name, PrecisionOf::vicinity, plain_code(cells[*m_vicinity_code]));
        if (wider != nullptr) becomes = wider->becomes;
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
    const int number = code.size() == 1 && code[0] >= '1' && code[0] <= '7' ? code[0] - '0' : 0;
    if (m_name == "ACLED") report.stated_precision.geo_precision = number;
    if (m_name == "UCDP GED") report.stated_precision.where_prec = number;
}

void KnownTable::apply_date(const std::string& code, Report& report) const {
    const PrecisionRow* row = precision(m_name, PrecisionOf::date, code);
    if (row == nullptr) return;
    if (m_name == "ACLED") report.stated_precision.time_precision = code[0] - '0';
    if (row->becomes == "day") return;
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

void KnownTable::apply_event(const std::vector<std::string>& row, Report& report) const {
    if (!m_event_code) return;
    const EventRow* known = event(m_name, plain_code(row[*m_event_code]));
    if (known == nullptr || known->event_type == "=") return;
    report[ReportColumn::event_type] = known->event_type;
    if (report[ReportColumn::sub_event_type].empty())
        report[ReportColumn::sub_event_type] = known->sub_event_type;
}

void KnownTable::apply_constants(Report& report) const {
    for (const ConstantRow& row : constant_rows) {
        if (row.table != m_name) continue;
        if (row.our_column == "date_order") {
            put_month_first(report[ReportColumn::event_date]);
            continue;
        }
        const auto column = our_column(row.our_column);
        const auto where = our_column(row.where_filled);
        if (column && report[*column].empty() && (!where || !report[*where].empty()))
            report[*column] = row.value;
    }
}

}  // namespace incidentmap
