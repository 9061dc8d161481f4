// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stored/build_file.hpp"

namespace incidentmap {

/// The words with which a finished build is headed, on a picture as on a page.
struct BuildWords {
    std::string title;                    ///< `Reported incidents, 2019-05-19 to 2021-09-11`
    std::string count_sentence;           ///< `17 incidents = 11 points + 6 areas + 0 not on the map.`
    std::vector<std::string> publishers;  ///< of its sources, in alphabetical order
};

BuildWords words_of(BuildFile& build);

/// Stands on every map.
inline constexpr const char* empty_area_sentence =
    "Shows what was reported. An empty area is not evidence that nothing happened.";

/// Stands on every map that has borders.
inline constexpr const char* boundaries_sentence = "Boundaries and names shown imply no endorsement.";

/// `1 incident`, `17 incidents`
std::string counted(std::int64_t count, const std::string& one, const std::string& many);

}  // namespace incidentmap
