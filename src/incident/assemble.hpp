// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include "incident/checks/checks.hpp"
#include "incident/incident.hpp"
#include "locate/decisions.hpp"
#include "locate/remembered.hpp"
#include "locate/resolver.hpp"
#include "report/report.hpp"
#include "report/source.hpp"

namespace incidentmap {

/// Puts the reports of one incident together: where it was (by the places that most independent reports agree
/// on), when, what, how far from where it is said to have been launched, and in what its reports differ.
class Assembler {
  public:
    /// All must outlive the assembler and what it returns.
    Assembler(Resolver& resolver, Decisions& decisions, Sources& sources, CheckOptions checks = {})
        : m_resolver(resolver),
          m_decisions(decisions),
          m_sources(sources),
          m_checks(resolver, std::move(checks)) {}

    /// The incident of one or more reports whose cells have been read and whose sources were found. What it
    /// refers to lasts until the next call.
    Incident assemble(const std::vector<Report>& reports);

    /// Finds the source of a report, by its source_id or made from its own publisher, title, date and
    /// address, and notes it in the report. To be called once for each, before assemble().
    void find_source(Report& report);

    /// An incident with more reports than this is put together from the first ones, and a finding says so.
    static constexpr std::size_t most_reports = 1'000;

  private:
    Query query_of(const Report& report, PlaceColumn column, std::size_t index) const;
    std::vector<Companion> company_of(const Report& report, const Query& query);
    const Location& resolve(const Report& report, PlaceColumn column, std::size_t index);
    Decisions::Decided find(Incident& incident, const Report& report, PlaceColumn column, std::size_t index);
    std::vector<IncidentLocation> places_of(Incident& incident, CheckedReport& checked);
    std::vector<LaunchSite> launches_of(Incident& incident, CheckedReport& checked);
    void place(Incident& incident, const std::vector<Report>& reports);
    void launch(Incident& incident);
    void measure_all(Incident& incident);
    void tell_sources(Incident& incident, const std::vector<Report>& reports) const;
    const Source& source_of(const Report& report) const;
    const Location& keep(Location location);

    Resolver& m_resolver;
    Decisions& m_decisions;
    Sources& m_sources;
    Checks m_checks;
    std::vector<CheckedReport> m_checked;  ///< the reports of the incident that is being put together
    const std::vector<Report>* m_reports = nullptr;  ///< those that are being put together
    std::deque<Location> m_kept;  ///< locations from numbers, and the ambiguous ones that disagreement makes
    Remembered<std::shared_ptr<const Measure>> m_measures{100'000};
};

}  // namespace incidentmap
