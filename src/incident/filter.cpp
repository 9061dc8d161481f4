// SPDX-License-Identifier: MIT
#include "incident/filter.hpp"

#include <algorithm>

#include "geodesy/footprint.hpp"

namespace incidentmap {
namespace {

bool listed(const Filter& filter, const std::string& country) {
    return std::find(filter.countries.begin(), filter.countries.end(), country) != filter.countries.end();
}

bool country_fits(const Filter& filter, const Incident& incident, const std::string& stated_country) {
    bool known = false;
    for (const IncidentLocation& place : incident.locations) {
        if (!place.location->country.empty()) {
            known = true;
            if (listed(filter, place.location->country)) return true;
        }
        if (place.location->status != Status::ambiguous) continue;
        for (const Match& match : place.location->alternatives) {
            known = true;
            if (listed(filter, match.country)) return true;
        }
    }
    return !known && listed(filter, stated_country);
}

bool longitudes_meet(const Box& a, const Box& b) {
    const auto holds = [](const Box& box, double lon) {
        return box.west <= box.east ? box.west <= lon && lon <= box.east : lon >= box.west || lon <= box.east;
    };
    return holds(a, b.west) || holds(a, b.east) || holds(b, a.west);
}

bool box_fits(const Box& box, const Incident& incident) {
    return std::any_of(
        incident.locations.begin(), incident.locations.end(), [&](const IncidentLocation& place) {
            if (!place.location->has_place()) return false;
            const auto reach = bbox(Geometry{outline(place.location->footprint)});
            const LonLat likely = place.location->likely;
            const Box extent = reach.value_or(Box{likely.lon, likely.lat, likely.lon, likely.lat});
            return extent.south <= box.north && box.south <= extent.north && longitudes_meet(box, extent);
        });
}

}  // namespace

Verdict judge(const Filter& filter, const Incident& incident, const std::string& stated_country) {
    if (!filter.countries.empty() && !country_fits(filter, incident, stated_country)) return Verdict::outside;
    if (filter.box && !box_fits(*filter.box, incident)) return Verdict::outside;
    if (!filter.since && !filter.until) return Verdict::inside;
    if (!incident.date) return Verdict::may_be_inside;
    const bool before = filter.since && incident.date->last < *filter.since;
    const bool after = filter.until && incident.date->first > *filter.until;
    if (before || after) return Verdict::outside;
    const bool reaches_before = filter.since && incident.date->first < *filter.since;
    const bool reaches_after = filter.until && incident.date->last > *filter.until;
    return reaches_before || reaches_after || incident.date->approximate ? Verdict::may_be_inside
                                                                         : Verdict::inside;
}

}  // namespace incidentmap
