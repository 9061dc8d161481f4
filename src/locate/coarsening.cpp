// SPDX-License-Identifier: MIT
#include "locate/coarsening.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/grid_cell.hpp"
#include "locate/place_location.hpp"

namespace incidentmap {
namespace {

using Unit = Coarseness::Unit;

constexpr const char* said = "A public edition says no more closely where it was.";

/// How coarse an area is by its kind; nothing for what is no unit.
std::optional<Unit> unit_of_kind(const std::string& kind) {
    if (kind == "country") return Unit::country;
    if (kind == "province") return Unit::admin1;
    if (kind == "district") return Unit::admin2;
    return std::nullopt;
}

/// Whether an outline that stands there already is no finer than that.
bool is_coarse_enough(const Location& location, const Coarseness& as) {
    if (location.status != Status::coarse || location.method != Method::area_outline) return false;
    if (!std::holds_alternative<MultiPolygon>(location.footprint)) return false;
    // A region is larger than a province where it lies in none.
    constexpr double least_region_m = 75'000;
    const bool is_large =
        location.kind == "region" && location.admin1.empty() && location.uncertainty_m >= least_region_m;
    const auto unit = is_large ? std::optional(Unit::admin1) : unit_of_kind(location.kind);
    if (!unit) return false;
    if (as.unit == Unit::grid) return location.uncertainty_m >= as.cell_km * 1'000;
    return *unit >= as.unit;
}

/// What stands of a place in an edition: nothing that was looked up, matched or decided.
Location bare(const Location& area) {
    Location location;
    location.status = Status::coarse;
    location.method = Method::area_outline;
    location.query = area.name;
    location.name = area.name;
    location.place_id = area.place_id;
    location.kind = area.kind;
    location.country = area.country;
    location.admin1 = area.admin1;
    location.admin2 = area.admin2;
    location.likely = area.likely;
    location.footprint = area.footprint;
    location.uncertainty_m = area.uncertainty_m;
    location.geo_precision = area.geo_precision;
    location.where_prec = area.where_prec;
    location.reasons = {said};
    return location;
}

Location withheld() {
    Location location;
    location.reasons = {"The place is withheld in this edition."};
    return location;
}

}  // namespace

const Location* Coarsening::unit(const std::string& kind, const std::string& name, const std::string& country,
                                 const std::string& admin1) {
    if (name.empty()) return nullptr;
    const std::string key = kind + '\x1F' + name + '\x1F' + country + '\x1F' + admin1;
    const auto [known, is_new] = m_units.try_emplace(key);
    if (!is_new) return known->second ? &*known->second : nullptr;
    for (const Gazetteer& gazetteer : m_gazetteers) {
        for (const NameHit& hit : gazetteer.by_normal_form(normal_form(name))) {
            const Place& place = hit.place;
            const bool is_meant = place.has_area && place.kind == kind && place.country == country &&
                                  (kind != "district" || place.admin1 == admin1);
            if (!is_meant) continue;
            Location location = location_of_place(place, m_gazetteers);
            if (!std::holds_alternative<MultiPolygon>(location.footprint)) continue;
            known->second = bare(location);
            return &*known->second;
        }
    }
    return nullptr;
}

const Location* Coarsening::unit_of(const Location& location, const Coarseness& as) {
    std::string country = location.country;
    std::string admin1 = location.kind == "province" ? location.name : location.admin1;
    std::string admin2 = location.kind == "district" ? location.name : location.admin2;
    if (location.status == Status::resolved && (country.empty() || admin1.empty() || admin2.empty())) {
        const PositionPlace there = m_positions.at(location.likely, country, admin1);
        if (country.empty()) country = there.country;
        if (admin1.empty()) admin1 = there.admin1;
        if (admin2.empty() && there.admin1 == admin1) admin2 = there.admin2;
    }
    const Location* found = nullptr;
    if (as.unit <= Unit::admin2 && !admin2.empty()) found = unit("district", admin2, country, admin1);
    if (found == nullptr && as.unit <= Unit::admin1) found = unit("province", admin1, country, {});
    if (found == nullptr) found = unit("country", country_name(country), country, {});
    return found;
}

/// The cell of the likely point; a larger one, of twice the side, where the possible area is larger.
Location Coarsening::cell_of(const Location& location, double side_km) {
    while (side_km < 2'000 && location.uncertainty_m > side_km * 1'000) side_km *= 2;
    const GridCell cell = grid_cell(location.likely, side_km);
    Location area;
    area.kind = "grid cell";
    area.country = location.country;
    area.likely = cell.middle;
    area.footprint = cell.outline;
    area.uncertainty_m = radius_about_m(area.footprint, area.likely);
    area.geo_precision = 2;
    area.where_prec = area.uncertainty_m <= 25'000 ? 2 : 5;
    // A province is told only where all of the cell lies in it: else it would say which part of the cell.
    const Ring& ring = cell.outline.polygons.front().outer;
    const auto is_there = [&](LonLat corner) {
        const PositionPlace there = m_positions.at(corner);
        return there.country == location.country && there.admin1 == location.admin1;
    };
    if (!location.admin1.empty() && is_there(cell.middle) && std::all_of(ring.begin(), ring.end(), is_there))
        area.admin1 = location.admin1;
    const std::string where = area.admin1.empty() ? country_name(area.country) : area.admin1;
    area.name = to_text(side_km, 3) + " km cell" + (where.empty() ? "" : " in " + where);
    return bare(area);
}

Location Coarsening::coarsened(const Location& location, const Coarseness& as) {
    if (!location.has_place() || as.is_no()) return withheld();
    if (is_coarse_enough(location, as)) return bare(location);
    if (as.unit == Unit::grid) {
        // A part of an area is as coarse as that area, and no cell says what it is.
        const bool is_wide =
            location.method == Method::part_of_area || location.method == Method::area_outline;
        const bool is_outline = std::holds_alternative<MultiPolygon>(location.footprint);
        if (is_wide && is_outline && location.uncertainty_m >= 2 * as.cell_km * 1'000) return bare(location);
        return cell_of(location, as.cell_km);
    }
    const Location* unit = unit_of(location, as);
    return unit != nullptr ? *unit : withheld();
}

std::vector<std::string> Coarsening::spellings_of(const std::string& place_id) const {
    std::vector<std::string> spellings;
    if (place_id.empty()) return spellings;
    for (const Gazetteer& gazetteer : m_gazetteers) {
        for (const Name& name : gazetteer.names_of(place_id)) spellings.push_back(name.text);
    }
    return spellings;
}

}  // namespace incidentmap
