// SPDX-License-Identifier: MIT
#include "report/reader.hpp"

#include <filesystem>

#include "core/text.hpp"

namespace incidentmap {

ReportReader::ReportReader(const std::string& path, const InputOptions& options)
    : m_name(path == "-" ? "standard input" : std::filesystem::path(path).filename().string()),
      m_table(Table::open(path, options.table)),
      m_map(map_columns(m_name, m_table.columns(), options.column_names)) {
    for (std::size_t i = 0; i < m_map.input.size(); ++i) {
        if (!m_map.read_as[i]) m_extra.push_back(m_map.input[i]);
    }
    for (std::size_t i = 0; i < report_column_count; ++i) {
        const auto column = static_cast<ReportColumn>(i);
        if (!m_map.index_of(column)) m_absent.push_back(column);
    }
}

Report* ReportReader::next() {
    const Row* row = m_table.next();
    if (row == nullptr) return nullptr;
    m_report.file = m_name;
    m_report.row = row->number;
    m_report.findings.clear();
    m_report.extra.resize(m_extra.size());
    for (ReportColumn column : m_absent) m_report[column].clear();
    std::size_t extra = 0;
    for (std::size_t i = 0; i < m_map.read_as.size(); ++i) {
        if (const auto column = m_map.read_as[i]) {
            m_report[*column].assign(trimmed(row->cells[i]));
        } else {
            m_report.extra[extra++] = row->cells[i];
        }
    }
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
    std::string content;
    for (const std::string& cell : report.cells) (content += cell) += '\x1F';
    for (const std::string& cell : report.extra) (content += cell) += '\x1F';
    const Hash128 hash = hash128(content);
    const int number = ++m_seen[hash];
    const std::string made = short_hex(hash) + (number > 1 ? "-" + std::to_string(number) : "");
    if (report_id.empty()) report_id = "r-" + made;
    if (incident_id.empty()) incident_id = "i-" + made;
}

}  // namespace incidentmap
