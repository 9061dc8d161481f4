// SPDX-License-Identifier: MIT
#include "layer/drawn_places.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

#include "core/text.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_ids = 1000;

constexpr std::array<std::string_view, 8> installation_kinds{"military base", "air base",       "airfield",
                                                             "airport",       "training range", "embassy",
                                                             "headquarters",  "compound"};

void append_bytes(std::string& bytes, double value) {
    const double plain = value + 0.0;  // -0 and 0 are one
    bytes.append(reinterpret_cast<const char*>(&plain), sizeof plain);
}

void append_bytes(std::string& bytes, LonLat position) {
    append_bytes(bytes, position.lon);
    append_bytes(bytes, position.lat);
}

void append_bytes(std::string& bytes, const Ring& ring) {
    for (LonLat position : ring) append_bytes(bytes, position);
    bytes += '|';
}

struct AppendFootprint {
    std::string& bytes;

    void operator()(const Circle& circle) {
        append_bytes(bytes, circle.centre);
        append_bytes(bytes, circle.radius_m);
    }
    void operator()(const Sector& sector) {
        append_bytes(bytes, sector.centre);
        for (double value : {sector.inner_m, sector.outer_m, sector.start_deg, sector.sweep_deg})
            append_bytes(bytes, value);
    }
    void operator()(const MultiPolygon& area) {
        for (const Polygon& polygon : area.polygons) {
            append_bytes(bytes, polygon.outer);
            for (const Ring& hole : polygon.holes) append_bytes(bytes, hole);
        }
    }
};

/// A location without what no layer of places tells, or tells of one incident alone.
Location what_is_drawn(const Location& location) {
    Location drawn = location;
    drawn.alternatives = {};
    drawn.query = {};
    drawn.reasons = {};
    drawn.remedy = {};
    drawn.conflicts = {};
    drawn.decided_by = {};
    drawn.score = {};
    return drawn;
}

/// As layers have it: up to the next metre.
double whole_metres(const Location& location) { return std::ceil(location.uncertainty_m - 0.01); }

/// What layers of places tell of one place besides what identity_of() holds. Which of two goes before the
/// other does not depend on which came first: `postgis-union` orders by the same.
auto as_told(const Location& location) {
    return std::tuple(whole_metres(location), location.name, location.kind, location.country, location.admin1,
                      location.admin2, location.where_prec, location.geo_precision,
                      std::string_view(to_string(location.method)), location.extent_m, location.accuracy_m,
                      location.place_source);
}

bool goes_before(const Location& a, const Location& b) { return as_told(a) < as_told(b); }

/// Of a base, which is told with the position that goes first.
bool goes_before_as_base(const Location& a, const Location& b) {
    const auto position = [](const Location& location) {
        return std::tuple(whole_metres(location), location.likely.lat, location.likely.lon);
    };
    return position(a) != position(b) ? position(a) < position(b) : goes_before(a, b);
}

/// Of a site, which is told with the surest of its places: `postgis-union` orders by the same.
bool goes_before_as_site(const Location& a, const Location& b) {
    const auto told = [](const Location& location) {
        return std::tuple(whole_metres(location), location.likely.lat, location.likely.lon,
                          std::string_view(location.name), std::string_view(location.place_id));
    };
    return told(a) < told(b);
}

Hash128 variant_identity(const Location& location, const Hash128& identity) {
    std::string bytes(reinterpret_cast<const char*>(&identity), sizeof identity);
    for (const std::string* text : {&location.anchor_id, &location.name, &location.kind, &location.country,
                                    &location.admin1, &location.admin2, &location.place_source}) {
        bytes += *text;
        bytes += '\0';
    }
    for (const double value :
         {location.uncertainty_m, location.extent_m, location.accuracy_m, double(location.where_prec),
          double(location.geo_precision), double(location.method)})
        append_bytes(bytes, value);
    return hash128(bytes);
}

}  // namespace

Hash128 identity_of(const Location& location) {
    std::string bytes = location.place_id;
    bytes += '\0';
    append_bytes(bytes, location.likely);
    bytes += static_cast<char>('0' + location.footprint.index());
    std::visit(AppendFootprint{bytes}, location.footprint);
    return hash128(bytes);
}

std::uint64_t site_of(const Location& location) {
    if (!location.anchor_id.empty()) return hash128(location.anchor_id).high;
    if (location.method == Method::place_name && !location.place_id.empty())
        return hash128(location.place_id).high;
    return identity_of(location).high;
}

std::string place_key(std::uint64_t id) { return short_hex({id, 0}); }

