// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include "incident/checks/checks.hpp"
#include "incident/incident.hpp"
#include "locate/decisions.hpp"
#include "locate/locate_report.hpp"
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
          m_locator(resolver, decisions),
          m_sources(sources),
          m_checks(resolver, std::move(checks)) {}

    /// The incident of one or more reports whose cells have been read and whose sources were found. What it
    /// refers to lasts until the next call.
    Incident assemble(const std::vector<Report>& reports);

    /// Finds the sources of a report, by their source_id or made from its own publisher, title, date and
    /// address (several with ` | ` between), and notes them in the report. To be called once for each, before
    /// assemble().
    void find_source(Report& report);

    /// An incident with more reports than this is put together from the first ones, and a finding says so.
    static constexpr std::size_t most_reports = 1'000;
    /// Distances between more launch places and places hit are not measured.
    static constexpr std::size_t most_pairs = 64;

  private:
    void locate(Incident& incident, const Report& report, const std::vector<Report>& reports);
    void place(Incident& incident, const std::vector<Report>& reports);
    void launch(Incident& incident);
    void measure_all(Incident& incident);
    void tell_sources(Incident& incident, const std::vector<Report>& reports) const;
    static std::vector<Source> sources_of(const Report& report);
    std::size_t index_of(Source source);
    const Source& source_of(const Report& report) const;
    const Location& keep(Location location);

    Resolver& m_resolver;
    ReportLocator m_locator;
    Sources& m_sources;
    Checks m_checks;
    std::vector<CheckedReport> m_checked;  ///< the reports of the incident that is being put together
    std::deque<Location> m_kept;           ///< the ambiguous ones that disagreement makes
    Remembered<std::shared_ptr<const Measure>> m_measures{20'000};
};

}  // namespace incidentmap
