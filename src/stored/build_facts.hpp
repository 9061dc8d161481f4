// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geopackage/database.hpp"

namespace incidentmap {

/// What a build's GeoPackage says of itself, for the titles and the small print of its maps.
struct BuildFacts {
    std::string build_id;
    std::string first_day;  ///< of any incident, `2020-07-27`; empty where none has a date
    std::string last_day;
    std::int64_t incidents = 0;
    std::int64_t points = 0;
    std::int64_t areas = 0;
    std::int64_t ambiguous = 0;
    std::int64_t unresolved = 0;
    std::vector<std::string> publishers;  ///< of the reports' sources, by name, each in one line
    std::vector<std::string> gazetteers;  ///< where places come from: `GeoNames; 2024-05-01; CC BY 4.0`
};

/// What the file has no table for stays empty.
BuildFacts read_build_facts(Database& database);

/// `Reported incidents, 2019-05-19 to 2021-02-15`
std::string title_of(const BuildFacts& facts);

/// `14 incidents = 9 points + 3 areas + 2 not on the map.`
std::string count_sentence(const BuildFacts& facts);

}  // namespace incidentmap
