// SPDX-License-Identifier: MIT
#include "locate/position_name.hpp"

#include <cmath>
#include <vector>

#include "core/lon_lat.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/no_places.hpp"
#include "geodesy/compass_direction.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t longest_words = 60;

std::string near_what(const PositionPlace& place, double uncertainty_m) {
    if (place.settlement.empty()) return {};
    if (place.is_within) return place.settlement;
    // A direction needs a position that is known better than it is far away.
    if (uncertainty_m > 1'000 && uncertainty_m > 2 * place.distance_m) return "near " + place.settlement;
    const double km = place.distance_m / 1000;
    const std::string distance = km < 1 ? to_text(std::max(100.0, std::round(km * 10) * 100), 0) + " m"
                                        : to_text(std::round(km), 0) + " km";
    return distance + " " + std::string(compass(place.azimuth_deg)) + " of " + place.settlement;
}

}  // namespace

void name_position(Location& location, const PositionPlace& place, const std::string& words) {
    location.country = place.country;
    location.admin1 = place.admin1;
    location.admin2 = place.admin2;
    std::string name = near_what(place, location.uncertainty_m);
    if (name.empty()) name = place.sea;
    std::vector<std::string> parts;
    for (const std::string& part : {name, place.admin1, country_name(place.country)}) {
        if (!part.empty()) parts.push_back(part);
    }
    if (!parts.empty()) location.reasons.push_back("By the gazetteers that is " + joined(parts, ", ") + ".");
    if (name.empty()) {
        name = place.admin1.empty() ? country_name(place.country) : place.admin1;
        if (!name.empty()) name = location.name + ", " + name;
    }
    const bool says_name = !trimmed(words).empty() && words.size() <= longest_words && !no_place(words);
    if (says_name) {
        const bool says_town = place.is_within && words.find(place.settlement) != std::string::npos;
        name = says_town ? words : words + ", " + (name.empty() ? location.name : name);
    }
    if (!name.empty()) location.name = std::move(name);
}

}  // namespace incidentmap
