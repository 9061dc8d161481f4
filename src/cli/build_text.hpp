// SPDX-License-Identifier: MIT
#pragma once

#include "cli/build_job.hpp"
#include "cli/command.hpp"

#include <string>

namespace incidentmap {

/// The summary of a build for people: incidents by status, layers, launches, what is not on the map and what would
/// mend it, things to check, files, time taken.
std::string to_text(const BuildSummary& summary, double seconds);

/// 3 where nothing was mapped, or, if \p strict, where a place stayed unresolved or ambiguous or a check found an
/// error; else 0.
Exit exit_of(const BuildSummary& summary, bool strict);

}  // namespace incidentmap
