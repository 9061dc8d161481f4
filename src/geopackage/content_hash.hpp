// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "geopackage/database.hpp"

namespace incidentmap {

/// Stands for the rows of a table, to tell later whether somebody changed one: made while they are written, a
/// cell after the other, and again from the file. It guards against chance, not against malice.
class ContentHash {
  public:
    void add_null() { mix(1); }
    void add(std::int64_t value) { mix(static_cast<std::uint64_t>(value) + 2); }
    void add(double value);
    void add(std::string_view text);
    void add(std::span<const std::byte> bytes);

    /// Sixteen lower-case hexadecimal digits.
    std::string hex() const;

  private:
    void mix(std::uint64_t value) {
        m_state = (m_state ^ value) * 0x9E3779B97F4A7C15U;
        m_state ^= m_state >> 29;
    }
    std::uint64_t m_state = 0x243F6A8885A308D3U;
};

/// The same for a table as it stands in a file: all columns but the first, its key, by the types that it
/// declares, in the order of the key; geometries after their row's other columns. \throws Error where there
/// is no such table
std::string content_hash(Database& database, std::string_view table);

}  // namespace incidentmap
