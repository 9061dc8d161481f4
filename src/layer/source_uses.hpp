// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace incidentmap {

/// How often a source is used.
struct SourceUse {
    std::int64_t reports = 0;
    std::int64_t incidents = 0;
};

/// Counts the reports, and the distinct incidents, of each source. Holds 16 bytes a report.
class SourceUses {
  public:
    /// A report of an incident; one without a source counts for none.
    void add(const std::string& source_id, const std::string& incident_id);

    std::unordered_map<std::string, SourceUse> counts() const;

  private:
    struct Pair {
        std::uint32_t source = 0;
        std::uint64_t incident = 0;  ///< a hash of its id
        friend bool operator==(const Pair&, const Pair&) = default;
    };
    std::unordered_map<std::string, std::uint32_t> m_by_id;
    std::vector<std::int64_t> m_reports;
    std::vector<Pair> m_pairs;
};

}  // namespace incidentmap
