// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/columns.hpp"

namespace incidentmap {

/// The cell of ours that several cells of a row make, as a person would write it: `2020-07-27` of `2020`,
/// `7`, `27.0`; `2020-07-24/2020-07-27` of two days; `2 (1-4)` of a best, a least and a greatest number. What
/// is not known (empty, `0` for a month or a day) is left out.
std::string joined_cell(const JoinedColumn& column, const std::vector<std::string>& cells);

}  // namespace incidentmap
