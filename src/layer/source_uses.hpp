// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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
    /// A report of an incident. \param source index into Sources::all(); Report::no_source counts for none
    void add(std::size_t source, const std::string& incident_id);

    /// By index; those after the last one used are left out.
    std::vector<SourceUse> counts() const;

  private:
    struct Pair {
        std::uint32_t source = 0;
        std::uint64_t incident = 0;  ///< a hash of its id
        friend bool operator==(const Pair&, const Pair&) = default;
    };
    std::vector<std::int64_t> m_reports;  ///< by source
    std::vector<Pair> m_pairs;
};

}  // namespace incidentmap
