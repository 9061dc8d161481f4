// SPDX-License-Identifier: MIT
#include "gazetteer/position_index.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>
#include <variant>

#include "core/error.hpp"
#include "gazetteer/contested_places.hpp"
#include "gazetteer/gazetteer_file.hpp"
#include "gazetteer/rows_in_box.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geodesy/antimeridian.hpp"
#include "geodesy/geodesic.hpp"

namespace incidentmap {
namespace {

constexpr double cell_deg = 0.5;
constexpr int columns_round = 720;
constexpr int rows_high = 360;
constexpr std::size_t most_cells = 20'000;
constexpr double settlement_reach_m = 100'000;
/// As far as a generalised outline may be off.
constexpr double border_doubt_m = 15'000;
/// About a town in which its own record says more of the province than an outline.
constexpr double town_reach_m = 3'000;
constexpr double metres_per_degree = 111'195;

int column_of(double lon) {
    const int column = static_cast<int>(std::floor((lon + 180) / cell_deg));
    return ((column % columns_round) + columns_round) % columns_round;
}

int row_of(double lat) {
    return std::clamp(static_cast<int>(std::floor((lat + 90) / cell_deg)), 0, rows_high - 1);
}

Box box_of(int column, int row) {
    const double west = -180 + column * cell_deg;
    const double south = -90 + row * cell_deg;
    return {west, south, west + cell_deg, south + cell_deg};
}

double shrink_at(double lat) { return std::max(std::cos(lat * std::numbers::pi / 180), 0.01); }

/// On a sphere: to see which is the nearest, and no distance to be told.
double rough_distance_m(LonLat a, LonLat b) {
    const double north = a.lat - b.lat;
    const double apart = std::abs(a.lon - b.lon);
    const double east = std::min(apart, 360 - apart) * shrink_at((a.lat + b.lat) / 2);
    return std::sqrt(north * north + east * east) * metres_per_degree;
}

template <typename Edge>
bool holds(const std::vector<Edge>& edges, LonLat position) {
    bool inside = false;
    for (const Edge& edge : edges) {
        if ((edge.from.lat > position.lat) == (edge.to.lat > position.lat)) continue;
        const double along = (position.lat - edge.from.lat) / (edge.to.lat - edge.from.lat);
        if (position.lon < edge.from.lon + along * (edge.to.lon - edge.from.lon)) inside = !inside;
    }
    return inside;
}

}  // namespace

IndexedPlaces Gazetteer::places_in(const Box& box) const {
    Database& database = m_file->database;
    IndexedPlaces places;
    Statement areas = rows_in(
        database,
        "SELECT t.level, p.name, coalesce(t.country, ''), coalesce(p.admin1, ''), t.geom "
        "FROM rtree_areas_geom AS r JOIN areas AS t ON t.fid = r.id JOIN places AS p ON p.place_id = "
        "t.place_id WHERE r.maxx >= ?1 AND r.minx <= ?2 AND r.maxy >= ?3 AND r.miny <= ?4 AND t.level IN "
        "('country', 'admin1', 'province', 'district', 'sea') ORDER BY t.fid",
        box);
    while (areas.step()) {
        const std::string level(areas.text(0));
        places.areas.push_back({level == "admin1" ? "province" : level, std::string(areas.text(1)),
                                std::string(areas.text(2)), std::string(areas.text(3)),
                                geometry_of<MultiPolygon>(areas, 4, database)});
    }
    Statement settlements = rows_in(
        database,
        "SELECT t.name, coalesce(t.country, ''), coalesce(t.admin1, ''), coalesce(t.admin2, ''), t.geom, "
        "t.extent_m "
        "FROM rtree_places_geom AS r JOIN places AS t ON t.fid = r.id "
        "WHERE r.maxx >= ?1 AND r.minx < ?2 AND r.maxy >= ?3 AND r.miny < ?4 AND t.kind IN "
        "('city', 'town', 'village') ORDER BY t.fid",
        box);
    while (settlements.step()) {
        places.settlements.push_back({std::string(settlements.text(0)), std::string(settlements.text(1)),
                                      std::string(settlements.text(2)), std::string(settlements.text(3)),
                                      geometry_of<LonLat>(settlements, 4, database), settlements.real(5)});
    }
    return places;
}

const PositionIndex::Cell& PositionIndex::cell(int column, int row) {
    const std::int64_t key = std::int64_t{row} * columns_round + column;
    if (const auto known = m_cells.find(key); known != m_cells.end()) return known->second;
    Cell& made = m_cells[key];
    const Box box = box_of(column, row);
    const LonLat middle{(box.west + box.east) / 2, (box.south + box.north) / 2};
    for (const Gazetteer& gazetteer : m_gazetteers) {
        IndexedPlaces places = gazetteer.places_in(box);
        for (IndexedArea& area : places.areas) {
            Area kept;
            bool crosses = false;
            const auto add = [&](const Ring& ring) {
                for (std::size_t i = 1; i < ring.size(); ++i) {
                    const Edge edge{ring[i - 1], ring[i]};
                    const auto [south, north] = std::minmax(edge.from.lat, edge.to.lat);
                    const auto [west, east] = std::minmax(edge.from.lon, edge.to.lon);
                    if (south > box.north || north < box.south || east < box.west) continue;
                    crosses = crosses || west <= box.east;
                    kept.edges.push_back(edge);
                }
            };
            for (const Polygon& polygon : area.outline.polygons) {
                add(polygon.outer);
                std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
            }
            if (!crosses && !holds(kept.edges, middle)) continue;
            if (!crosses) kept.edges = {};
            area.outline = {};
            kept.area = &m_areas.emplace_back(std::move(area));
            made.areas.push_back(std::move(kept));
        }
        std::move(places.settlements.begin(), places.settlements.end(), std::back_inserter(made.settlements));
    }
    return made;
}

std::vector<const IndexedArea*> PositionIndex::areas_at(LonLat position) {
    std::vector<const IndexedArea*> found;
    for (const Area& area : cell(column_of(position.lon), row_of(position.lat)).areas) {
        if (area.edges.empty() || holds(area.edges, position)) found.push_back(area.area);
    }
    return found;
}

/// The area of that kind that is stated, where it begins within what an outline may be off.
const IndexedArea* PositionIndex::stated_nearby(LonLat position, const std::string& kind,
                                                const std::string& country, const std::string& admin1) {
    constexpr std::array<std::pair<double, double>, 9> around{
        {{0, 0}, {0, 1}, {0.7, 0.7}, {1, 0}, {0.7, -0.7}, {0, -1}, {-0.7, -0.7}, {-1, 0}, {-0.7, 0.7}}};
    const double north = border_doubt_m / metres_per_degree;
    const double east = north / shrink_at(position.lat);
    const std::string wanted = normal_form(admin1);
    for (const auto& [x, y] : around) {
        const LonLat there{std::remainder(position.lon + x * east, 360),
                           std::clamp(position.lat + y * north, -90.0, 90.0)};
        for (const IndexedArea* area : areas_at(there)) {
            if (area->kind == kind && area->country == country &&
                (wanted.empty() || normal_form(area->name) == wanted))
                return area;
        }
    }
    return nullptr;
}

void PositionIndex::find_settlement(LonLat position, bool is_stated, PositionPlace& place) {
    const IndexedSettlement* nearest = nullptr;
    double least_m = settlement_reach_m;
    const int row = row_of(position.lat);
    const int column = column_of(position.lon);
    const double cell_height_m = cell_deg * metres_per_degree;
    const double cell_width_m = cell_height_m * shrink_at(position.lat);
    const int rows_away = static_cast<int>(settlement_reach_m / cell_height_m) + 1;
    const int columns_away =
        std::min(static_cast<int>(settlement_reach_m / cell_width_m) + 1, columns_round / 2);
    // From near to far, until the cells that are left lie farther than what was found.
    for (int ring = 0; ring <= std::max(rows_away, columns_away); ++ring) {
        if ((ring - 1) * std::min(cell_height_m, cell_width_m) > least_m) break;
        for (int dy = -std::min(ring, rows_away); dy <= std::min(ring, rows_away); ++dy) {
            const int y = row + dy;
            if (y < 0 || y >= rows_high) continue;
            const int step = std::abs(dy) == ring || ring == 0 ? 1 : 2 * ring;
            for (int dx = -ring; dx <= ring; dx += step) {
                if (std::abs(dx) > columns_away) continue;
                const int x = ((column + dx) % columns_round + columns_round) % columns_round;
                for (const IndexedSettlement& settlement : cell(x, y).settlements) {
                    const double distance_m = rough_distance_m(settlement.point, position);
                    if (distance_m >= least_m) continue;
                    least_m = distance_m;
                    nearest = &settlement;
                }
            }
        }
    }
    if (nearest == nullptr) return;
    const Geodesic from_it = geodesic(nearest->point, position);
    place.settlement = nearest->name;
    place.distance_m = from_it.distance_m;
    place.azimuth_deg = from_it.azimuth_deg;
    place.is_within = from_it.distance_m <= nearest->extent_m;
    if (nearest->country != place.country) return;
    // Outlines are generalised, and some provinces have none: close to a town its record says more.
    const bool is_close = from_it.distance_m <= nearest->extent_m + town_reach_m;
    const bool is_near = from_it.distance_m <= nearest->extent_m + border_doubt_m;
    if (!nearest->admin1.empty() && !is_stated && (is_close || (place.admin1.empty() && is_near)))
        place.admin1 = nearest->admin1;
    if (place.is_within && place.admin2.empty()) place.admin2 = nearest->admin2;
}

PositionPlace PositionIndex::at(LonLat position, const std::string& country, const std::string& admin1) {
    if (m_cells.size() >= most_cells) {
        m_cells.clear();
        m_areas.clear();
    }
    PositionPlace place;
    const IndexedArea* province = nullptr;
    const IndexedArea* district = nullptr;
    for (const IndexedArea* area : areas_at(position)) {
        if (area->kind == "province" && province == nullptr) province = area;
        if (area->kind == "district" && district == nullptr) district = area;
        if (area->kind == "country" && place.country.empty()) place.country = area->country;
        if (area->kind == "sea" && place.sea.empty()) place.sea = area->name;
    }
    if (province != nullptr) place.country = province->country;
    if (!country.empty() && country != place.country) {
        const std::vector<std::string> stated{country};
        if (may_be_stated_as(place.country, position, stated)) {
            place.country = country;
        } else if (const IndexedArea* other = stated_nearby(position, "country", country, {})) {
            place.country = other->country;
            province = stated_nearby(position, "province", country, {});
            district = nullptr;
        }
    }
    const bool is_other =
        province == nullptr || (!admin1.empty() && normal_form(admin1) != normal_form(province->name));
    if (!admin1.empty() && is_other && !place.country.empty()) {
        if (const IndexedArea* other = stated_nearby(position, "province", place.country, admin1)) {
            province = other;
            district = nullptr;
        }
    }
    if (province != nullptr) place.admin1 = province->name;
    if (district != nullptr) place.admin2 = district->name;
    if (district != nullptr && place.admin1.empty()) place.admin1 = district->admin1;
    const bool is_stated = !admin1.empty() && normal_form(admin1) == normal_form(place.admin1);
    find_settlement(position, is_stated, place);
    return place;
}

}  // namespace incidentmap
