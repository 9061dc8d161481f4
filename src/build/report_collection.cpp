// SPDX-License-Identifier: MIT
#include "build/report_collection.hpp"

#include <algorithm>

#include "incident/assemble.hpp"

namespace incidentmap {

using Column = ReportColumn;

std::uint32_t ReportCollection::add(Report& report) {
    m_ids.fill_ids(report);
    m_countries[report.file].see(report);
    m_order.add(report[Column::incident_id]);
    m_store.add(report);
    return static_cast<std::uint32_t>(m_order.size());
}

void ReportCollection::for_each_incident(const std::function<void(IncidentReports&)>& take) {
    IncidentReports reports;
    m_order.for_each_incident([&](std::span<const std::uint32_t> numbers) {
        reports.first.clear();
        reports.merged_ids.clear();
        reports.numbers = numbers;
        for (std::uint32_t number : numbers.first(std::min(numbers.size(), Assembler::most_reports))) {
            Report& report = reports.first.emplace_back(m_store.report(number));
            const std::string& id = reports.first.front()[Column::incident_id];
            if (report[Column::incident_id] != id) {
                reports.merged_ids.insert(report[Column::incident_id]);
                report[Column::incident_id] = id;
            }
            m_countries[report.file].read(report);
            read_cells(report, m_options[report.file]);
        }
        take(reports);
    });
}

Report ReportCollection::later_report(std::uint32_t number, const std::string& incident_id) {
    Report report = m_store.report(number);
    report[Column::incident_id] = incident_id;
    m_countries[report.file].read(report);
    return report;
}

}  // namespace incidentmap
