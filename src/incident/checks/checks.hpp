// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/date.hpp"
#include "incident/checks/checked_report.hpp"
#include "incident/checks/stated_areas.hpp"
#include "incident/checks/weapon_ranges.hpp"
#include "incident/incident.hpp"
#include "locate/resolver.hpp"

namespace incidentmap {

/// What the checks are given besides the reports.
struct CheckOptions {
    std::optional<Day> today;  ///< dates after it are in the future; none: that is not asked
    WeaponRanges ranges;
};

/// All checks of what reports say, one after the other. Whatever depends on a place, a pair of places or a
/// source is looked up once.
class Checks {
  public:
    /// \p resolver must outlive it
    Checks(Resolver& resolver, CheckOptions options);

    /// Adds to the incident's findings what does not add up in it and in its reports. To be called once all
    /// else of the incident is known.
    void check(Incident& incident, const std::vector<CheckedReport>& reports);

  private:
    void check_positions(Incident& incident, const CheckedReport& checked);
    void check_kinds(Incident& incident, const CheckedReport& checked,
                     const std::vector<CheckedPlace>& places, ReportColumn column);
    void check_said(Incident& incident, const CheckedReport& checked, bool is_launch);
    void tell_disagreements(Incident& incident, const std::vector<CheckedReport>& reports) const;
    const std::optional<EventDate>& published(const Source& source);
    const std::optional<std::string>& kind_of(const std::string& words, const std::string& kind);

    Resolver& m_resolver;
    CheckOptions m_options;
    StatedAreas m_areas;
    std::unordered_map<std::string, std::optional<EventDate>> m_published;  ///< by the source's own text
    std::unordered_map<std::string, std::optional<std::string>> m_kinds;    ///< by words and kind
};

}  // namespace incidentmap
