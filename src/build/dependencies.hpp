// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "build/build_request.hpp"
#include "build/build_summary.hpp"
#include "build/depfile.hpp"
#include "build/inputs.hpp"
#include "locate/decision_table.hpp"

namespace incidentmap {

/// What a build made, and from which files: those that are there. \param lasting the inputs that are files
/// \param decisions null: it read none
Dependencies dependencies_of(const BuildRequest& request, const std::vector<std::string>& lasting,
                             const Inputs& inputs, const DecisionTable* decisions,
                             const BuildSummary& summary);

}  // namespace incidentmap
