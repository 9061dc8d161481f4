// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

/// A text file that is being written, through a buffer of 1 MiB. Every failure is an Error.
class DraftText {
  public:
    /// Opens an existing, empty file.
    explicit DraftText(std::filesystem::path path);
    /// Closes the file as it is; what the buffer holds is lost.
    ~DraftText();
    DraftText(DraftText&& other) noexcept;
    DraftText& operator=(DraftText&&) = delete;

    /// What is to be written: append to it, then call flush_if_full().
    std::string& buffer() { return m_buffer; }
    void flush_if_full();

    /// Writes what is left, syncs and closes.
    void close();

    const std::filesystem::path& path() const { return m_path; }

  private:
    void flush();

    std::filesystem::path m_path;
    int m_file = -1;
    std::string m_buffer;
};

/// How many lines a file has, each ended by a line feed; nothing where it does not end with \p tail.
/// \throws Error where it cannot be read
std::optional<std::int64_t> count_lines(const std::filesystem::path& path, std::string_view tail);

}  // namespace incidentmap
