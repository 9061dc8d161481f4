// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace incidentmap {

/// Keeps reports as they came, in a temporary file without a name that is gone with it, so that reports of
/// one incident are found again wherever they stood in the inputs. 8 bytes of memory a report.
class ReportStore {
  public:
    /// \throws Error where no temporary file can be made.
    ReportStore();
    ~ReportStore();
    ReportStore(const ReportStore&) = delete;
    ReportStore& operator=(const ReportStore&) = delete;

    /// Keeps the report's file, row, cells and findings; not what was read from the cells.
    void add(const Report& report);

    /// A report that was added, by its number (1 for the first). Fastest in ascending order. \throws Error
    Report report(std::int64_t number);

  private:
    void flush();
    std::string_view bytes(std::size_t offset, std::size_t size);

    int m_file = -1;
    std::size_t m_written = 0;
    std::string m_waiting;  ///< what was added and is not in the file yet
    std::string m_window;   ///< a part of the file
    std::size_t m_window_start = 0;
    std::vector<std::uint64_t> m_starts;  ///< where each report begins, and where the last one ends
    std::vector<std::string> m_files;     ///< the inputs' names
};

}  // namespace incidentmap
