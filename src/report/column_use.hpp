// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/columns.hpp"

namespace incidentmap {

/// What a column of an input holds: enough of its values to see what they are.
class ColumnValues {
  public:
    void see(std::string_view cell);

    std::int64_t filled() const { return m_filled; }
    /// The first values that differ, at most 200, in the order in which they came.
    std::span<const std::string> values() const { return m_values; }
    /// True where no value was met twice.
    bool all_differ() const { return !m_repeats; }

  private:
    std::int64_t m_filled = 0;
    bool m_repeats = false;
    std::vector<std::string> m_values;
    std::set<std::string, std::less<>> m_seen;
};

/// What a column that is not recognised may be.
struct LikelyUse {
    ReportColumn column;
    std::string why;    ///< `its values are dates`
    bool sure = false;  ///< else it is only offered: several columns may be that
};

/// By what its values are (dates, positions, countries, addresses, kinds of events, numbers, long texts),
/// which of our columns it may be that no column is read as. Nothing where the values do not say.
std::optional<LikelyUse> likely_use(std::string_view header, const ColumnValues& values,
                                    const ColumnMap& map);

}  // namespace incidentmap
