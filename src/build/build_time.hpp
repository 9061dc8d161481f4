// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"

namespace incidentmap {

/// When the content of a build last changed, in seconds since 1970: SOURCE_DATE_EPOCH where it is set, else
/// the newest input's time; 0 for standard input alone. \throws UsageError where SOURCE_DATE_EPOCH is no such
/// number
std::int64_t change_time(const std::vector<std::string>& inputs);

/// `2024-01-01T00:00:00.000Z`, as a GeoPackage has it. \param seconds since 1970
std::string as_datetime(std::int64_t seconds);

/// Today, for dates that are in the future: when the content last changed, so that two builds of the same
/// files are the same; where nothing is written and SOURCE_DATE_EPOCH is not set, the day on which it runs.
/// Nothing for standard input alone.
std::optional<Day> today(const std::vector<std::string>& inputs, bool is_written);

}  // namespace incidentmap
