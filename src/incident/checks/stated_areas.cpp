// SPDX-License-Identifier: MIT
#include "incident/checks/stated_areas.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/import/area_locator.hpp"
#include "geodesy/distance_bounds.hpp"
#include "locate/candidate.hpp"
#include "locate/parent.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_kept = 1'000;
constexpr std::string_view capital_note = "The point is that of its capital";

}  // namespace

double StatedArea::outside_m(LonLat position) const {
    if (covers(outline, position)) return 0;
    return distance_bounds({Circle{position, 0}, position}, {outline, outline.polygons.front().outer.front()})
        .min_m;
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
        area->stand_ins.push_back(
            {same->point, "the point that stands for " + area->name + " in the gazetteer " + gazetteer.name(),
             is_capital});
    }
    area->outline = *std::move(outline);
    return area;
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
