// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "build/build_output.hpp"
#include "build/build_record.hpp"
#include "build/build_request.hpp"
#include "build/build_summary.hpp"
#include "core/reporter.hpp"
#include "report/source.hpp"

namespace incidentmap {

/// What all maps of a split are made from.
struct SplitBuild {
    const BuildRequest& request;
    BuildOutput& output;  ///< that has all rows by now
    BuildRecord& record;
    OutputFacts facts;  ///< of the whole
    const Sources& sources;
    std::size_t listed_sources = 0;
    std::int64_t reports = 0;
};

/// Writes one map after the other, those that are not current. One that fails is told in the summary and the
/// others go on. \throws UsageError where no map could be written so
void write_maps(SplitBuild build, BuildSummary& summary, Reporter& reporter);

}  // namespace incidentmap
