// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/finding.hpp"

namespace incidentmap {

/// How often something was found, told or not.
struct FindingCount {
    std::string code;
    std::int64_t count = 0;
};

/// What an import made.
struct ImportResult {
    std::int64_t places = 0;
    std::int64_t names = 0;
    std::int64_t areas = 0;
    std::int64_t points = 0;
    std::int64_t joined = 0;                   ///< entries that were another source's place already
    std::int64_t bad_rows = 0;                 ///< rows that could not be used at all
    std::int64_t elsewhere = 0;                ///< places of other countries than those asked for
    std::vector<Finding> findings;             ///< the first 20 of each code, in the order of the files
    std::vector<FindingCount> finding_counts;  ///< of each code, in the order in which they were first met
};

}  // namespace incidentmap
