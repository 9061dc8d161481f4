// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "locate/location.hpp"

namespace incidentmap {

/// Appends a match as a JSON object: `name`, `place_id`, `kind`, `country`, `admin1`, `lon`, `lat` (six
/// decimals), `score` (null for a suggestion), `because`. What is not known is null.
void append_match(std::string& out, const Match& match);

}  // namespace incidentmap
