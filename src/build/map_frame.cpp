// SPDX-License-Identifier: MIT
#include "build/map_frame.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "geodesy/footprint.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

/// The numbers of `36,27.5,51,39`; nothing where a part is none.
std::vector<double> numbers_of(const std::string& text) {
    std::vector<double> numbers;
    for (const std::string& part : split_list(text, ",")) {
        double value = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (error != std::errc{} || end != part.data() + part.size()) return {};
        numbers.push_back(value);
    }
    return numbers;
}

}  // namespace

std::optional<Box> map_frame(const std::string& extent, Resolver& resolver) {
    if (extent.empty() || extent == "incidents") return std::nullopt;
    const std::vector<double> numbers = numbers_of(extent);
    if (numbers.size() == 4) {
        const Box box{numbers[0], numbers[1], numbers[2], numbers[3]};
        if (is_valid({box.west, box.south}) && is_valid({box.east, box.north}) && box.south < box.north &&
            box.west != box.east)
            return box;
        throw UsageError{
            "--extent " + extent +
            ": longitudes are -180 to 180, latitudes -90 to 90, and the south is below the north"};
    }
    const Location& place = resolver.resolve({extent, {}, {}, {}, std::nullopt});
    if (!place.has_place()) throw UsageError{"--extent " + extent + ": " + reasons_text(place)};
    constexpr double least_m = 25'000;
    const bool is_area = std::holds_alternative<MultiPolygon>(place.footprint);
    const Footprint shown =
        is_area ? place.footprint : Footprint{Circle{place.likely, std::max(least_m, place.uncertainty_m)}};
    return bbox(Geometry{outline(shown)});
}

}  // namespace incidentmap
