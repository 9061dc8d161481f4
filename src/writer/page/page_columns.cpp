// SPDX-License-Identifier: MIT
#include "writer/page/page_columns.hpp"

#include <cassert>
#include <utility>

#include "core/json_text.hpp"

namespace incidentmap {

PageColumns::PageColumns(std::vector<std::string> names)
    : m_names{std::move(names)}, m_cells(m_names.size()) {}

std::string& PageColumns::next_cell() {
    assert(m_next < m_cells.size());
    std::string& cells = m_cells[m_next++];
    if (m_row_count > 0) cells += ',';
    return cells;
}

void PageColumns::text(std::string_view value) {
    if (value.empty()) return integer(std::nullopt);
    const auto [known, is_new] =
        m_numbers.emplace(std::string(value), static_cast<std::int64_t>(m_numbers.size()));
    if (is_new) {
        if (!m_texts.empty()) m_texts += ',';
        append_json(m_texts, value);
    }
    integer(known->second);
}

void PageColumns::integer(std::optional<std::int64_t> value) {
    std::string& cell = next_cell();
    if (value) {
        append_json(cell, *value);
    } else {
        cell += "null";
    }
}

void PageColumns::end_row() {
    assert(m_next == m_cells.size());
    m_next = 0;
    ++m_row_count;
}

void PageColumns::take(std::string& out) {
    out += "\"texts\":[";
    out += m_texts;
    out += "],\"columns\":{";
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (i > 0) out += ',';
        append_json(out, m_names[i]);
        out += ":[";
        out += m_cells[i];
        out += ']';
        m_cells[i].clear();
    }
    out += '}';
    m_texts.clear();
    m_numbers.clear();
    m_row_count = 0;
}

}  // namespace incidentmap
