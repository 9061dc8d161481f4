// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// Collects OGR's failures on this thread while it lives: some are told in no other way, least of all when a
/// file is closed.
class OgrFailures {
  public:
    OgrFailures();
    ~OgrFailures();
    OgrFailures(const OgrFailures&) = delete;
    OgrFailures& operator=(const OgrFailures&) = delete;

    const std::string& first() const { return m_first; }

    /// \throws Error where anything failed, or \p is_done is false
    void check(bool is_done, const std::string& what) const;

  private:
    friend struct TakeOgrFailure;
    std::string m_first;
};

}  // namespace incidentmap
