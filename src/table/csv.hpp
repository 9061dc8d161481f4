// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "table/row.hpp"

namespace incidentmap {

/// Reads RFC 4180 text record by record in constant memory: commas, semicolons, tabs or bars (whichever the
/// first record has most of), quoted cells with newlines, LF, CRLF or CR, a UTF-8 byte order mark or none.
///
/// Rows are numbered as a spreadsheet numbers them: a quoted newline does not count, an empty line does. What
/// a damaged file holds is kept and told, never dropped: a row longer than the header gives its further cells
/// to a problem, a quote that is not closed within 64 KiB is taken as a plain character, and the rows after
/// it go on.
class CsvReader {
  public:
    /// \p path a local file, or `-` for standard input. \p header_row counts from 1; rows before it are
    /// skipped. \throws Error where it cannot be opened or has no header.
    CsvReader(const std::string& path, std::int64_t header_row);

    const std::vector<std::string>& columns() const { return m_columns; }

    /// What stands between two cells: `,`, `;`, a tab or `|`.
    char separator() const { return m_separator; }

    /// The next row that is not empty, valid until the next call; null at the end.
    const Row* next();

    /// How much of the file is read: to tell how far it is.
    std::int64_t bytes_read() const { return m_bytes - static_cast<std::int64_t>(m_buffer.size() - m_at); }

    static constexpr std::size_t longest_record = 64 * 1024;

  private:
    struct Close {
        void operator()(std::FILE* file) const;
    };

    bool fill();
    std::string_view raw_record();
    void split(std::string_view record, bool quotes);
    void add_cell(std::string_view cell, std::size_t index);
    void tell_surplus();

    std::string m_name;
    std::unique_ptr<std::FILE, Close> m_file;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::int64_t m_bytes = 0;  ///< in and before the buffer
    bool m_at_end = false;
    bool m_quote_open = false;
    bool m_too_long = false;
    char m_separator = ',';
    std::int64_t m_row_number = 0;
    std::vector<std::string> m_columns;
    Row m_row;
    std::size_t m_cell_count = 0;
    std::string m_cell;
    std::string m_long_record;
};

}  // namespace incidentmap
