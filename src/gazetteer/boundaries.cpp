// SPDX-License-Identifier: MIT
#include "gazetteer/boundaries.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <filesystem>
#include <limits>
#include <optional>
#include <utility>
#include <variant>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/import/import_log.hpp"
#include "gazetteer/import/layer_rows.hpp"
#include "gazetteer/shown_names.hpp"
#include "geodesy/clip.hpp"
#include "geodesy/footprint.hpp"

namespace incidentmap {
namespace {

using Column = std::optional<std::size_t>;

std::string cell(const LayerRow& row, const Column& column) {
    return column ? lower_ascii(std::string(trimmed(row.cells[*column]))) : std::string{};
}

bool holds_any(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// What the columns of one layer say of an area.
class AreaColumns {
  public:
    explicit AreaColumns(const LayerRows& rows)
        : m_osm_level{rows.column("admin_level")},
          m_level{rows.column("kind|shapetype|level|featurecla")},
          m_province_code{rows.column("adm1_pcode")},
          m_disputed{rows.column("disputed")},
          m_status{rows.column("status|type|featurecla")},
          m_id{rows.column("id|place_id|shapeid|adm1_pcode|adm0_pcode|iso_a3|iso_a2")},
          m_name{rows.column("name|name_en|shapename|adm1_en|adm0_en|admin")} {}

    bool is_country(const LayerRow& row) const {
        const std::string osm = cell(row, m_osm_level);
        if (!osm.empty()) return osm == "1" || osm == "2";
        const std::string level = cell(row, m_level);
        if (holds_any(level, {"adm1", "adm2", "adm3", "admin1", "admin2", "admin-1", "admin-2", "province",
                              "governorate", "district", "state"}))
            return false;
        return cell(row, m_province_code).empty();
    }

    bool is_settled(const LayerRow& row) const {
        const std::string disputed = cell(row, m_disputed);
        if (disputed == "1" || disputed == "true" || disputed == "yes") return false;
        return !holds_any(cell(row, m_status), {"disput", "indefinite", "claim"});
    }

    std::string id(const LayerRow& row) const {
        return "boundary:" + (m_id ? row.cells[*m_id] + ":" : std::string{}) + std::to_string(row.number);
    }
    std::string name(const LayerRow& row) const { return m_name ? row.cells[*m_name] : std::string{}; }

  private:
    Column m_osm_level;
    Column m_level;
    Column m_province_code;
    Column m_disputed;
    Column m_status;
    Column m_id;
    Column m_name;
};

Box box_of(const MultiPolygon& outline) {
    Box own{180, 90, -180, -90};
    for_each_position(Geometry{outline}, [&](LonLat position) {
        own.west = std::min(own.west, position.lon);
        own.east = std::max(own.east, position.lon);
        own.south = std::min(own.south, position.lat);
        own.north = std::max(own.north, position.lat);
    });
    return own;
}

/// In degrees times degrees: enough to tell large ones from small ones.
double bounds_size(const MultiPolygon& outline) {
    const Box own = box_of(outline);
    return (own.east - own.west) * (own.north - own.south);
}

bool reaches_into(const MultiPolygon& outline, const Box& box) {
    const Box own = box_of(outline);
    if (own.south > box.north || own.north < box.south) return false;
    if (box.west <= box.east) return own.west <= box.east && own.east >= box.west;
    return own.east >= box.west || own.west <= box.east;
}

/// A position in the largest part of a sea, which has one: near the middle of the box about it. Seas have
/// many vertices, and a name needs no better place.
LonLat middle_of_water(const MultiPolygon& outline) {
    const Polygon* largest = nullptr;
    double most = -1;
    for (const Polygon& polygon : outline.polygons) {
        const double size = bounds_size(MultiPolygon{{polygon}});
        if (size > most) {
            most = size;
            largest = &polygon;
        }
    }
    assert(largest != nullptr);
    constexpr int steps = 12;
    const Box about = box_of(MultiPolygon{{*largest}});
    LonLat best{(about.west + about.east) / 2, (about.south + about.north) / 2};
    double nearest = std::numeric_limits<double>::infinity();
    for (int row = 1; row < steps; ++row) {
        for (int column = 1; column < steps; ++column) {
            const double x = static_cast<double>(column) / steps - 0.5;
            const double y = static_cast<double>(row) / steps - 0.5;
            if (x * x + y * y >= nearest) continue;
            const LonLat there{(about.west + about.east) / 2 + x * (about.east - about.west),
                               (about.south + about.north) / 2 + y * (about.north - about.south)};
            const bool is_inside = ring_holds(largest->outer, there) &&
                                   std::none_of(largest->holes.begin(), largest->holes.end(),
                                                [&](const Ring& hole) { return ring_holds(hole, there); });
            if (!is_inside) continue;
            nearest = x * x + y * y;
            best = there;
        }
    }
    return best;
}

/// Lakes are known by a few corners: cut twice, these are rounded (Chaikin 1974).
Ring rounded(Ring ring) {
    for (int cut = 0; cut < 2; ++cut) {
        Ring finer;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const LonLat a = ring[i - 1];
            const LonLat b = ring[i];
            finer.push_back({a.lon * 0.75 + b.lon * 0.25, a.lat * 0.75 + b.lat * 0.25});
            finer.push_back({a.lon * 0.25 + b.lon * 0.75, a.lat * 0.25 + b.lat * 0.75});
        }
        if (!finer.empty()) finer.push_back(finer.front());
        ring = std::move(finer);
    }
    return ring;
}

/// What of seas lies in the box; those in a country's outline, which are land there, become lakes.
void part_waters(Surroundings& found, const Box& box) {
    std::vector<OutlinedArea>& seas = found.seas;
    const std::vector<OutlinedArea>& lands = found.areas;
    const bool is_world = box.west == -180 && box.east == 180;
    const auto area_of = [](const OutlinedArea& sea) { return bounds_size(sea.outline); };
    std::vector<Box> boxes;
    for (const OutlinedArea& land : lands) boxes.push_back(box_of(land.outline));
    for (OutlinedArea& sea : seas) {
        if (!is_world) sea.outline = clipped(sea.outline, box, Unsound::may_stay);
    }
    std::erase_if(seas, [&](OutlinedArea& sea) {
        if (sea.outline.polygons.empty()) return true;
        const LonLat middle = sea.middle = middle_of_water(sea.outline);
        for (std::size_t i = 0; i < lands.size(); ++i) {
            if (!lands[i].is_country || !holds(boxes[i], middle)) continue;
            if (!covers(Footprint{lands[i].outline}, middle)) continue;
            OutlinedArea lake = sea;
            for (Polygon& part : lake.outline.polygons) part.outer = rounded(std::move(part.outer));
            found.lakes.push_back(std::move(lake));
            return true;
        }
        return false;
    });
    std::stable_sort(seas.begin(), seas.end(),
                     [&](const OutlinedArea& a, const OutlinedArea& b) { return area_of(a) > area_of(b); });
}

}  // namespace

Boundaries read_boundaries(const std::string& path) {
    LayerRows rows(path, "");
    const AreaColumns columns(rows);
    ImportLog log({});
    Boundaries boundaries{std::filesystem::path(path).filename().string(), {}};
    while (const LayerRow* row = rows.next(log)) {
        const auto* outline = std::get_if<MultiPolygon>(&row->geometry);
        if (outline == nullptr || outline->polygons.empty()) continue;
        boundaries.areas.push_back({columns.id(*row), columns.name(*row), columns.is_country(*row),
                                    columns.is_settled(*row), *outline});
    }
    if (boundaries.areas.empty())
        throw Error{"no boundaries in " + path + ": it has no polygon; give a layer of areas"};
    std::stable_sort(
        boundaries.areas.begin(), boundaries.areas.end(),
        [](const OutlinedArea& a, const OutlinedArea& b) { return a.is_country > b.is_country; });
    return boundaries;
}

Surroundings surroundings_in(const MapGround& ground, const Box& box, std::size_t most_settlements) {
    const MapLimits limits = ground.limits != nullptr ? *ground.limits : MapLimits{};
    Surroundings found = surroundings_in(ground.gazetteers, box, limits.has_towns ? most_settlements : 0);
    if (ground.boundaries != nullptr) {
        found.areas.clear();
        for (const OutlinedArea& area : ground.boundaries->areas) {
            if (reaches_into(area.outline, box)) found.areas.push_back(area);
        }
        found.attributions.push_back("Boundaries: " + ground.boundaries->name);
    }
    part_waters(found, box);
    // A sea may be what is withheld, as a province may.
    if (!limits.has_provinces) {
        found.seas.clear();
        found.lakes.clear();
    }
    if (!limits.has_provinces)
        std::erase_if(found.areas, [](const OutlinedArea& area) { return !area.is_country; });
    if (!found.areas.empty()) found.rivers = rivers_in(box);
    const ShownNames names(ground.language, ground.gazetteers);
    for (OutlinedArea& area : found.areas)
        area.shown_name = names.of({area.place_id, area.name, area.country, area.is_country});
    for (std::vector<OutlinedArea>* waters : {&found.seas, &found.lakes}) {
        for (OutlinedArea& one : *waters) one.shown_name = names.of({one.place_id, one.name, ""});
    }
    for (Settlement& town : found.settlements)
        town.shown_name = names.of({town.place_id, town.name, town.country});
    if (!ground.language.empty())
        found.attributions.emplace_back("Names: Unicode CLDR, Copyright © Unicode, Inc");
    return found;
}

}  // namespace incidentmap
