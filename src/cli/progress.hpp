// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "core/progress.hpp"

namespace incidentmap {

/// `placing incidents  [##########..........]  50 %  2 s left  120,000 of 240,000  60,000/s`; without a total
/// what is done and the rate alone. Cut at \p columns of a terminal.
/// \param seconds since the phase began; the time left supposes that the rest goes as what is done went
std::string progress_text(const Progress& progress, double seconds, std::size_t columns);

/// One line on standard error that tells how far long work is: only on a terminal, and only past half a
/// second.
class ProgressLine {
  public:
    /// \param wanted false: it never shows anything
    explicit ProgressLine(bool wanted = true);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// False: from now on it shows nothing.
    void wants(bool wanted);

    /// At most ten times a second.
    void show(const Progress& progress);

    /// Takes the line away, as what is printed next would stand behind it.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;
    bool m_shows;
    bool m_shown = false;
    Clock::time_point m_start;
    Clock::time_point m_last;
    std::string m_what;
    Clock::time_point m_what_since;
};

}  // namespace incidentmap
