// SPDX-License-Identifier: MIT
#include "cli/line_input.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/error.hpp"

namespace incidentmap {

bool LineInput::fill() {
    if (m_ended) return false;
    m_buffer.erase(0, std::exchange(m_at, 0));
    std::array<char, std::size_t{64} * 1024> bytes;
    ssize_t count = 0;
    do {
        count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) throw Error{std::string("cannot read standard input: ") + std::strerror(errno)};
    m_ended = count == 0;
    m_buffer.append(bytes.data(), static_cast<std::size_t>(count));
    return !m_ended;
}

std::optional<std::string> LineInput::next() {
    std::string line;
    std::size_t end = m_buffer.find('\n', m_at);
    while (end == std::string::npos) {
        // What is too long anyway is not kept, so that a file without an end of line takes no memory.
        line.append(m_buffer, m_at);
        m_at = m_buffer.size();
        if (line.size() > longest_line) line.resize(longest_line + 1);
        if (!fill()) {
            if (line.empty()) return std::nullopt;
            break;
        }
        end = m_buffer.find('\n', m_at);
    }
    if (end != std::string::npos) {
        line.append(m_buffer, m_at, end - m_at);
        m_at = end + 1;
        if (line.size() > longest_line) line.resize(longest_line + 1);
    }
    if (line.ends_with('\r') && line.size() <= longest_line) line.pop_back();
    if (std::exchange(m_first, false) && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    return line;
}

}  // namespace incidentmap
