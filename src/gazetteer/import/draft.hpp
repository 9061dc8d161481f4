// SPDX-License-Identifier: MIT
/// A file that is written beside the one it is to become.
#pragma once

#include <filesystem>
#include <string>

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

/// An empty file `.NAME.part` beside the output, locked against a second writer of the same output. It is
/// gone where it is not published; one that a killed run left behind is taken over.
class Draft {
  public:
    /// \throws Error where the folder cannot be written to, another process writes the same output, or a
    /// program such as QGIS has the output open for writing (its `-wal`, `-shm` or `-journal` file is there)
    explicit Draft(std::filesystem::path output);
    ~Draft();
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    /// Brings the bytes to the disk and gives the file its name. To be called once, when nothing has it open.
    /// \throws Error
    void publish();

  private:
    std::filesystem::path m_output;
    std::filesystem::path m_path;
    int m_descriptor = -1;
    bool m_published = false;
};

}  // namespace incidentmap
