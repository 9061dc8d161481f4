// SPDX-License-Identifier: MIT
/// Lines of a text file, plain or packed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "gazetteer/import/packed_file.hpp"

namespace incidentmap {

/// Reads a local file line by line in constant memory, unpacked on the way as packed_file.hpp tells. A byte
/// order mark is passed over, line ends are LF or CRLF.
class TextLines {
  public:
    /// \throws Error as PackedFile
    explicit TextLines(const std::string& path);

    /// The next line without its end, valid until the next call; nothing at the end of the file.
    /// \throws Error as PackedFile::read
    std::optional<std::string_view> next();

    /// Bytes read of the file so far, and in all, unpacked (packed_file.hpp).
    std::int64_t position() const { return m_file.position(); }
    std::optional<std::int64_t> size() const { return m_file.size(); }

    /// Counts from 1.
    std::int64_t number() const { return m_number; }
    /// Whether the line was longer than 64 KiB: it was cut there.
    bool too_long() const { return m_too_long; }

    static constexpr std::size_t longest_line = 64 * 1024;

  private:
    bool fill();

    PackedFile m_file;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::int64_t m_number = 0;
    bool m_too_long = false;
};

}  // namespace incidentmap
