// SPDX-License-Identifier: MIT
#include "prose/told.hpp"

#include <algorithm>

#include "geodesy/geodesic.hpp"

namespace incidentmap {
namespace {

/// An area that reaches farther says too little of where something in it was.
constexpr double largest_area_m = 150'000;

/// How far apart two places are that gazetteers have; nothing where one is in none, or is an area.
std::optional<double> distance_between(const ToldPlace& a, const ToldPlace& b) {
    if (!a.use.mention.found || !b.use.mention.found) return std::nullopt;
    return geodesic(a.use.mention.found->point, b.use.mention.found->point).distance_m;
}

}  // namespace

bool is_wide(const ToldPlace& place) {
    const std::optional<FoundPlace>& found = place.use.mention.found;
    return !found || !found->is_point || place.use.mention.rank <= 1 || found->uncertainty_m > same_place_m;
}

Sameness sameness(const ToldPlace& a, const ToldPlace& b) {
    const FoundPlace* first = a.use.mention.found ? &*a.use.mention.found : nullptr;
    const FoundPlace* second = b.use.mention.found ? &*b.use.mention.found : nullptr;
    // Two villages of one district are two.
    if (a.stands_for && b.stands_for && a.stands_for->mention.words != b.stands_for->mention.words)
        return Sameness::other;
    if (a.use.mention.words == b.use.mention.words) return Sameness::same;
    if (!first || !second) return Sameness::unknown;
    const double apart = distance_between(a, b).value_or(0);
    const bool first_is_area = is_wide(a);
    const bool second_is_area = is_wide(b);
    if (first_is_area || second_is_area) {
        if (!first->country.empty() && !second->country.empty() && first->country != second->country)
            return Sameness::other;
        const double reach =
            std::max(first_is_area ? first->uncertainty_m : 0, second_is_area ? second->uncertainty_m : 0);
        // Along a border of that length, or in a sea, much else lies.
        const bool either_is_country = a.use.mention.is_country || b.use.mention.is_country;
        if (reach > largest_area_m && !either_is_country) return Sameness::unknown;
        if (apart <= std::max(reach, same_place_m)) return Sameness::within;
        // `north of the capital` may be a good way off.
        return (a.use.there || b.use.there) && apart <= largest_area_m ? Sameness::unknown : Sameness::other;
    }
    // Two towns beside each other are two, where the text names both.
    const auto is_town = [](const ToldPlace& place) {
        return place.use.mention.rank >= 3 && place.use.mention.rank <= 4 && !place.use.near;
    };
    if (is_town(a) && is_town(b) && a.use.mention.rank == b.use.mention.rank &&
        apart > first->uncertainty_m + second->uncertainty_m)
        return Sameness::other;
    // A site and a town that lie farther apart than both reach, and some.
    constexpr double beside_m = 3'000;
    if (!a.use.near && !b.use.near && a.use.mention.rank >= 3 && b.use.mention.rank >= 3 &&
        apart > first->uncertainty_m + second->uncertainty_m + beside_m)
        return Sameness::other;
    return apart <= same_place_m ? Sameness::same : Sameness::other;
}

}  // namespace incidentmap
