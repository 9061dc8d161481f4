// SPDX-License-Identifier: MIT
#include "incident/checks/stated_areas.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "geodesy/area_index.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/candidate.hpp"
#include "locate/parent.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_kept = 1'000;
constexpr std::string_view capital_note = "The point is that of its capital";

/// The position of an edge that is nearest in a plane about another position.
struct Nearest {
    LonLat at;
    double squared = std::numeric_limits<double>::infinity();  ///< in degrees of latitude
};

void look_along(const Ring& ring, LonLat position, Nearest& nearest) {
    const double shrink = std::cos(position.lat * std::numbers::pi / 180);
    const auto east_of = [&](LonLat vertex) {
        return std::remainder(vertex.lon - position.lon, 360) * shrink;
    };
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double x = east_of(ring[i - 1]);
        const double y = ring[i - 1].lat - position.lat;
        const double dx = east_of(ring[i]) - x;
        const double dy = ring[i].lat - ring[i - 1].lat;
        const double length = dx * dx + dy * dy;
        const double along = length == 0 ? 0 : std::clamp(-(x * dx + y * dy) / length, 0.0, 1.0);
        const double squared = std::pow(x + along * dx, 2) + std::pow(y + along * dy, 2);
        if (squared >= nearest.squared) continue;
        const double lon = ring[i - 1].lon + along * (ring[i].lon - ring[i - 1].lon);
        nearest = {{lon, ring[i - 1].lat + along * dy}, squared};
    }
}

}  // namespace

double StatedArea::outside_m(LonLat position) const {
    if (covers(outline, position)) return 0;
    Nearest nearest;
    for (const Polygon& polygon : outline.polygons) {
        look_along(polygon.outer, position, nearest);
        for (const Ring& hole : polygon.holes) look_along(hole, position, nearest);
    }
    return geodesic(position, nearest.at).distance_m;
}

/// The one area of that name and kind whose outline a gazetteer has.
std::unique_ptr<StatedArea> StatedAreas::look_up(const std::string& name, const std::string& kind,
                                                 const std::string& code) const {
    std::vector<Candidate> candidates = candidates_for(m_gazetteers, asked_name(name));
    std::erase_if(candidates, [&](const Candidate& candidate) {
        return candidate.place().kind != kind || (!code.empty() && candidate.place().country != code);
    });
    if (candidates.empty()) return nullptr;
    const bool several = candidates.size() > 1 && candidates[1].score >= candidates[0].score;
    const Place& place = candidates.front().place();
    auto outline = several ? std::nullopt : area_of(place, m_gazetteers);
    if (!outline || outline->polygons.empty()) return nullptr;
    auto area = std::make_unique<StatedArea>();
    area->name = kind == "country" ? country_name(place.country) : place.name;
    area->stand_ins.push_back({centroid_of(*outline), "the middle of " + area->name});
    for (const Gazetteer& gazetteer : m_gazetteers) {
        const auto same = gazetteer.place(place.id);
        if (!same) continue;
        const std::string notes = gazetteer.notes_of(place.id);
        const bool is_capital = notes.starts_with(capital_note);
        area->stand_ins.push_back({same->point,
                                   "the point that stands for " + area->name + " in the gazetteer " +
                                       gazetteer.name() + (is_capital ? ", that of its capital" : ""),
                                   is_capital});
    }
    if (kind == "country") add_capital(*area, code);
    area->outline = *std::move(outline);
    return area;
}

/// The points that gazetteers have for the capital, where it is a town of that country in them.
void StatedAreas::add_capital(StatedArea& country, const std::string& code) const {
    const std::string name(capital_of(code));
    if (name.empty()) return;
    for (const Candidate& candidate : candidates_for(m_gazetteers, asked_name(name))) {
        const Place& place = candidate.place();
        if (place.country != code || place.kind != "city") continue;
        country.stand_ins.push_back({place.point, "the point of " + place.name + ", the capital", true});
    }
}

const StatedArea* StatedAreas::country(const std::string& stated) {
    const std::string code = country_code(stated);
    if (code.empty()) return nullptr;
    const auto known = m_countries.find(code);
    if (known != m_countries.end()) return known->second.get();
    return m_countries.emplace(code, look_up(country_name(code), "country", code)).first->second.get();
}

const StatedArea* StatedAreas::province(const std::string& stated, const std::string& country) {
    if (trimmed(stated).empty()) return nullptr;
    const std::string code = country_code(country);
    const std::string key = code + '\x1F' + stated;
    const auto known = m_provinces.find(key);
    if (known != m_provinces.end()) return known->second.get();
    if (m_provinces.size() >= most_kept) m_provinces.clear();
    return m_provinces.emplace(key, look_up(stated, "province", code)).first->second.get();
}

bool StatedAreas::is_disputed(LonLat position) {
    if (!m_disputed) {
        m_disputed.emplace();
        for (const Gazetteer& gazetteer : m_gazetteers) {
            for (MultiPolygon& area : gazetteer.disputed_areas()) m_disputed->push_back(std::move(area));
        }
    }
    return std::any_of(m_disputed->begin(), m_disputed->end(),
                       [&](const MultiPolygon& area) { return covers(area, position); });
}

}  // namespace incidentmap
