// SPDX-License-Identifier: MIT
/// Published maximum ranges, from a table that the user gives: none is built in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.hpp"
#include "incident/incident.hpp"

namespace incidentmap {

/// A row of the table.
struct WeaponRange {
    std::string weapon;  ///< in lower case
    double range_km = 0;
    std::string source;
};

class WeaponRanges {
  public:
    WeaponRanges() = default;

    /// Reads the columns `weapon`, `range_km` (or `max_range_km`) and `source`. Rows that cannot be used are
    /// findings. \throws Error where the table cannot be read or has not these columns
    static WeaponRanges read(const std::string& path, std::vector<Finding>& findings);

    /// The row of the weapon that the words name, in any case: the longest of which every word stands there
    /// side by side. Null where there is none. Of several weapons (`a | b`) the one of the greatest range,
    /// and null where any is not in the table.
    const WeaponRange* find(std::string_view weapon) const;

    bool empty() const { return m_rows.empty(); }

  private:
    const WeaponRange* find_one(std::string_view weapon) const;

    std::vector<WeaponRange> m_rows;
};

/// A check of consistency of past reports: the measured distances of an incident against the published
/// maximum of its weapon. \param report the row that the findings are about
std::vector<Finding> check_ranges(const Incident& incident, const Report& report, const WeaponRanges& ranges);

}  // namespace incidentmap
