// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/hash.hpp"

namespace incidentmap {

/// One of several parts of a build, which other runs, perhaps on other machines, make the rest of.
struct Shard {
    unsigned number = 1;  ///< from 1
    unsigned count = 1;

    /// Whether an incident is of this part: by a hash of its id, the same on every machine.
    bool holds(std::string_view incident_id) const { return hash128(incident_id).low % count == number - 1; }
    /// `2/4`
    std::string text() const { return std::to_string(number) + "/" + std::to_string(count); }
    /// What files of it are called by: `_shard_2_of_4`.
    std::string suffix() const { return "_shard_" + std::to_string(number) + "_of_" + std::to_string(count); }
};

}  // namespace incidentmap
