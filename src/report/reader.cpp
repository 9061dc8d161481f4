// SPDX-License-Identifier: MIT
#include "report/reader.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "core/count.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "report/column_names.hpp"
#include "report/country_cells.hpp"
#include "report/joined_cells.hpp"
#include "report/summary_rows.hpp"

namespace incidentmap {

namespace {

/// How a table of reports shows where it begins, unless the row was named.
TableOptions with_rules(const InputOptions& options) {
    TableOptions table = options.table;
    table.header.known = [](const std::vector<std::string>& names) { return known_columns(names); };
    if (options.use_known_tables) table.header.names_for = KnownTable::names_for;
    return table;
}

std::vector<std::pair<ReportColumn, std::string>> assumed_cells(
    const std::map<std::string, std::string>& assumed) {
    std::vector<std::pair<ReportColumn, std::string>> cells;
    for (const auto& [name, value] : assumed) {
        const auto column = column_named(name);
        if (!column)
            throw UsageError{"--assume " + name + "=" + value + ": there is no column '" + name +
                             "' in a report table"};
        cells.emplace_back(*column, value);
    }
    return cells;
}

}  // namespace

ReportReader::ReportReader(const std::string& path, const InputOptions& options)
    : m_name(path == "-" ? "standard input" : std::filesystem::path(path).filename().string()),
      m_table(Table::open(path, with_rules(options))),
      m_known(options.use_known_tables && options.column_names.empty() ? KnownTable::of(m_table.columns())
                                                                       : std::nullopt),
      m_map(m_known ? m_known->map()
                    : map_columns(m_name, m_table.columns(), options.column_names, options.needs_place)),
      m_assumed(assumed_cells(options.assumed)) {
    for (std::size_t i = 0; i < m_map.input.size(); ++i) {
        if (!m_map.read_as[i]) m_extra.push_back(m_map.input[i]);
        m_is_joined.push_back(m_map.is_joined(i) ? 1 : 0);
    }
    for (std::size_t i = 0; i < report_column_count; ++i) {
        const auto column = static_cast<ReportColumn>(i);
        if (!m_map.index_of(column)) m_absent.push_back(column);
    }
    m_with_drafts = options.with_drafts;
    const auto status = std::find(m_map.input.begin(), m_map.input.end(), "status");
    if (status != m_map.input.end() &&
        std::find(m_map.input.begin(), m_map.input.end(), "draft_id") != m_map.input.end())
        m_draft_status = static_cast<std::size_t>(status - m_map.input.begin());
}

ReportReader::Standing ReportReader::standing_of(const Row& row) const {
    if (!m_draft_status) return Standing::settled;
    const std::string status = lower_ascii(trimmed(row.cells[*m_draft_status]));
    if (status == "confirmed" || status == "changed" || status == "added") return Standing::settled;
    return status == "rejected" || !m_with_drafts ? Standing::left_out : Standing::draft;
}

namespace {

/// Most of its cells that are not empty begin with `#` and a letter, as HXL's tags do.
bool is_hxl(const Row& row) {
    std::size_t filled = 0;
    std::size_t tags = 0;
    for (const std::string& cell : row.cells) {
        const std::string_view text = trimmed(cell);
        filled += text.empty() ? 0 : 1;
        tags +=
            text.size() > 2 && text[0] == '#' && ((text[1] | 0x20) >= 'a' && (text[1] | 0x20) <= 'z') ? 1 : 0;
    }
    return tags > 0 && tags * 2 > filled;
}

/// A cell that says in a word that nothing is known is as good as empty.
bool is_as_good_as_empty(ReportColumn column, std::string_view cell) {
    using enum ReportColumn;
    if (cell.size() > 40 || cell.empty()) return false;
    switch (column) {
        case country:
        case launch_country:  // what all rows have there decides
            return cell != not_available_or_namibia && says_nothing(cell);
        case place:
        case admin1:
        case admin2:
        case launch_place:
        case launch_admin1:
            return says_nothing(cell);
        case killed:
        case injured:
        case weapon_count:
        case notes:
            return false;
        case event_date:
        case published:
            return cell == "None" || says_no_figure(cell);
        default:
            return cell == "None" || says_unknown(cell);
    }
}

/// Several sources in a cell, parted as ours are: `AFP; Radio Dabanga`, or two addresses.
void part_sources(Report& report) {
    for (const ReportColumn column : {ReportColumn::publisher, ReportColumn::url}) {
        std::string& cell = report[column];
        if (cell.find(';') == std::string::npos || cell.find('|') != std::string::npos) continue;
        const std::vector<std::string> parts = split_list(cell, ";");
        const bool are_sources = column == ReportColumn::publisher ||
                                 std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
                                     return part.starts_with("http");
                                 });
        if (parts.size() > 1 && are_sources) cell = joined(parts, " | ");
    }
}

}  // namespace

