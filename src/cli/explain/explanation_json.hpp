// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stored/explanation.hpp"

namespace incidentmap {

/// One JSON object and a newline. docs/explain.md has its keys; what is not known is null.
std::string to_json(const Explanation& explanation);

}  // namespace incidentmap