bool is_installation(std::string_view kind) {
    return std::find(installation_kinds.begin(), installation_kinds.end(), kind) != installation_kinds.end();
}

void IncidentList::add(std::uint64_t serial, const std::string& id) {
    if (serial == m_last) return;
    m_last = serial;
    ++m_count;
    if (m_ids.size() < most_ids) {
        m_ids.push_back(id);
        if (m_ids.size() == most_ids) std::make_heap(m_ids.begin(), m_ids.end());
    } else if (id < m_ids.front()) {
        std::pop_heap(m_ids.begin(), m_ids.end());
        m_ids.back() = id;
        std::push_heap(m_ids.begin(), m_ids.end());
    }
}

std::string IncidentList::ids() const {
    std::vector<std::string> sorted = m_ids;
    std::sort(sorted.begin(), sorted.end());
    return joined(sorted, " | ") + (static_cast<std::size_t>(m_count) > sorted.size() ? " | …" : "");
}

std::uint32_t DrawnPlaces::variant_of(const Location& location) {
    Seen& seen = m_seen[location.serial * 0x9E3779B97F4A7C15u >> 52];
    if (location.serial != 0 && seen.serial == location.serial) return seen.variant;
    const Hash128 identity = identity_of(location);
    const auto [variant, is_new] =
        m_by_variant.try_emplace(variant_identity(location, identity), m_variants.size());
    if (is_new) {
        const auto [place, is_new_place] = m_by_identity.try_emplace(identity, m_places.size());
        m_variants.push_back({what_is_drawn(location), place->second, variant->first});
        const Location& drawn = m_variants.back().location;
        if (is_new_place) {
            m_places.emplace_back().location = drawn;
            m_places.back().id = identity.high;
        } else if (goes_before(drawn, m_places[place->second].location)) {
            m_places[place->second].location = drawn;
        }
    }
    seen = {location.serial, static_cast<std::uint32_t>(variant->second)};
    return seen.variant;
}

/// The base that a place is; \p location as it is told now.
HitBase& DrawnPlaces::base_of(DrawnPlace& place, const Location& location) {
    if (place.base < 0) {
        const auto [at, is_new] = m_base_by_id.try_emplace(location.place_id, m_bases.size());
        if (is_new) m_bases.emplace_back().location = location;
        place.base = static_cast<std::int64_t>(at->second);
    }
    HitBase& base = m_bases[static_cast<std::size_t>(place.base)];
    if (goes_before_as_base(location, base.location)) base.location = location;
    return base;
}

/// The days on which incidents are drawn at a place.
void DrawnPlaces::add_days(DrawnPlace& place, const Incident& incident) {
    if (!incident.date) {
        place.has_undated = true;
        return;
    }
    place.first = place.first ? std::min(*place.first, incident.date->first) : incident.date->first;
    place.last = place.last ? std::max(*place.last, incident.date->last) : incident.date->last;
}

std::uint32_t DrawnPlaces::add_place(const Location& location, const Incident& incident,
                                     std::uint64_t serial) {
    const std::uint32_t variant = variant_of(location);
    DrawnPlace& place = place_of(variant);
    place.incidents.add(serial, incident.id);
    add_days(place, incident);
    if (!incident.is_attack || location.place_id.empty() || !is_installation(location.kind)) return variant;
    HitBase& base = base_of(place, m_variants[variant].location);
    base.attacks.add(serial, incident.id);
    if (!incident.date) return variant;
    base.first = base.first ? std::min(*base.first, incident.date->first) : incident.date->first;
    base.last = base.last ? std::max(*base.last, incident.date->last) : incident.date->last;
    return variant;
}

std::uint32_t DrawnPlaces::add_launch(const Location& location, const Incident& incident,
                                      std::uint64_t serial) {
    const std::uint32_t variant = variant_of(location);
    DrawnPlace& place = place_of(variant);
    place.incidents.add(serial, incident.id);
    add_days(place, incident);
    const Location& drawn = m_variants[variant].location;
    const std::uint64_t id = site_of(drawn);
    const auto [at, is_new] = m_launch_site_by_id.try_emplace(id, m_launch_sites.size());
    if (is_new) {
        m_launch_sites.push_back({drawn, id, 0, 0});
    } else if (goes_before_as_site(drawn, m_launch_sites[at->second].location)) {
        m_launch_sites[at->second].location = drawn;
    }
    RingSite& site = m_launch_sites[at->second];
    if (site.last == serial) return variant;
    site.last = serial;
    ++site.count;
    return variant;
}

}  // namespace incidentmap
