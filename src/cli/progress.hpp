// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

namespace incidentmap {

/// One line on standard error that tells how far long work is: only on a terminal, and only past half a second.
class ProgressLine {
  public:
    ProgressLine();
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `reading reports  120,000  (240,000/s)`; with \p of above 0 a bar and a percentage. At most ten times a second.
    void show(const char* what, std::int64_t done, std::int64_t of);

    /// Takes the line away.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;
    bool m_terminal;
    bool m_shown = false;
    Clock::time_point m_start;
    Clock::time_point m_last;
    const char* m_what = nullptr;
    Clock::time_point m_what_since;
};

}  // namespace incidentmap
