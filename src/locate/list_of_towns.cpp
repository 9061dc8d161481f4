// SPDX-License-Identifier: MIT
#include "locate/list_of_towns.hpp"

#include <cstdint>

namespace incidentmap {

bool lists_towns_only(const Gazetteer& gazetteer) {
    constexpr std::int64_t least_of_towns = 300;
    return gazetteer.least_population() >= least_of_towns;
}

}  // namespace incidentmap
