// SPDX-License-Identifier: MIT
/// Incidents that may be one, though their ids differ.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/date.hpp"
#include "incident/incident.hpp"

namespace incidentmap {

/// What is kept of an incident to compare it with others: 40 bytes.
struct Trace {
    std::int32_t first_day = 0;  ///< days since 1970
    float uncertainty_m = 0;
    float lon = 0;
    float lat = 0;
    std::uint32_t report = 0;  ///< the number of its first report, from 1
    std::uint32_t source = 0;  ///< of its first report: index into Sources::all(), plus 1; 0: none
    std::uint32_t place = 0;   ///< stands for its place's id; 0: none
    std::uint16_t type = 0;    ///< number of its event type; 0: not stated
    std::uint16_t sub_type = 0;
    std::uint16_t killed_low = 0;
    std::uint16_t killed_high = 0;  ///< below killed_low: not said
    std::uint8_t days = 1;
};

/// Two incidents that may be one.
struct DuplicatePair {
    std::uint32_t report_a = 0;  ///< the numbers of their first reports; a comes first
    std::uint32_t report_b = 0;
    double score = 0;  ///< 0 to 1, a product of stated factors (docs/same.md); no probability
    std::string why;   ///< the factors in words
};

/// Collects traces, and finds the pairs among them. Only incidents on the map as one or more points (the
/// first counts), known to 25 km or better, of a date known to a week or better are compared.
class DuplicateFinder {
  public:
    /// An incident whose first report has that number and source. \p source index; Report::no_source: none
    void add(const Incident& incident, std::uint32_t report, std::size_t source);

    /// The pairs of that score and above, best first, then in the order of their reports; at most the best
    /// \p most. Works day by day and cell by cell, never on all pairs; of more than 300 incidents of one day
    /// in one cell the first 300 are compared.
    std::vector<DuplicatePair> pairs(double least_score, std::size_t most);

    /// How many incidents were left out of the last pairs() as too many share their day and cell.
    std::int64_t not_compared() const { return m_not_compared; }

  private:
    std::uint16_t number_of(std::string_view text);
    void compare_day(std::int32_t day, const std::vector<std::uint32_t>& active, double least_score,
                     std::vector<DuplicatePair>& found);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::vector<Trace> m_traces;
    /// Event types and sub-types as they are written and in lower case.
    std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> m_words;
    std::vector<std::pair<std::int64_t, std::uint32_t>> m_cells;  ///< of one day; so are the pairs
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_pairs;
    std::int64_t m_not_compared = 0;
};

/// How alike two incidents are, with the reasons; nothing where they cannot be one: no day in common,
/// possible areas that do not meet, or kinds that differ (a protest next to a rocket attack).
std::optional<DuplicatePair> compare_traces(const Trace& a, const Trace& b);

}  // namespace incidentmap
