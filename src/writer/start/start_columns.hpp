// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "report/report_column.hpp"

namespace incidentmap {

/// Which list a column's drop-down shows.
enum class StartList { none, event_types, sub_event_types, countries };

/// A column of the spreadsheet that a beginner fills.
struct StartColumn {
    ReportColumn column;
    StartList list = StartList::none;
    int width = 14;  ///< in letters
    std::string_view example;
    std::string_view explanation;  ///< at most 255 bytes, which is what a spreadsheet shows beside a cell
};

/// Those of the spreadsheet, in their order. The examples make one row that builds.
std::span<const StartColumn> start_columns();

/// ACLED's types, and its sub-types, as its codebook has them.
std::span<const std::string_view> event_types();
std::span<const std::string_view> sub_event_types();

}  // namespace incidentmap
