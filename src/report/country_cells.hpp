// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "report/report.hpp"

namespace incidentmap {

/// The one word of tables that says that nothing is known (pandas, R) and is a country's code too.
inline constexpr std::string_view not_available_or_namibia = "NA";

/// How one input says its countries, which tells what `NA` means there.
class CountryCells {
  public:
    void see(const Report& report);

    /// `NA` is Namibia where a country is said in two capital letters, and never in any other way. Else it
    /// says that nothing is known.
    bool na_is_namibia() const { return m_codes > 0 && m_names == 0; }

    /// Reads `NA` so, once all reports of the input have been seen; before read_cells().
    void read(Report& report) const;

  private:
    std::int64_t m_codes = 0;
    std::int64_t m_names = 0;
};

}  // namespace incidentmap
