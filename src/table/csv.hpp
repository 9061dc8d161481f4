// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/encoding.hpp"
#include "table/header_rules.hpp"
#include "table/row.hpp"

namespace incidentmap {

/// Reads RFC 4180 text record by record in constant memory: commas, semicolons, tabs or bars (whichever the
/// header has most of, or a first line `sep=;` names), quoted cells with newlines, LF, CRLF or CR, a byte
/// order mark or none, UTF-8, UTF-16 or an encoding with 8 bits a letter.
///
/// Rows are numbered as a spreadsheet numbers them: a quoted newline does not count, an empty line does. What
/// a damaged file holds is kept and told, never dropped: a row longer than the header gives its further cells
/// to a problem, a quote that is not closed within 8 MiB is taken as a plain character, and the rows after
/// it go on.
class CsvReader {
  public:
    /// \p path a local file, or `-` for standard input. \p header_row counts from 1; rows before it are
    /// skipped; 0 finds it: the first row that is not empty, unless \p header tells of one further down.
    /// \throws Error where it cannot be opened or has no header.
    CsvReader(const std::string& path, std::int64_t header_row, const HeaderRules& header = {});

    /// What was noticed of the file as a whole: sentences for people.
    const std::vector<std::string>& notes() const { return m_notes; }

    const std::vector<std::string>& columns() const { return m_columns; }

    /// The row that names the columns, where it was found below what is no table; else 0.
    std::int64_t header_found() const { return m_header_found; }

    /// What stands between two cells: `,`, `;`, a tab or `|`.
    char separator() const { return m_separator; }

    /// The next row that is not empty, valid until the next call; null at the end.
    const Row* next();

    /// How much of the file is read: to tell how far it is.
    std::int64_t bytes_read() const { return m_bytes - static_cast<std::int64_t>(m_buffer.size() - m_at); }

    static constexpr std::size_t longest_record = 8 * 1024 * 1024;

  private:
    struct Close {
        void operator()(std::FILE* file) const;
    };

    bool fill();
    bool read_encoding();
    void read_separator_line();
    void choose_separator();
    void find_header(std::int64_t header_row, const HeaderRules& header);
    bool take_second_header(const HeaderRules& header);
    std::vector<std::string> cells() const;
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
    bool m_keep = false;  ///< nothing is dropped from the buffer, as it is read again
    std::optional<Decoder> m_decoder;
    std::size_t m_rescanned = 0;  ///< bytes that were looked at for quotes which do not close
    bool m_is_separator_known = false;
    char m_separator = ',';
    std::int64_t m_row_number = 0;
    std::int64_t m_header_found = 0;
    std::vector<std::string> m_columns;
    Row m_row;
    std::size_t m_cell_count = 0;
    std::string m_cell;
    std::string m_long_record;
    std::vector<std::string> m_notes;
};

}  // namespace incidentmap
