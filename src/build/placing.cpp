// SPDX-License-Identifier: MIT
#include "build/placing.hpp"

#include <string>

#include "build/look_ahead.hpp"
#include "core/fault.hpp"
#include "gazetteer/country.hpp"

namespace incidentmap {
namespace {

void tell_too_many(Incident& incident, const IncidentReports& reports) {
    if (reports.numbers.size() == reports.first.size()) return;
    const Report& first = reports.first.front();
    incident.findings.push_back({"too-many-reports", Severity::warning, first.file, first.row, "incident_id",
                                 std::to_string(reports.numbers.size()) + " rows share the incident_id '" +
                                     incident.id + "'; the incident was put together from the first " +
                                     std::to_string(reports.first.size()) +
                                     ". Check that the column is the right one",
                                 incident.id, std::nullopt});
}

}  // namespace

void Placing::place(IncidentReports& reports,
                    const std::function<void(Incident&, const IncidentReports&)>& take) {
    Incident incident = m_assembler.assemble(reports.first);
    tell_too_many(incident, reports);
    take(incident, reports);
}

void Placing::for_each_incident(ReportCollection& collection,
                                const std::function<void(Incident&, const IncidentReports&)>& take,
                                const std::function<bool(const IncidentReports&)>& is_wanted) {
    LookAhead ahead(m_resolver, m_threads, collection.incident_count());
    const auto place_next = [&](IncidentReports& reports, bool is_placed) {
        const Report& first = reports.first.front();
        const auto doing = [&] {
            return "placing incident " + first[ReportColumn::incident_id] + " (" + first.file + ", row " +
                   std::to_string(first.row) + ")";
        };
        blaming_us(doing, [&] {
            // In their order, whatever was looked up ahead, so that sources are numbered alike.
            for (Report& report : reports.first) m_assembler.find_source(report);
            if (is_placed) place(reports, take);
        });
        m_resolver.forget_if_large();
    };
    collection.for_each_incident([&](IncidentReports& reports) {
        const bool is_placed = !is_wanted || is_wanted(reports);
        ahead.add(std::move(reports), is_placed, place_next);
    });
    ahead.finish(place_next);
}

std::string stated_country(const IncidentReports& reports) {
    for (const Report& report : reports.first) {
        if (std::string code = country_code(report[ReportColumn::country]); !code.empty()) return code;
    }
    return {};
}

}  // namespace incidentmap
