// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "report/report.hpp"

namespace incidentmap {

/// Reads the positions that a report gives in numbers: degrees as numbers or with letters, minutes and
/// seconds; or both in the column of the latitude, in any form that read_coordinates() knows. What cannot be
/// used is a finding.
void read_positions(Report& report);

/// What a position stands for, as coordinates_uncertainty_m says in a word: the spot, the place that is
/// named, or a whole area, whose outline is drawn then and never the point.
enum class PositionMeans { spot, named_place, area, nothing };

/// `named place`; `district`, `province`, `country`; `no place`; anything else is a spot.
PositionMeans position_means(const Report& report);

/// How many metres a stated uncertainty is: `5000`, `5,000`, `500 m`, `0.5 km`, `2 mi`. Nothing where it
/// cannot be told.
std::optional<double> read_length_m(std::string_view text);

}  // namespace incidentmap
