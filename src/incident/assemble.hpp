// SPDX-License-Identifier: MIT
#pragma once

#include "incident/incident.hpp"
#include "locate/resolver.hpp"
#include "locate/measure.hpp"
#include "report/report.hpp"
#include "report/source.hpp"

#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace incidentmap {

/// Puts the reports of one incident together: where it was (by the places that most independent reports agree on),
/// when, what, how far from where it is said to have been launched, and in what its reports differ.
class Assembler {
  public:
    /// Both must outlive the assembler and what it returns.
    Assembler(Resolver& resolver, Sources& sources) : m_resolver(resolver), m_sources(sources) {}

    /// The incident of one or more reports whose cells have been read. What it refers to lasts until the next call.
    Incident assemble(const std::vector<Report>& reports);

    /// The source of a report: by its source_id, or made from its own publisher, title, date and address.
    const Source& source_of(const Report& report);

    /// An incident with more reports than this is put together from the first ones, and a finding says so.
    static constexpr std::size_t most_reports = 1'000;

  private:
    std::vector<IncidentLocation> places_of(const Report& report, std::vector<Finding>& findings);
    std::vector<LaunchSite> launches_of(const Report& report);
    void place(Incident& incident, const std::vector<Report>& reports);
    void launch(Incident& incident, const std::vector<Report>& reports);
    void measure_all(Incident& incident);
    void tell_sources(Incident& incident, const std::vector<Report>& reports);
    const Location& keep(Location location);
    void forget();

    Resolver& m_resolver;
    Sources& m_sources;
    std::deque<Location> m_kept;  ///< locations from numbers, and the ambiguous ones that disagreement makes
    std::map<std::pair<std::uint64_t, std::uint64_t>, Measure> m_measures;  ///< by the serials of both ends
};

}  // namespace incidentmap
