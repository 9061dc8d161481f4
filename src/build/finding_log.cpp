// SPDX-License-Identifier: MIT
#include "build/finding_log.hpp"

#include <algorithm>
#include <cassert>

#include "incident/checks/check_list.hpp"

namespace incidentmap {
namespace {

/// The cell that a finding is about, as it stands in its report; empty where it is about none.
std::string_view cell_of(const Finding& finding, const std::vector<Report>& reports) {
    const auto columns = report_columns();
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const ReportColumnInfo& info) {
        return info.name == finding.column;
    });
    const auto report = std::find_if(reports.begin(), reports.end(), [&](const Report& candidate) {
        return candidate.row == finding.row && candidate.file == finding.file;
    });
    if (column == columns.end() || report == reports.end()) return {};
    return report->cells[static_cast<std::size_t>(column - columns.begin())];
}

}  // namespace

bool FindingLog::is_ignored(const Finding& finding) const {
    return std::binary_search(m_ignored.begin(), m_ignored.end(), finding.code);
}

void FindingLog::count(const Finding& finding, std::string_view value) {
    assert(find_check(finding.code) != nullptr);
    m_reporter.finding(finding, value);
    FindingSummary& summary = m_by_code[finding.code];
    if (summary.count == 0 || finding.severity > summary.severity) {
        summary.severity = finding.severity;
        summary.example = to_line(finding);
    }
    ++summary.count;
    ++summary.by_severity[static_cast<std::size_t>(finding.severity)];
}

void FindingLog::add(std::vector<Finding> findings) {
    for (Finding& finding : findings) {
        if (is_ignored(finding)) continue;
        finding.column = m_inputs.name_in(finding.file, finding.column);
        count(finding, {});
        if (!m_output.is_public()) m_output.layers().add_finding(finding, m_output.rows());
    }
}

void FindingLog::note(std::vector<Finding>& of_incident, const std::vector<Report>& reports) {
    std::erase_if(of_incident, [this](const Finding& finding) { return is_ignored(finding); });
    for (Finding& finding : of_incident) {
        const std::string_view value = cell_of(finding, reports);
        finding.column = m_inputs.name_in(finding.file, finding.column);
        count(finding, value);
    }
}

}  // namespace incidentmap
