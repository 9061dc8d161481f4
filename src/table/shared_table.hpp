// SPDX-License-Identifier: MIT
/// A CSV table that the program asks in and a person answers in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "table/csv_text.hpp"
#include "table/row.hpp"

namespace incidentmap {

/// A row of a shared table: its cells in the order of the form's columns, those that the file lacks empty.
struct SharedRow {
    std::int64_t row = 0;  ///< as a spreadsheet shows it; 0: not in the file yet
    std::vector<std::string> cells;
};

/// What a shared table is of.
struct SharedTableForm {
    std::string_view what;                                          ///< `table of decisions`, for people
    std::span<const std::string_view> columns;                      ///< all that are understood
    std::size_t new_columns = 0;                                    ///< of these, how many a new file has
    std::span<const std::string_view> needed;                       ///< without which it is none
    std::size_t decision = 0;                                       ///< the column of what was decided
    bool (*is_same)(const SharedRow&, const SharedRow&) = nullptr;  ///< whether two rows ask the same
};

/// Reads the table in whatever form a spreadsheet left it (comma, semicolon, tab or bar; a byte order mark or
/// none; LF or CRLF; columns in any order, further ones too), and adds rows to it in that same form. What is
/// there is never changed.
class SharedTable {
  public:
    /// A file that is not there is an empty table. \throws Error where it cannot be read, is larger than 64
    /// MiB, or lacks a needed column
    SharedTable(std::filesystem::path path, const SharedTableForm& form);

    /// For people: the file's name without its folder.
    std::string name() const { return m_path.filename().string(); }
    const std::filesystem::path& path() const { return m_path; }

    const std::vector<SharedRow>& rows() const { return m_rows; }

    /// What was wrong with the file's text, such as a quote that is not closed, by row.
    struct Problem {
        std::int64_t row = 0;
        RowProblem problem;
    };
    const std::vector<Problem>& problems() const { return m_problems; }

    /// SHA-256 of the rows that decide something, whatever separator they were saved with; empty where none
    /// does.
    std::string fingerprint() const;

    /// Adds, at the end, those rows that do not stand there yet; all of them or none. What a person saved
    /// meanwhile is kept. rows() has them then, with their row numbers. A new file is UTF-8 with a byte order
    /// mark, without which Excel garbles Arabic. \throws Error where the file is open in another program, may
    /// not be written, is not UTF-8, or its last quote is not closed; it is as it was then
    void append(const std::vector<SharedRow>& rows);

    /// True where lines of the file are not rows, as a cell has a line end in it.
    bool has_broken_lines() const;

  private:
    void read(const std::filesystem::path& from);
    std::size_t own_column(std::string_view header) const;
    std::vector<SharedRow> missing(const std::vector<SharedRow>& rows) const;
    bool came_back(const SharedTable& written, const std::vector<SharedRow>& added) const;
    bool try_to_append(const std::vector<SharedRow>& rows);
    std::string in_own_form(const std::vector<SharedRow>& rows) const;

    SharedTableForm m_form;
    std::filesystem::path m_path;
    std::string m_bytes;  ///< of the file, when it was read
    CsvDialect m_dialect;
    std::vector<std::string> m_columns;  ///< of the file
    std::vector<SharedRow> m_rows;
    std::vector<Problem> m_problems;
};

}  // namespace incidentmap
