// SPDX-License-Identifier: MIT
#include "gazetteer/import/text_lines.hpp"

#include <algorithm>

namespace incidentmap {

TextLines::TextLines(const std::string& path) : m_file(path) {
    while (m_buffer.size() < 3 && fill()) {
    }
    if (m_buffer.starts_with("\xEF\xBB\xBF")) m_at = 3;
}

bool TextLines::fill() {
    m_buffer.erase(0, m_at);
    m_at = 0;
    return m_file.read(m_buffer);
}

std::optional<std::string_view> TextLines::next() {
    std::size_t searched = 0;
    std::size_t end = std::string::npos;
    while ((end = m_buffer.find('\n', m_at + searched)) == std::string::npos) {
        searched = m_buffer.size() - m_at;
        if (searched > 2 * longest_line) {  // of an endless line its first part and its end are kept
            m_buffer.erase(m_at + longest_line + 1, searched - longest_line - 1);
            searched = longest_line + 1;
        }
        if (fill()) continue;
        if (searched == 0) return std::nullopt;
        end = m_buffer.size();
        break;
    }
    ++m_number;
    std::string_view line = std::string_view(m_buffer).substr(m_at, end - m_at);
    m_at = std::min(end + 1, m_buffer.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    m_too_long = line.size() > longest_line;
    return line.substr(0, longest_line);
}

}  // namespace incidentmap
