// SPDX-License-Identifier: MIT
#pragma once

#include "build/build_request.hpp"
#include "build/build_summary.hpp"
#include "core/reporter.hpp"

namespace incidentmap {

/// The main job: reports to layers. A first pass reads the rows and keeps them on disk, a second puts
/// incidents together in the order of their first report and lays them out; writing goes on beside it. Where
/// nothing is to be written, no file is touched.
/// \throws UsageError, Error; nothing is replaced then.
BuildSummary run_build(const BuildRequest& request, Reporter& reporter);

}  // namespace incidentmap
