// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/lon_lat.hpp"

namespace incidentmap {

/// Coordinates that a text gives.
struct ReadCoordinates {
    /// As written; of an MGRS reference, the middle of its square.
    LonLat position;
    /// Half the diagonal of the cell that the last digits leave open, on the ground.
    double precision_m = 0;
    /// `decimal degrees`, `degrees and minutes`, `degrees, minutes and seconds`, `UTM` or `MGRS`.
    std::string form;
};

/// A text that is meant as coordinates but gives no position.
struct BadCoordinates {
    /// `latitude '95.2' is out of range (-90 to 90)`, with the swap if that would do.
    std::string sentence;
    /// The position with latitude and longitude exchanged, where that is valid.
    std::optional<LonLat> swapped;
};

/// Nothing where a text is no coordinates at all.
using CoordinateResult = std::optional<std::variant<ReadCoordinates, BadCoordinates>>;

}  // namespace incidentmap
