// SPDX-License-Identifier: MIT
#include "locate/score.hpp"

#include <cmath>

namespace incidentmap {

double probability(double fit) {
    constexpr double middle = 0.693;  // right as often as not
    constexpr double steepness = 13.7;
    return 1 / (1 + std::exp(-steepness * (fit - middle)));
}

}  // namespace incidentmap
