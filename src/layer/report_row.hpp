// SPDX-License-Identifier: MIT
#pragma once

#include "layer/row_writer.hpp"
#include "locate/location.hpp"
#include "report/report.hpp"

namespace incidentmap {

/// The row of a report in the table `reports`: its own words, what was read from them, and where its own
/// place is. \param own_place null where it names no place
void report_row(RowWriter cells, const Report& report, const Location* own_place);

}  // namespace incidentmap
