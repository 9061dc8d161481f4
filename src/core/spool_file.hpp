// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace incidentmap {

/// Bytes in a temporary file without a name, which is gone with it: added at its end, and read from anywhere
/// by way of one window.
class SpoolFile {
  public:
    /// \param least_window how many bytes are read at the least: what is read next often stands behind
    /// \throws Error where no temporary file can be made
    explicit SpoolFile(std::size_t least_window);
    ~SpoolFile();
    SpoolFile(const SpoolFile&) = delete;
    SpoolFile& operator=(const SpoolFile&) = delete;

    /// What was added and is not in the file yet: to be appended to.
    std::string& waiting() { return m_waiting; }

    /// Of all that was added, in bytes: where the next begins.
    std::uint64_t size() const { return m_written + m_waiting.size(); }

    /// Writes what waits, where that is much. \throws Error
    void flush_if_full();

    /// Valid until the next call here. \throws Error
    std::string_view bytes(std::uint64_t offset, std::size_t size);

  private:
    void flush();

    int m_file = -1;
    std::size_t m_least_window;
    std::uint64_t m_written = 0;
    std::string m_waiting;
    std::string m_window;  ///< a part of the file
    std::uint64_t m_window_start = 0;
};

/// Appends a number in as many groups of seven bits as it needs; a text as its size and its bytes.
void put_number(std::string& out, std::uint64_t number);
void put_text(std::string& out, std::string_view text);

/// Takes off the front of \p bytes what they appended.
std::uint64_t take_number(std::string_view& bytes);
std::string_view take_text(std::string_view& bytes);

}  // namespace incidentmap
