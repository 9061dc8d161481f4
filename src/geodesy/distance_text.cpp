// SPDX-License-Identifier: MIT
#include "geodesy/distance_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace incidentmap {
namespace {

/// A scale on which to write distances. Its steps are 1, 5, 10, 50 ... times the finest.
struct Scale {
    std::string_view unit;
    double metres;    ///< one of the unit
    double finest_m;  ///< the least step
    int decimals;     ///< that the least step needs
};

constexpr Scale in_metres{"m", 1, 1, 0};
constexpr Scale in_kilometres{"km", 1000, 100, 1};

/// The largest step that is not above \p most_m.
double step_for(double most_m, const Scale& scale) {
    double step_m = scale.finest_m;
    for (int i = 0;; ++i) {
        const double next_m = step_m * (i % 2 == 0 ? 5 : 2);
        if (next_m > most_m) return step_m;
        step_m = next_m;
    }
}

std::string written(double metres, double step_m, const Scale& scale) {
    const int decimals = std::fmod(step_m, scale.metres) == 0 ? 0 : scale.decimals;
    std::array<char, 64> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), metres / scale.metres,
                                      std::chars_format::fixed, decimals);
    return {text.data(), result.ptr};
}

std::string with_unit(double metres, double step_m, const Scale& scale) {
    return written(metres, step_m, scale) + " " + std::string{scale.unit};
}

double rounded(double metres, double step_m) { return std::round(metres / step_m) * step_m; }

// What is a whole number of steps but for the last bits stays so.
double rounded_down(double metres, double step_m) { return std::floor(metres / step_m + 1e-6) * step_m; }
double rounded_up(double metres, double step_m) { return std::ceil(metres / step_m - 1e-6) * step_m; }

/// The text where the least distance is none. The one bound that is left bears two digits.
std::string up_to(double likely_m, double max_m, const Scale& scale) {
    const double step_m = step_for(max_m / 10, scale);
    const double middle_m = rounded(likely_m, step_m);
    const std::string text = "up to " + with_unit(rounded_up(max_m, step_m), step_m, scale);
    return middle_m > 0 ? text + ", likely about " + with_unit(middle_m, step_m, scale) : text;
}

}  // namespace

std::string distance_text(double min_m, double likely_m, double max_m) {
    if (!std::isfinite(min_m) || !std::isfinite(likely_m) || !std::isfinite(max_m)) return "unknown";
    const Scale& scale = rounded(max_m, 1) < 1000 ? in_metres : in_kilometres;
    const double spread_m = max_m - min_m;
    if (spread_m < scale.finest_m) {
        const double step_m = likely_m < 99950 ? scale.finest_m : scale.metres;
        return with_unit(rounded(likely_m, step_m), step_m, scale);
    }
    const double step_m = step_for(spread_m / 4, scale);
    const double least_m = rounded_down(min_m, step_m);
    if (least_m <= 0) return up_to(likely_m, max_m, scale);
    return "about " + with_unit(rounded(likely_m, step_m), step_m, scale) + " (" +
           written(least_m, step_m, scale) + " to " + written(rounded_up(max_m, step_m), step_m, scale) + ")";
}

}  // namespace incidentmap
