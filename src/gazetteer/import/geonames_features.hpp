// SPDX-License-Identifier: MIT
/// What GeoNames' feature codes are to us (https://www.geonames.org/export/codes.html).
#pragma once

#include <cstdint>
#include <string_view>

namespace incidentmap {

/// A row of the table of feature codes.
struct GeonamesFeature {
    std::string_view code;
    std::string_view kind;  ///< one of place_kinds(); of a settlement the least it is, whatever its people
    bool former = false;    ///< is no more: its names are former ones
};

/// The row of a feature code (`PPL`, `AIRB`); null where such places are not for a gazetteer of incidents
/// (wells, wadis without water, sections of streams …).
const GeonamesFeature* geonames_feature(std::string_view code);

/// The kind of a place: of a settlement by its people, a city from 50,000 and a town from 5,000 on (Degree of
/// Urbanisation, European Commission et al. 2021), never less than its code says.
std::string_view geonames_kind(const GeonamesFeature& feature, std::int64_t population);

/// How fit a place is to stand for its province: 2 where it is its seat (PPLA), 1 where it is the capital
/// (PPLC), which may be the seat of its province too, 0 otherwise.
int seat_rank(std::string_view code);

}  // namespace incidentmap
