// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <vector>

#include "incident/incident.hpp"

namespace incidentmap {

/// What the comparison of reports needs to know of each besides its cells.
struct Testimony {
    const Report* report = nullptr;
    std::string source;                      ///< its source in words
    std::vector<const Location*> locations;  ///< of its places
    std::vector<const Location*> launches;   ///< of its launch places
};

/// The fields on which reports of one incident differ: for each field, one row a pair of reports that state
/// different things, each differing value standing once. Silence is no disagreement, nor is a wider statement
/// that includes a narrower one. Claims that differ are rows too: they are kept as claims, each with who
/// makes it; so is a claim of one report that another has as denied by the same.
std::vector<Disagreement> disagreements_among(const std::vector<Testimony>& testimonies);

}  // namespace incidentmap
