// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <thread>
#include <utility>

#include "build/report_collection.hpp"
#include "incident/assemble.hpp"

namespace incidentmap {

/// From collected reports to incidents with their places.
class Placing {
  public:
    /// All must outlive it. Sources that the reports name are added to \p sources.
    /// \param threads that look places up ahead of those that are placed; 1: none does; 0: as many as there
    /// are processors
    Placing(Resolver& resolver, Decisions& decisions, Sources& sources, CheckOptions checks, unsigned threads)
        : m_resolver{resolver},
          m_threads{threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency())},
          m_assembler{resolver, decisions, sources, std::move(checks)} {}

    /// Calls \p take with each incident, in the order of the incidents' first reports. What the incident
    /// refers to lasts until \p take returns. \param is_wanted those that it is false of are not placed; all
    /// are where it is empty
    void for_each_incident(ReportCollection& reports,
                           const std::function<void(Incident&, const IncidentReports&)>& take,
                           const std::function<bool(const IncidentReports&)>& is_wanted = {});

    /// Finds the source of a report that no incident is put together from.
    void find_source(Report& report) { m_assembler.find_source(report); }

  private:
    void place(IncidentReports& reports, const std::function<void(Incident&, const IncidentReports&)>& take);

    Resolver& m_resolver;
    unsigned m_threads;
    Assembler m_assembler;
};

/// The country that the reports of an incident state, by its code; empty where none does.
std::string stated_country(const IncidentReports& reports);

}  // namespace incidentmap
