// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "locate/location.hpp"

namespace incidentmap {

/// What of an incident goes into the layers that sum up: enough to sum it up once more for a part of them.
struct IncidentTally {
    struct Drawn {
        std::uint32_t location = 0;  ///< by which LayerBuilder::drawn_location() has it
        bool is_launch = false;
    };
    std::string id;
    Status status = Status::unresolved;
    bool is_attack = true;
    std::optional<EventDate> date;
    std::vector<Drawn> drawn;
    std::vector<std::size_t> sources;  ///< of its reports
};

}  // namespace incidentmap
