// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace incidentmap {

/// A first-order division that was made of a part of another one which still has its name: tables of before,
/// and those that never took note, state the other (src/gazetteer/tables/split_divisions.csv).
struct SplitDivision {
    std::string_view country;   ///< ISO 3166-1 alpha-2
    std::string_view division;  ///< `Ouham-Fafa`, as the gazetteer of the world calls it
    std::string_view part_of;   ///< `Ouham`
    int until;                  ///< the year in which it was made
};

/// All of them, by country.
std::span<const SplitDivision> split_divisions();

}  // namespace incidentmap
