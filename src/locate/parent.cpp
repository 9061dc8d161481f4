// SPDX-License-Identifier: MIT
#include "locate/parent.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/ranking.hpp"

namespace incidentmap {
namespace {

constexpr double infinitely_far = std::numeric_limits<double>::infinity();

/// What the outline of a province is good for.
constexpr double border_accuracy_m = 1'000;

/// How far beyond its own extent a town that stands as a parent still holds a place.
constexpr double town_surroundings_m = 5'000;

/// Metres east and north of \p origin, in a plane that touches there: good to 1 % within 100 km.
struct Offset {
    double east = 0;
    double north = 0;
};

Offset offset(LonLat origin, LonLat position) {
    constexpr double metres_per_degree = 111'320;
    const double shrink = std::cos(origin.lat * std::numbers::pi / 180);
    return {(position.lon - origin.lon) * metres_per_degree * shrink,
            (position.lat - origin.lat) * metres_per_degree};
}

/// From the origin to the straight line between two offsets.
double to_segment_m(Offset a, Offset b) {
    const double east = b.east - a.east;
    const double north = b.north - a.north;
    const double length = east * east + north * north;
    const double along = length == 0 ? 0 : std::clamp(-(a.east * east + a.north * north) / length, 0.0, 1.0);
    return std::hypot(a.east + along * east, a.north + along * north);
}

double to_ring_m(LonLat position, const Ring& ring) {
    double least = infinitely_far;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        least = std::min(least, to_segment_m(offset(position, ring[i - 1]), offset(position, ring[i])));
    }
    return least;
}

/// 0 within; only as good as a plane, and only asked whether it is a few kilometres.
double to_area_m(LonLat position, const MultiPolygon& area) {
    if (covers(Footprint{area}, position)) return 0;
    double least = infinitely_far;
    for (const Polygon& polygon : area.polygons) {
        least = std::min(least, to_ring_m(position, polygon.outer));
        for (const Ring& hole : polygon.holes) least = std::min(least, to_ring_m(position, hole));
    }
    return least;
}

void add_names(std::unordered_set<std::string>& names, const std::string& text) {
    names.insert(normal_form(text));
    names.insert(name_parts(text).core_normal);
}

}  // namespace

Parent::Parent(const std::string& words, const std::vector<Gazetteer>& gazetteers)
    : m_words(words), m_country(country_code(words)) {
    // Two or three letters may be a country's code or a province's: `Long Beach, CA`.
    if (!m_country.empty() && trimmed(words).size() > 3) return;
    double best = 0;
    for (const Candidate& candidate : candidates_for(gazetteers, asked_name(words))) {
        const std::string_view group = kind_group(candidate.place().kind);
        if (group != "admin" && group != "settlement") continue;
        best = std::max(best, candidate.score);
        if (candidate.score <= best - ambiguity_margin) continue;
        Option& option = m_places.emplace_back();
        option.place = candidate.place();
        add_names(option.names, option.place.name);
        for (const Gazetteer& gazetteer : gazetteers) {
            for (const Name& name : gazetteer.names_of(option.place.id)) add_names(option.names, name.text);
        }
        if (option.place.kind != "country") option.area = area_of(option.place, gazetteers);
    }
}

double Parent::outside_m(const Place& place, const Option& option) const {
    const Place& parent = option.place;
    if (place.id == parent.id) return 0;
    if (!place.country.empty() && !parent.country.empty() && place.country != parent.country)
        return infinitely_far;
    if (parent.kind == "country") return place.country == parent.country ? 0 : infinitely_far;
    if (kind_group(parent.kind) == "settlement") {
        const bool named = !place.admin2.empty() && option.names.contains(normal_form(place.admin2));
        const double reach = parent.extent_m + parent.accuracy_m + place.accuracy_m + town_surroundings_m;
        return named || geodesic(place.point, parent.point).distance_m <= reach ? 0 : infinitely_far;
    }
    for (const std::string& admin : {place.admin1, place.admin2}) {
        if (!admin.empty() && option.names.contains(normal_form(admin))) return 0;
    }
    if (option.area) {
        const double outside = to_area_m(place.point, *option.area);
        // Its record names another province: it lies at the border, whichever side the outline has it on.
        const bool otherwise = parent.kind == "province" && !place.admin1.empty();
        return otherwise ? std::max(outside, border_accuracy_m) : outside;
    }
    // Without an outline a district or subdistrict is known by its size only; a province of another name is
    // another.
    if (parent.kind == "province" && !place.admin1.empty()) return infinitely_far;
    return geodesic(place.point, parent.point).distance_m <= parent.extent_m + parent.accuracy_m
               ? 0
               : infinitely_far;
}

double Parent::outside_m(const Place& place) const {
    if (!m_country.empty() && (place.country.empty() || place.country == m_country)) return 0;
    double least = infinitely_far;
    for (const Option& option : m_places) {
        least = std::min(least, outside_m(place, option));
        if (least == 0) break;
    }
    return least;
}

const Parent& Parents::named(const std::string& words) {
    constexpr std::size_t most_kept = 1'000;
    if (m_parents.size() >= most_kept && !m_parents.contains(words)) m_parents.clear();
    return m_parents.try_emplace(words, words, m_gazetteers).first->second;
}

std::optional<MultiPolygon> area_of(const Place& place, const std::vector<Gazetteer>& gazetteers) {
    for (const Gazetteer& gazetteer : gazetteers) {
        if (auto area = gazetteer.area(place.id)) return area;
    }
    return std::nullopt;
}

}  // namespace incidentmap
