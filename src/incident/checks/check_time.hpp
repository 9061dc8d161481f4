// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "core/date.hpp"
#include "incident/checks/checked_report.hpp"

namespace incidentmap {

/// A date after its source was published, or else after \p today; a day is allowed for the difference of time
/// zones. Each is asked only where it is known. A source that was published before is told of, and not that
/// the date is in the future too.
std::vector<Finding> check_time(const Report& report, const std::optional<EventDate>& published,
                                std::optional<Day> today);

}  // namespace incidentmap
