// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "locate/decision_table.hpp"

namespace incidentmap {

/// Who moved points, and why, as far as they say so.
struct MovedBy {
    std::string who;
    std::string why;
    std::string on;                  ///< a day; empty: not stated
    std::optional<double> radius_m;  ///< how well the new position is known; nothing: as well as the old one
};

struct MovedPoints {
    std::vector<DecisionRow> rows;    ///< one for each report that had put the point where it was
    std::int64_t points = 0;          ///< that were moved
    std::vector<std::string> unused;  ///< features that no report can be found for, with the reason
};

/// The points of a build that somebody moved in a map program: those that do not stand where their latitude
/// and longitude say. \throws Error where \p geopackage is no file of a build
MovedPoints moved_points(const std::filesystem::path& geopackage, const MovedBy& by);

}  // namespace incidentmap
