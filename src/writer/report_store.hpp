// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace incidentmap {

/// Keeps reports on disk, in a temporary file that is gone with it, until it is known which of them are written.
class ReportStore {
  public:
    /// \param further_headers the input's own columns. \throws Error where no temporary file can be made
    explicit ReportStore(const std::vector<std::string>& further_headers);
    ~ReportStore();
    ReportStore(ReportStore&&) noexcept;
    ReportStore& operator=(ReportStore&&) noexcept;

    void add(const Report& report);

    /// A report that was added, by its number (1 for the first), good until the next call.
    Report& report(std::int64_t number);

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
