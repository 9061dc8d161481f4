// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "build/build.hpp"
#include "cli/colours.hpp"
#include "cli/command.hpp"

namespace incidentmap {

/// The summary of a build for people: incidents by status, layers, launches, what is not on the map and what
/// would mend it, things to check, files, time taken.
std::string to_text(const BuildSummary& summary, double seconds, const Colours& colours = {});

/// `17 incidents: 11 as points, 6 as areas, 0 not on the map (22 reports)`, and what was left out as asked.
std::string headline(const BuildSummary& summary);

/// What is not on the map, and what would put it right; empty where all is.
std::string not_mapped_text(const BuildSummary& summary, const Colours& colours = {});

/// How many findings are at least that bad.
std::int64_t findings_from(const BuildSummary& summary, Severity severity);

/// 3 where nothing was mapped, where a finding is at least as bad as \p fail_on, or, if \p strict, where a
/// place stayed unresolved or ambiguous or a check found an error; else 0.
Exit exit_of(const BuildSummary& summary, bool strict, std::optional<Severity> fail_on);

}  // namespace incidentmap
