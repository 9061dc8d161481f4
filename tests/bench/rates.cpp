// SPDX-License-Identifier: MIT
/// How fast the parts are, on one thread: distances on the ellipsoid, and names looked up in the gazetteers.
/// Usage: incidentmap_rates
#include "geodesy/geodesic.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>

namespace {

/// How often a second \p work can be done, over a run of about a second.
template <typename Work>
double rate(Work work) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    double count = 0;
    double seconds = 0;
    while (seconds < 1) {
        for (int i = 0; i < 1000; ++i) work(count++);
        seconds = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return count / seconds;
}

}  // namespace

int main() {
    double sum = 0;
    const double geodesics = rate([&sum](double i) {
        const incidentmap::LonLat from{.lon = std::fmod(i * 0.7, 360) - 180, .lat = std::fmod(i * 0.3, 180) - 90};
        const incidentmap::LonLat to{.lon = std::fmod(i * 0.9, 360) - 180, .lat = std::fmod(i * 0.5, 180) - 90};
        sum += incidentmap::geodesic(from, to).distance_m;
    });
    std::printf("geodesics %.0f\n", geodesics);
    return sum > 0 ? 0 : 1;
}
