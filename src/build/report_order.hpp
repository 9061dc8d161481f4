// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/hash.hpp"

namespace incidentmap {

/// Which reports are of one incident, and in which order incidents come: that of their first reports. About
/// 40 bytes a report, whatever the ids.
class ReportOrder {
  public:
    ReportOrder();

    /// The next report; reports are numbered from 1.
    void add(std::string_view incident_id);

    /// From now on the incidents of these two reports are one, which comes in the earlier one's turn.
    void merge(std::uint32_t report_a, std::uint32_t report_b);

    /// Which incident a report is of; the same number for those that were merged.
    std::uint32_t incident_of(std::uint32_t report) const;

    std::size_t size() const { return m_incident_of.size(); }
    std::size_t incident_count() const { return m_incident_count - m_merged.size(); }

    /// Calls \p take with the numbers of each incident's reports, ascending.
    void for_each_incident(const std::function<void(std::span<const std::uint32_t>)>& take) const;

  private:
    struct Slot {
        Hash128 hash;
        std::uint32_t incident = 0;  ///< from 1; 0: free
    };
    void grow();

    std::vector<Slot> m_slots;  ///< open addressing, a power of two
    std::vector<std::uint32_t> m_incident_of;
    std::uint32_t m_incident_count = 0;
    std::unordered_map<std::uint32_t, std::uint32_t> m_merged;  ///< into an earlier incident
};

}  // namespace incidentmap
