// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace incidentmap {

/// Rows as a page holds them: an array for each column, texts as numbers of a list of distinct texts. A row
/// is added cell by cell, in the order of the columns.
class PageColumns {
  public:
    explicit PageColumns(std::vector<std::string> names);

    /// An empty text is null.
    void text(std::string_view value);
    void integer(std::optional<std::int64_t> value);
    void end_row();

    std::size_t row_count() const { return m_row_count; }

    /// Appends `"texts":[…],"columns":{"name":[…],…}` and begins anew. What is to be at home in one block is
    /// to be taken after some thousand rows, so that memory stays bounded.
    void take(std::string& out);

  private:
    std::string& next_cell();

    std::vector<std::string> m_names;
    std::vector<std::string> m_cells;  ///< by column, with commas between
    std::size_t m_next = 0;
    std::size_t m_row_count = 0;
    std::string m_texts;
    std::unordered_map<std::string, std::int64_t> m_numbers;
};

}  // namespace incidentmap
