// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/spool_file.hpp"
#include "report/report.hpp"

namespace incidentmap {

/// Keeps reports as they came, in a temporary file without a name that is gone with it, so that reports of
/// one incident are found again wherever they stood in the inputs. 8 bytes of memory a report.
class ReportStore {
  public:
    /// \throws Error where no temporary file can be made.
    ReportStore();

    /// Keeps the report's file, row, cells and findings; not what was read from the cells.
    void add(const Report& report);

    /// A report that was added, by its number (1 for the first). Fastest in ascending order. \throws Error
    Report report(std::int64_t number);

  private:
    SpoolFile m_file;
    std::vector<std::uint64_t> m_starts;  ///< where each report begins, and where the last one ends
    std::vector<std::string> m_files;     ///< the inputs' names
};

}  // namespace incidentmap
