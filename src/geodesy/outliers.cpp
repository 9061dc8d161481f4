// SPDX-License-Identifier: MIT
#include "geodesy/outliers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace incidentmap {
namespace {

constexpr std::size_t least_count = 5;
constexpr std::size_t most_tried = 64;  ///< as the middle; of more every so many
constexpr double earth_radius_m = 6'371'000;
constexpr double times_as_wide = 2.5;
constexpr double least_reach_m = 100'000;  ///< below, all are on one map well enough

std::vector<double> distances_from(LonLat middle, const std::vector<LonLat>& positions) {
    std::vector<double> distances;
    distances.reserve(positions.size());
    constexpr double radians = std::numbers::pi / 180;
    const double slope = std::cos(middle.lat * radians);
    for (const LonLat position : positions) {
        // On a sphere: a thousandth more or less decides nothing here.
        const double up = std::sin((position.lat - middle.lat) * radians / 2);
        const double along = std::sin((position.lon - middle.lon) * radians / 2);
        const double half = up * up + slope * std::cos(position.lat * radians) * along * along;
        distances.push_back(2 * earth_radius_m * std::asin(std::min(1.0, std::sqrt(half))));
    }
    return distances;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace

std::vector<std::size_t> outliers_of(const std::vector<LonLat>& positions) {
    const std::size_t count = positions.size();
    if (count < least_count) return {};
    // The one to which half of all are nearest.
    const std::size_t step = std::max<std::size_t>(1, count / most_tried);
    std::vector<double> best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < count; i += step) {
        std::vector<double> distances = distances_from(positions[i], positions);
        const double half = median(distances);
        if (half >= least) continue;
        least = half;
        best = std::move(distances);
    }
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return best[a] < best[b]; });
    const std::size_t most = std::max<std::size_t>(1, count / 10);
    const double farthest = best[order.back()];
    for (std::size_t left_out = 1; left_out <= most; ++left_out) {
        const double reach = std::max(best[order[count - 1 - left_out]], least_reach_m);
        if (farthest < times_as_wide * reach) continue;
        // All that lie as far out as the first of them go with it.
        std::vector<std::size_t> outliers(order.end() - static_cast<std::ptrdiff_t>(left_out), order.end());
        std::sort(outliers.begin(), outliers.end());
        return outliers;
    }
    return {};
}

}  // namespace incidentmap
