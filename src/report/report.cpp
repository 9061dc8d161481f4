// SPDX-License-Identifier: MIT
#include "report/report.hpp"

#include <utility>

namespace incidentmap {

std::string_view name_of(ReportColumn column) {
    return report_columns()[static_cast<std::size_t>(column)].name;
}

void add_finding(Report& report, std::string code, Severity severity, ReportColumn column,
                 std::string sentence) {
    report.findings.push_back({std::move(code), severity, report.file, report.row,
                               std::string(name_of(column)), std::move(sentence),
                               report[ReportColumn::incident_id], std::nullopt});
}

}  // namespace incidentmap