bool ReportReader::is_no_report(const Row& row) {
    if (m_rows == 1 && is_hxl(row)) {
        m_survey.tell_hxl_row(row.number);
        return true;
    }
    switch (sort_of_row(row.cells, m_map)) {
        case RowSort::total:
            m_survey.tell_total_row(row.number);
            return true;
        case RowSort::note:
            m_survey.tell_note_row(row.number);
            return true;
        case RowSort::report:
            break;
    }
    return false;
}

void ReportReader::take_cells(const Row& row) {
    std::size_t extra = 0;
    for (std::size_t i = 0; i < m_map.read_as.size(); ++i) {
        const auto column = m_map.read_as[i];
        if (!column) {
            m_report.extra[extra++] = row.cells[i];
        } else if (!m_is_joined[i]) {
            const std::string_view cell = trimmed(row.cells[i]);
            m_report[*column].assign(is_as_good_as_empty(*column, cell) ? std::string_view{} : cell);
        }
    }
    for (const JoinedColumn& made : m_map.joined) m_report[made.column] = joined_cell(made, row.cells);
    for (const auto& [column, value] : m_assumed) {
        const bool is_country = column == ReportColumn::country || column == ReportColumn::launch_country;
        const bool is_open =
            m_report[column].empty() || (is_country && m_report[column] == not_available_or_namibia);
        if (is_open) m_report[column] = value;
    }
}

std::vector<std::string> ReportReader::notes() const {
    std::vector<std::string> notes = m_table.notes();
    if (m_known) {
        notes.insert(notes.begin(), "read as a table of " + m_known->name() + " (" +
                                        std::to_string(m_known->known()) + " of " +
                                        std::to_string(m_map.input.size()) +
                                        " columns known); --table none reads it as any other");
    }
    return notes;
}

Report* ReportReader::next() {
    const Row* row = m_table.next();
    for (; row != nullptr; row = m_table.next()) {
        ++m_rows;
        if (m_known && m_known->leaves_out(row->cells)) {
            m_survey.tell_left_out();
        } else if (standing_of(*row) == Standing::left_out) {
            m_survey.tell_unconfirmed_row();
        } else if (!is_no_report(*row)) {
            break;
        }
    }
    if (row == nullptr) return nullptr;
    m_raw = row->cells;
    m_report.file = m_name;
    m_report.row = row->number;
    m_report.findings.clear();
    m_report.stated_precision = {};
    m_report.is_draft = standing_of(*row) == Standing::draft;
    m_report.extra.resize(m_extra.size());
    for (ReportColumn column : m_absent) m_report[column].clear();
    take_cells(*row);
    if (m_known) m_known->apply(row->cells, m_report);
    part_sources(m_report);
    m_survey.see(m_report);
    for (const RowProblem& problem : row->problems) {
        m_report.findings.push_back({problem.code, Severity::warning, m_name, row->number, problem.column,
                                     problem.sentence, m_report[ReportColumn::incident_id], std::nullopt});
    }
    return &m_report;
}

void IdMaker::fill_ids(Report& report) {
    std::string& report_id = report[ReportColumn::report_id];
    std::string& incident_id = report[ReportColumn::incident_id];
    if (!report_id.empty() && !incident_id.empty()) return;
    const auto numbered = [&](const std::string& text, const Hash128& seen) {
        const int number = ++m_seen[seen];
        return text + (number > 1 ? "-" + std::to_string(number) : "");
    };
    if (!report_id.empty()) {
        // The report's own id outlasts a corrected cell.
        incident_id = numbered("i-" + report_id, hash128("id\x1F" + report_id));
        return;
    }
    std::string content;
    for (const std::string& cell : report.cells) (content += cell) += '\x1F';
    for (const std::string& cell : report.extra) (content += cell) += '\x1F';
    const Hash128 hash = hash128(content);
    const std::string made = numbered(short_hex(hash), hash);
    if (report_id.empty()) report_id = "r-" + made;
    if (incident_id.empty()) incident_id = "i-" + made;
}

}  // namespace incidentmap
