// SPDX-License-Identifier: MIT
/// The table of decisions that stands beside an input: `NAME.decisions.csv`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/finding.hpp"
#include "table/shared_rows.hpp"

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
    std::string name;  ///< what the place is called on the map; empty: as it was found
    std::string decided_by;
    std::string decided_on;
    std::string decided_why;
    std::string decided_source;
};

/// The table of decisions, read and added to as SharedRows are. Of rows with the same words, column and
/// report_id only the first is asked.
class DecisionTable : public SharedRows<DecisionRow, 11> {
  public:
    /// A file that is not there is an empty table. \throws Error as SharedTable does; the columns `words`,
    /// `column` and `decision` are needed
    explicit DecisionTable(std::filesystem::path path);

    /// What was wrong with the file's text, such as a quote that is not closed.
    std::vector<Finding> findings() const { return text_findings(); }
};

}  // namespace incidentmap
