// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stored/build_file.hpp"

namespace incidentmap {

/// Appends what is known of a row: `[number of the column, value, number, value, …]`.
void append_cells(std::string& out, const StoredRow& row);

}  // namespace incidentmap
