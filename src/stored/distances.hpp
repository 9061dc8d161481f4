// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stored/explained.hpp"

namespace incidentmap {

/// How far it is from each reported launch place to each place of the incident, or why that is not known: as
/// the build wrote it; where it wrote none, as one of the two is an area, worked out again from the locations
/// that it kept. The explanation has its reports and places.
std::vector<ExplainedDistance> explained_distances(BuildFile& file, const Explanation& explanation);

}  // namespace incidentmap
