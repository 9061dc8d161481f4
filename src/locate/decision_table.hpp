// SPDX-License-Identifier: MIT
/// The table of decisions that stands beside an input: `NAME.decisions.csv`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/finding.hpp"
#include "table/csv_text.hpp"

namespace incidentmap {

/// A row of a table of decisions, as it stands there. `decision` is empty while nobody has decided.
struct DecisionRow {
    std::int64_t row = 0;    ///< as a spreadsheet shows it; 0: not in the file yet
    std::string report_id;   ///< empty: every report with these words
    std::string words;       ///< the locality, in one line
    std::string column;      ///< `place` or `launch_place`
    std::string answer;      ///< what the program made of it when it asked
    std::string candidates;  ///< numbered, with their place ids
    std::string decision;
    std::string decided_by;
    std::string decided_on;
    std::string decided_why;
    std::string decided_source;
};

/// Reads the table in whatever form a spreadsheet left it (comma, semicolon, tab or bar; a byte order mark or
/// none; LF or CRLF; columns in any order, further ones too), and adds rows to it in that same form. What is
/// there is never changed.
class DecisionTable {
  public:
    /// A file that is not there is an empty table. \throws Error where it cannot be read, is larger than 64
    /// MiB, or has no columns `words`, `column` and `decision`
    explicit DecisionTable(std::filesystem::path path);

    /// For people: the file's name without its folder.
    std::string name() const { return m_path.filename().string(); }
    const std::filesystem::path& path() const { return m_path; }

    const std::vector<DecisionRow>& rows() const { return m_rows; }

    /// What was wrong with the file's text, such as a quote that is not closed.
    const std::vector<Finding>& findings() const { return m_findings; }

    /// SHA-256 of the rows that decide something, whatever separator they were saved with; empty where none
    /// does. Rows that wait for a decision change no map, and so are not part of it.
    std::string fingerprint() const;

    /// Adds, at the end, those rows whose words, column and report_id do not stand there yet; all of them or
    /// none. What a person saved meanwhile is kept. rows() has them then, with their row numbers. A new file
    /// is UTF-8 with a byte order mark, without which Excel garbles Arabic. \throws Error where the file is
    /// open in another program, may not be written, is not UTF-8, or its last quote is not closed; it is as
    /// it was then
    void append(const std::vector<DecisionRow>& rows);

    /// True where lines of the file are not rows, as a cell has a line end in it.
    bool has_broken_lines() const;

  private:
    void read(const std::filesystem::path& from);
    std::vector<DecisionRow> missing(const std::vector<DecisionRow>& rows) const;
    bool came_back(const DecisionTable& written, const std::vector<DecisionRow>& added) const;
    bool try_to_append(const std::vector<DecisionRow>& rows);
    std::string in_own_form(const std::vector<DecisionRow>& rows) const;

    std::filesystem::path m_path;
    std::string m_bytes;  ///< of the file, when it was read
    CsvDialect m_dialect;
    std::vector<std::string> m_columns;
    std::vector<DecisionRow> m_rows;
    std::vector<Finding> m_findings;
};

}  // namespace incidentmap
