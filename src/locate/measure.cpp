// SPDX-License-Identifier: MIT
#include "locate/measure.hpp"

#include "geodesy/distance_text.hpp"

namespace incidentmap {
namespace {

constexpr double too_coarse = 5;

std::string is_country(const Location& location) {
    return location.name + " is a country, and a country has no one distance from anywhere.";
}

}  // namespace

Measure measure(const Location& from, const Location& to) {
    if (from.kind == "country" && from.status == Status::coarse) return {std::nullopt, {}, is_country(from)};
    if (to.kind == "country" && to.status == Status::coarse) return {std::nullopt, {}, is_country(to)};
    const DistanceBounds bounds = distance_bounds({from.footprint, from.likely}, {to.footprint, to.likely});
    if (bounds.min_m <= 0 && bounds.max_m > too_coarse * bounds.likely_m) {
        return {std::nullopt,
                {},
                "The possible areas of " + from.name + " and " + to.name +
                    " meet and are too wide for a distance."};
    }
    return {bounds, distance_text(bounds.min_m, bounds.likely_m, bounds.max_m), {}};
}

}  // namespace incidentmap
