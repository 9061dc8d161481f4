// SPDX-License-Identifier: MIT
#include <cstdio>

#include "core/version.hpp"
#include "geodesy/geodesic.hpp"

int main() {
    const incidentmap::Geodesic degree = incidentmap::geodesic({.lon = 0, .lat = 0}, {.lon = 1, .lat = 0});
    std::printf("incidentmap %s: %.0f km\n", incidentmap::version(), degree.distance_m / 1000);
}
