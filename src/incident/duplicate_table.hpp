// SPDX-License-Identifier: MIT
/// The table that stands beside an input: `NAME.same.csv`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/finding.hpp"
#include "table/shared_rows.hpp"

namespace incidentmap {

/// Two reports of different incidents that may tell of one, and what a person decided.
struct DuplicateRow {
    std::int64_t row = 0;  ///< as a spreadsheet shows it; 0: not in the file yet
    std::string report_a;
    std::string report_b;
    std::string score;
    std::string why;
    std::string decision;  ///< `same`, `different`; empty while nobody has decided
    // A new file has no columns for these; a person may add them.
    std::string decided_by;
    std::string decided_on;
    std::string decided_why;
    std::string decided_source;
};

/// Read and added to as SharedRows are. Two reports are one question, whichever comes first.
class DuplicateTable : public SharedRows<DuplicateRow, 9> {
  public:
    /// A file that is not there is an empty table. \throws Error as SharedTable does; the columns `report_a`,
    /// `report_b` and `decision` are needed
    explicit DuplicateTable(std::filesystem::path path);

    /// What is wrong with the file's text and with decisions that are neither `same` nor `different`.
    std::vector<Finding> findings() const;
};

}  // namespace incidentmap
