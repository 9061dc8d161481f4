// SPDX-License-Identifier: MIT
/// The table of decisions that stands beside an input: `NAME.decisions.csv`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/finding.hpp"
#include "table/shared_table.hpp"

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

/// The table of decisions, read and added to as a SharedTable is.
class DecisionTable {
  public:
    /// A file that is not there is an empty table. \throws Error as SharedTable does; the columns `words`,
    /// `column` and `decision` are needed
    explicit DecisionTable(std::filesystem::path path);

    /// For people: the file's name without its folder.
    std::string name() const { return m_table.name(); }
    const std::filesystem::path& path() const { return m_table.path(); }

    const std::vector<DecisionRow>& rows() const { return m_rows; }

    /// What was wrong with the file's text, such as a quote that is not closed.
    const std::vector<Finding>& findings() const { return m_findings; }

    /// SHA-256 of the rows that decide something, whatever separator they were saved with; empty where none
    /// does. Rows that wait for a decision change no map, and so are not part of it.
    std::string fingerprint() const { return m_table.fingerprint(); }

    /// Adds, at the end, those rows whose words, column and report_id do not stand there yet; all of them or
    /// none. rows() has them then, with their row numbers. \throws Error as SharedTable does
    void append(const std::vector<DecisionRow>& rows);

    /// True where lines of the file are not rows, as a cell has a line end in it.
    bool has_broken_lines() const { return m_table.has_broken_lines(); }

  private:
    void take_rows();

    SharedTable m_table;
    std::vector<DecisionRow> m_rows;
    std::vector<Finding> m_findings;
};

}  // namespace incidentmap
