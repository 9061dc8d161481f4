// SPDX-License-Identifier: MIT
#include "gazetteer/surroundings.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "core/error.hpp"
#include "gazetteer/gazetteer_file.hpp"
#include "gazetteer/rows_in_box.hpp"
#include "geodesy/footprint.hpp"

namespace incidentmap {
namespace {

/// A box that crosses the antimeridian is two that do not.
std::vector<Box> parts_of(const Box& box) {
    if (box.west <= box.east) return {box};
    return {{box.west, box.south, 180, box.north}, {-180, box.south, box.east, box.north}};
}

Statement rows_in(Database& database, const std::string& columns, const std::string& table,
                  const std::string& rest, const Box& box) {
    return rows_in(database,
                   "SELECT " + columns + " FROM " + table + " AS t JOIN rtree_" + table +
                       "_geom AS r ON r.id = t.fid WHERE r.maxx >= ?1 AND r.minx <= ?2 AND "
                       "r.maxy >= ?3 AND r.miny <= ?4 " +
                       rest,
                   box);
}

}  // namespace

bool holds_any(const OutlinedArea& area, std::span<const LonLat> positions) {
    const Footprint whole{area.outline};
    return std::any_of(positions.begin(), positions.end(),
                       [&](LonLat position) { return covers(whole, position); });
}

Surroundings Gazetteer::surroundings(const Box& box, std::size_t most_settlements) const {
    Database& database = m_file->database;
    Surroundings found;
    std::set<std::string> sources;
    for (const Box& part : parts_of(box)) {
        Statement areas = rows_in(database, "t.place_id, t.name, t.level, t.country, t.geom, t.source_id",
                                  "areas", "", part);
        while (areas.step()) {
            // A region (Levant, Kurdistan) is drawn by nobody's border, and lies across those that are.
            if (areas.text(2) == "region") continue;
            if (areas.text(2) == "sea") {
                if (most_settlements == 0) continue;
                found.seas.push_back({std::string(areas.text(0)), std::string(areas.text(1)), false, true,
                                      geometry_of<MultiPolygon>(areas, 4, database)});
                continue;
            }
            const bool is_country = areas.text(2) == "country";
            found.areas.push_back({std::string(areas.text(0)), std::string(areas.text(1)), is_country,
                                   !is_country || !areas.text(3).empty(),
                                   geometry_of<MultiPolygon>(areas, 4, database),
                                   std::string(areas.text(3))});
            sources.emplace(areas.text(5));
        }
        Statement settlements =
            rows_in(database, "t.place_id, t.name, t.population, t.geom, t.source_id, t.country", "places",
                    "AND t.kind IN ('city', 'town') ORDER BY t.population DESC, t.place_id "
                    "LIMIT ?5",
                    part);
        settlements.bind_integer(5, static_cast<std::int64_t>(most_settlements));
        while (settlements.step()) {
            found.settlements.push_back(
                {std::string(settlements.text(0)), std::string(settlements.text(1)), settlements.integer(2),
                 geometry_of<LonLat>(settlements, 3, database), std::string(settlements.text(5))});
            sources.emplace(settlements.text(4));
        }
    }
    for (const GazetteerSource& source : summary().sources) {
        if (!source.attribution.empty() && sources.contains(source.source_id))
            found.attributions.push_back(source.attribution);
    }
    return found;
}

Surroundings surroundings_in(std::span<const Gazetteer> gazetteers, const Box& box,
                             std::size_t most_settlements) {
    Surroundings all;
    std::set<std::string> known;
    const auto is_new = [&](const std::string& place_id) { return known.insert(place_id).second; };
    for (const Gazetteer& gazetteer : gazetteers) {
        Surroundings found = gazetteer.surroundings(box, most_settlements);
        std::set<std::string> names;  // of earlier gazetteers
        for (const Settlement& settlement : all.settlements) names.insert(settlement.name);
        for (OutlinedArea& area : found.areas) {
            if (is_new("area " + area.place_id)) all.areas.push_back(std::move(area));
        }
        for (OutlinedArea& sea : found.seas) {
            if (is_new("area " + sea.place_id)) all.seas.push_back(std::move(sea));
        }
        for (Settlement& settlement : found.settlements) {
            if (!names.contains(settlement.name) && is_new(settlement.place_id))
                all.settlements.push_back(std::move(settlement));
        }
        for (std::string& attribution : found.attributions) {
            if (is_new("attribution " + attribution)) all.attributions.push_back(std::move(attribution));
        }
    }
    std::sort(all.areas.begin(), all.areas.end(), [](const OutlinedArea& a, const OutlinedArea& b) {
        return std::pair(!a.is_country, a.place_id) < std::pair(!b.is_country, b.place_id);
    });
    std::stable_sort(all.settlements.begin(), all.settlements.end(),
                     [](const Settlement& a, const Settlement& b) { return a.population > b.population; });
    if (all.settlements.size() > most_settlements) all.settlements.resize(most_settlements);
    return all;
}

}  // namespace incidentmap
