// SPDX-License-Identifier: MIT
#include "geodesy/compass_direction.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string>

#include "geodesy/geodesic.hpp"

namespace incidentmap {
namespace {

struct CompassDirectionRow {
    CompassDirection direction;
    std::string_view letters;
    std::string_view word;
};

constexpr std::array<CompassDirectionRow, 16> directions{{
    {{"N", 0, 45}, "n", "north"},
    {{"NNE", 22.5, 11.25}, "nne", "northnortheast"},
    {{"NE", 45, 22.5}, "ne", "northeast"},
    {{"ENE", 67.5, 11.25}, "ene", "eastnortheast"},
    {{"E", 90, 45}, "e", "east"},
    {{"ESE", 112.5, 11.25}, "ese", "eastsoutheast"},
    {{"SE", 135, 22.5}, "se", "southeast"},
    {{"SSE", 157.5, 11.25}, "sse", "southsoutheast"},
    {{"S", 180, 45}, "s", "south"},
    {{"SSW", 202.5, 11.25}, "ssw", "southsouthwest"},
    {{"SW", 225, 22.5}, "sw", "southwest"},
    {{"WSW", 247.5, 11.25}, "wsw", "westsouthwest"},
    {{"W", 270, 45}, "w", "west"},
    {{"WNW", 292.5, 11.25}, "wnw", "westnorthwest"},
    {{"NW", 315, 22.5}, "nw", "northwest"},
    {{"NNW", 337.5, 11.25}, "nnw", "northnorthwest"},
}};

/// Lower case, without what may stand between the parts of a compass direction's name.
std::string bare(std::string_view word) {
    std::string result;
    for (const char c : word) {
        if (c == ' ' || c == '-' || c == '.') continue;
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

}  // namespace

std::string_view compass(double azimuth_deg) {
    if (!std::isfinite(azimuth_deg)) return {};
    const double points = wrapped_azimuth(azimuth_deg) / 22.5;
    return directions.at(static_cast<std::size_t>(std::lround(points)) % directions.size()).direction.name;
}

std::optional<CompassDirection> read_compass_direction(std::string_view word) {
    const std::string asked = bare(word);
    for (const CompassDirectionRow& row : directions) {
        if (asked == row.letters || asked == row.word) return row.direction;
    }
    return std::nullopt;
}

}  // namespace incidentmap
