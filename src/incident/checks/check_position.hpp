// SPDX-License-Identifier: MIT
/// Positions in numbers: false precision, slips of the pen, and positions outside what is stated.
#pragma once

#include <vector>

#include "incident/checks/checked_report.hpp"
#include "incident/checks/stated_areas.hpp"

namespace incidentmap {

/// A position that a report gives, and what the report states about where it is.
struct CheckedPosition {
    const Report* report = nullptr;
    const GivenPosition* given = nullptr;
    ReportColumn latitude = ReportColumn::latitude;  ///< the column that it stands in
    ReportColumn longitude = ReportColumn::longitude;
    const CheckedPlace* place = nullptr;  ///< never null
    const StatedArea* country = nullptr;  ///< null where none is stated or its outline is not known
    const StatedArea* province = nullptr;
    bool is_disputed = false;  ///< it lies where no country is settled
};

/// What is wrong with a position. One slip is one finding: a position that is elsewhere because its numbers
/// are swapped is not told to be elsewhere too.
std::vector<Finding> check_position(const CheckedPosition& checked);

}  // namespace incidentmap
