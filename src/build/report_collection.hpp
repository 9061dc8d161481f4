// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "build/report_order.hpp"
#include "report/country_cells.hpp"
#include "report/reader.hpp"
#include "report/report_store.hpp"

namespace incidentmap {

/// The reports of one incident.
struct IncidentReports {
    std::vector<Report> first;               ///< as many as an incident is put together from; cells are read
    std::span<const std::uint32_t> numbers;  ///< of all of them, ascending
    std::set<std::string> merged_ids;        ///< the incident_ids that its own one stands for too
};

/// The reports of a build, kept on disk until their incident's turn comes.
class ReportCollection {
  public:
    /// Gives a report ids where it has none, and keeps it. \return its number, from 1
    std::uint32_t add(Report& report);

    std::int64_t size() const { return static_cast<std::int64_t>(m_order.size()); }
    std::int64_t incident_count() const { return static_cast<std::int64_t>(m_order.incident_count()); }
    ReportOrder& order() { return m_order; }
    ReportStore& store() { return m_store; }

    /// How the cells of each input are read, by its name. To be called before the first incident is taken.
    void read_as(std::map<std::string, ReadOptions> options) { m_options = std::move(options); }

    /// Calls \p take with the reports of each incident, in the order of the incidents' first reports. Those
    /// of an incident that was merged into it get its id.
    void for_each_incident(const std::function<void(IncidentReports&)>& take);

    /// The reports of an incident beyond the first ones; cells are not read.
    Report later_report(std::uint32_t number, const std::string& incident_id);

  private:
    std::map<std::string, ReadOptions> m_options;
    std::map<std::string, CountryCells> m_countries;  ///< of each input, by its name
    IdMaker m_ids;
    ReportOrder m_order;
    ReportStore m_store;
};

}  // namespace incidentmap
