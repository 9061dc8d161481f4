// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

#include "geodesy/coordinate_words.hpp"

namespace incidentmap {
namespace {

// The Open Location Code specification (github.com/google/open-location-code, version 1.0).
constexpr std::string_view code_digits = "23456789CFGHJMPQRVWX";
constexpr std::size_t before_plus = 8;
constexpr std::size_t in_pairs = 10;  ///< further digits part a cell into 5 rows of 4
constexpr std::size_t most_digits = 15;
constexpr double metres_per_degree = 111'320;

bool are_code_digits(std::string_view text) {
    return text.find_first_not_of(code_digits) == std::string_view::npos;
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The digits of a whole code, without its plus and the zeros that stand for those left out; empty where it
/// is none.
std::string whole_code(std::string_view plain) {
    const std::size_t plus = plain.find('+');
    if (plus != before_plus || plain.find('+', plus + 1) != std::string_view::npos) return {};
    std::string_view first = plain.substr(0, plus);
    const std::string_view rest = plain.substr(plus + 1);
    const std::size_t zeros = first.find('0');
    if (zeros != std::string_view::npos) {
        const bool padded = first.find_first_not_of('0', zeros) == std::string_view::npos && zeros % 2 == 0 &&
                            zeros > 0 && rest.empty();
        if (!padded) return {};
        first = first.substr(0, zeros);
    }
    if (rest.size() == 1 || first.size() + rest.size() > most_digits) return {};
    std::string digits = std::string(first) + std::string(rest);
    // Latitudes end at the ninth digit, longitudes at the eighteenth.
    if (!are_code_digits(digits) || code_digits.find(digits[0]) >= 9 || code_digits.find(digits[1]) >= 18)
        return {};
    return digits;
}

}  // namespace

CoordinateResult read_plus_code(const std::string& plain) {
    const std::string digits = whole_code(plain);
    if (digits.empty()) {
        const std::size_t plus = plain.find('+');
        const bool is_short = plus != std::string::npos && plus >= 4 && plus < before_plus && plus % 2 == 0 &&
                              plain.size() >= plus + 3 && are_code_digits(plain.substr(0, plus)) &&
                              are_code_digits(plain.substr(plus + 1)) && has_letter(plain);
        if (!is_short) return std::nullopt;
        return BadCoordinates{
            "Plus code '" + plain +
                "' is a short one, which needs the place it was taken near; give all of its "
                "digits",
            std::nullopt};
    }
    double south = -90;
    double west = -180;
    double height = 400;
    double width = 400;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto value = static_cast<double>(code_digits.find(digits[i]));
        if (i >= in_pairs) {
            height /= 5;
            width /= 4;
            south += std::floor(value / 4) * height;
            west += std::fmod(value, 4) * width;
        } else if (i % 2 == 0) {
            height /= 20;
            south += value * height;
        } else {
            width /= 20;
            west += value * width;
        }
    }
    ReadCoordinates read;
    read.position = {west + width / 2, south + height / 2};
    const double north_m = height / 2 * metres_per_degree;
    const double east_m =
        width / 2 * metres_per_degree * std::cos(read.position.lat * std::numbers::pi / 180);
    read.precision_m = std::max(1.0, std::hypot(north_m, east_m));
    read.form = "Plus code";
    return read;
}

}  // namespace incidentmap
