// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// What `--version` prints: a line for the program, each library and each default gazetteer.
std::string version_text();

}  // namespace incidentmap
