// SPDX-License-Identifier: MIT
#include "locate/decided_position.hpp"

#include <algorithm>
#include <charconv>

#include "core/text.hpp"
#include "geodesy/coordinates.hpp"

namespace incidentmap {
namespace {

constexpr double greatest_radius_m = 1'000'000;

/// A text that ends with a length, taken apart.
struct WithRadius {
    std::string_view before;
    double radius_m = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `…, 2 km`, `…; 2,5 km`, `… 500m`. A comma is a decimal comma where semicolons part the numbers.
std::optional<WithRadius> with_radius(std::string_view text) {
    const std::string lower = lower_ascii(text);
    double unit_m = 0;
    std::string_view rest = text;
    if (lower.ends_with("km")) {
        unit_m = 1'000;
        rest.remove_suffix(2);
    } else if (lower.ends_with("m")) {
        unit_m = 1;
        rest.remove_suffix(1);
    } else {
        return std::nullopt;
    }
    rest = trimmed(rest);
    const bool decimal_comma = rest.find(';') != std::string_view::npos;
    std::size_t begin = rest.size();
    while (begin > 0 &&
           (is_digit(rest[begin - 1]) || rest[begin - 1] == '.' || (decimal_comma && rest[begin - 1] == ',')))
        --begin;
    std::string number(rest.substr(begin));
    std::replace(number.begin(), number.end(), ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (number.empty() || error != std::errc{} || end != number.data() + number.size()) return std::nullopt;
    rest = trimmed(rest.substr(0, begin));
    while (!rest.empty() && (rest.back() == ',' || rest.back() == ';'))
        rest = trimmed(rest.substr(0, rest.size() - 1));
    return WithRadius{rest, value * unit_m};
}

}  // namespace

std::optional<std::variant<GivenPosition, std::string>> read_decided_position(std::string_view whole) {
    const std::string_view text = trimmed(whole);
    const auto in_quotes = "decision '" + shortened(text, 200) + "'";
    if (const auto parts = with_radius(text)) {
        if (const auto read = read_coordinates(parts->before)) {
            if (const auto* bad = std::get_if<BadCoordinates>(&*read))
                return in_quotes + ": " + bad->sentence +
                       "; write latitude, longitude and a radius, such as 33.53, 44.27, 2 km";
            if (!(parts->radius_m > 0 && parts->radius_m <= greatest_radius_m)) {
                return in_quotes +
                       " has a radius that is not between 0 and 1,000 km; how well the position is known "
                       "belongs there";
            }
            return GivenPosition{std::get<ReadCoordinates>(*read).position, parts->radius_m, true};
        }
    }
    const auto read = read_coordinates(text);
    if (!read) return std::nullopt;
    if (const auto* bad = std::get_if<BadCoordinates>(&*read))
        return in_quotes + ": " + bad->sentence +
               "; write latitude, longitude and a radius, such as 33.53, 44.27, 2 km";
    const auto& coordinates = std::get<ReadCoordinates>(*read);
    return GivenPosition{coordinates.position, coordinates.precision_m, false};
}

}  // namespace incidentmap
