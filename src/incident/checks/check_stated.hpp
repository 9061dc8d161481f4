// SPDX-License-Identifier: MIT
/// What a report says of where a place is, against where it is.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "incident/checks/checked_report.hpp"

namespace incidentmap {

/// Finds a locality, or a place by its id, as a report of that country means it; near a position where
/// several fit.
struct StatedFinder {
    std::function<const Location&(const std::string& words, LonLat near)> named;
    std::function<const Location&(const std::string& place_id)> of_id;
};

/// Checks one cell of `place_said_to_be` or `launch_said_to_be`: of several places, parts separated by `|`
/// are said of each in turn. A distance and a direction are each compared with what is measured; any other
/// words with the area that they mean. Where they do not fit, and do fit another place of the name, that is
/// told instead.
std::vector<Finding> check_stated(const Report& report, ReportColumn column,
                                  const std::vector<CheckedPlace>& places, const StatedFinder& find);

}  // namespace incidentmap
