// SPDX-License-Identifier: MIT
#pragma once

#include "locate/location.hpp"

namespace incidentmap {

/// A place that its name alone means, at least as surely as a build draws without asking.
bool is_surely_named(const Location& location);

/// By the records of both: in the country or the province that the area is.
bool lies_in(const Location& place, const Location& area);

}  // namespace incidentmap
