// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stored/build_file.hpp"

namespace incidentmap {

/// What a build that is written says of itself, for the titles and the small print of its maps.
struct BuildFacts {
    std::string build_id;
    std::string first_day;  ///< of any incident, `2020-07-27`; empty where none has a date
    std::string last_day;
    std::int64_t incidents = 0;
    std::int64_t points = 0;
    std::int64_t areas = 0;
    std::int64_t ambiguous = 0;
    std::int64_t unresolved = 0;
    std::vector<std::string>
        publishers;  ///< of the reports' sources, in alphabetical order, each in one line
    std::vector<std::string> gazetteers;  ///< where places come from: `GeoNames; 2024-05-01; CC BY 4.0`
};

/// What the file has no table for stays empty.
BuildFacts facts_of(BuildFile& build);

/// `Reported incidents, 2019-05-19 to 2021-02-15`
std::string title_of(const BuildFacts& facts);

/// `14 incidents: 9 as points, 3 as areas, 2 not on the map`
std::string incident_counts(std::int64_t incidents, std::int64_t points, std::int64_t areas,
                            std::int64_t not_mapped);

/// The same of a build, as a sentence.
std::string count_sentence(const BuildFacts& facts);

/// `1 incident`, `17 incidents`
std::string counted(std::int64_t count, const std::string& one, const std::string& many);

/// `3 places lie outside of this map: Ürümqi, …`. \param names of some of them, as many as a map has room for
/// are told
std::string outside_in_words(std::int64_t count, std::vector<std::string> names);

/// Stands on every map.
inline constexpr const char* empty_area_sentence =
    "Shows what was reported. An empty area is not evidence that nothing happened.";

/// Stands on every map that has borders.
inline constexpr const char* boundaries_sentence = "Boundaries and names shown imply no endorsement.";

}  // namespace incidentmap
