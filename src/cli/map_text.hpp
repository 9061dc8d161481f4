// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "build/build_summary.hpp"
#include "cli/colours.hpp"
#include "cli/command_reporter.hpp"

namespace incidentmap {

/// What became of each map of a split, for people: a table, what stands on several maps.
std::string maps_text(const BuildSummary& summary, const Colours& colours);

/// Which maps could not be written, and why: what is told last.
std::string failed_maps_text(const BuildSummary& summary, const Colours& colours);

/// The same for machines: one object a map, whether there are several or one.
void tell_maps(const BuildSummary& summary, const CommandReporter& reporter);

/// `written`, `current`, `would be written`, `failed`.
std::string state_of(const WrittenBuild& written, bool is_dry_run, bool has_failed);

/// How many maps could not be written.
std::int64_t failed_maps(const BuildSummary& summary);

}  // namespace incidentmap
