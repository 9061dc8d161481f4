// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stored/explained.hpp"

namespace incidentmap {

/// A row of `reports` with its source, what was looked up for it and what was decided about it.
ExplainedReport explained_report(BuildFile& file, StoredRow row);

/// Explains the incident that an id means: its own, or that of one of its features, reports, disagreements or
/// findings. \throws Error where no or several incidents are meant: the message names the nearest ids
Explanation explain(BuildFile& file, const std::string& id);

}  // namespace incidentmap
