// SPDX-License-Identifier: MIT
/// A file that is written beside the one it is to become, so that the one is replaced whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "core/unfinished.hpp"

namespace incidentmap {

/// Where the draft of a file is written: `.NAME.part` beside it.
std::filesystem::path draft_path(const std::filesystem::path& output);

/// Where a file that is replaced stays until all of its set are: `.NAME.old` beside it.
std::filesystem::path old_path(const std::filesystem::path& file);

/// \throws Error where the path is a folder or anything else but a file, or another program has the file
/// open: SQLite's `-journal` or a `-wal` that holds something, LibreOffice's `.~lock.NAME#` or Excel's
/// `~$NAME` stands beside it, or an `-shm` or `-wal` that a process has locked. What a program that crashed
/// left there, and nobody holds, is no open file.
void check_replaceable(const std::filesystem::path& output);

/// Brings the bytes of an open file to the disk; begins again where a signal came. \return 0, or the system's
/// code
int sync_descriptor(int descriptor);

/// Brings a file's bytes, or a folder's names, to the disk. \throws Error
void sync_path(const std::filesystem::path& path);

/// A file that no second run has open through this class at the same time (flock, which SQLite's own locks do
/// not touch). It is made where there is none; the lock ends with the object, or with the process.
class LockedFile {
  public:
    /// \param output what the lock stands for, for people. \throws Error where the file cannot be made or is
    /// locked
    LockedFile(std::filesystem::path path, const std::filesystem::path& output);
    ~LockedFile();
    LockedFile(LockedFile&& other) noexcept;
    LockedFile& operator=(LockedFile&&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    int descriptor() const { return m_descriptor; }

  private:
    std::filesystem::path m_path;
    int m_descriptor = -1;
};

/// An empty, locked draft of one file. It is gone where it is not published; one that a killed run left
/// behind is taken over.
class Draft {
  public:
    /// \throws Error as check_replaceable() and LockedFile do
    explicit Draft(std::filesystem::path output);
    ~Draft();
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    const std::filesystem::path& path() const { return m_file.path(); }

    /// Adds bytes at its end. \throws Error
    void write(std::string_view bytes);

    /// Brings the bytes to the disk and gives the file its name. To be called once, when nothing else has it
    /// open. \throws Error
    void publish();

  private:
    std::filesystem::path m_output;
    LockedFile m_file;
    std::optional<Unfinished> m_unfinished;
    bool m_published = false;
};

}  // namespace incidentmap
