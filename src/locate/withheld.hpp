// SPDX-License-Identifier: MIT
#pragma once

#include "locate/withheld_names.hpp"
#include "locate/withheld_positions.hpp"

namespace incidentmap {

/// What an edition must not hold anywhere.
struct Withheld {
    WithheldNames names;
    WithheldPositions positions;
};

}  // namespace incidentmap
