// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// \throws UsageError where what was given as --country is no country; nothing is no mistake
void require_country(const std::string& words);

}  // namespace incidentmap
