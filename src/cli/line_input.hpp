// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace incidentmap {

/// Lines of standard input, as they come: it knows whether a whole further line is there already.
class LineInput {
  public:
    /// A longer line is cut to one byte more than this.
    static constexpr std::size_t longest_line = std::size_t{64} * 1024;

    /// The next line without its end (LF or CRLF), and without a byte order mark where it is the first;
    /// waits for it. Nothing at the end of the input. \throws Error where it cannot be read
    std::optional<std::string> next();

    /// True where next() gives a line without waiting.
    bool has_line() const { return m_ended || m_buffer.find('\n', m_at) != std::string::npos; }

  private:
    /// Reads more; false at the end.
    bool fill();

    std::string m_buffer;
    std::size_t m_at = 0;  ///< what is before was given out
    bool m_ended = false;
    bool m_first = true;
};

}  // namespace incidentmap
