// SPDX-License-Identifier: MIT
#pragma once

#include "layer/feature.hpp"
#include "locate/location.hpp"
#include "report/report.hpp"

#include <string_view>
#include <vector>

namespace incidentmap {

/// The row of a report in the table `reports`: its own words, what was read from them, and where its own place is.
/// \param own_place null where it names no place
std::vector<Value> report_row(const Report& report, const Location* own_place);

/// The column of the table `reports` that holds what the input has in \p column; empty for those of the source
/// (publisher, title, published, url), which are in `sources`.
std::string_view report_table_column(ReportColumn column);

}  // namespace incidentmap
