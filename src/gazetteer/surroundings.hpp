// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/rivers.hpp"
#include "geodesy/antimeridian.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// An area's outline, to be drawn below what a map is about.
struct OutlinedArea {
    std::string place_id;
    std::string name;
    bool is_country = false;
    bool is_settled = true;  ///< false for a country's area that no country code stands for: disputed ground
    MultiPolygon outline;
    std::string country = {};     ///< ISO 3166-1 alpha-2; empty where none is known or settled
    std::string shown_name = {};  ///< what a map calls it, in its language; told by a MapGround
    LonLat middle = {};           ///< of a sea: where its name may stand
};

/// A settlement, to find one's way by.
struct Settlement {
    std::string place_id;
    std::string name;
    std::int64_t population = 0;
    LonLat point;
    std::string country = {};     ///< ISO 3166-1 alpha-2
    std::string shown_name = {};  ///< what a map calls it, in its language; told by a MapGround
};

/// What gazetteers know of some stretch of the earth.
struct Surroundings {
    std::vector<OutlinedArea> areas;  ///< countries first, then by id
    std::vector<OutlinedArea> seas;   ///< where settlements are asked for: their waters, the largest first
    std::vector<OutlinedArea> lakes;  ///< of the seas those within a country's outline, roughly; told by a
                                      ///< MapGround
    std::vector<River> rivers;  ///< told by a MapGround where there are areas: none runs through nothing
    std::vector<Settlement> settlements;    ///< the most populous first
    std::vector<std::string> attributions;  ///< that the sources of these areas and settlements ask for
};

/// Whether one of these positions lies in the area.
bool holds_any(const OutlinedArea& area, std::span<const LonLat> positions);

/// The areas that reach into the box, and at most \p most_settlements of the cities and towns in it; of what
/// several gazetteers know, the first's. \p box may cross the antimeridian. \throws Error where a gazetteer
/// is damaged
Surroundings surroundings_in(std::span<const Gazetteer> gazetteers, const Box& box,
                             std::size_t most_settlements);

}  // namespace incidentmap
