// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace incidentmap {

/// A folder of its own for passing files, gone with it.
class TemporaryFolder {
  public:
    /// \throws Error where none can be made
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

}  // namespace incidentmap
