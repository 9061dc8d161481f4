// SPDX-License-Identifier: MIT
#include "layer/drawn_places.hpp"

#include <algorithm>
#include <string_view>

namespace incidentmap {
namespace {

constexpr std::int64_t most_ids = 1000;

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

/// A location without what no layer of places tells.
Location what_is_drawn(const Location& location) {
    Location drawn = location;
    drawn.alternatives = {};
    drawn.query = {};
    return drawn;
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

std::string place_key(std::uint64_t id) { return short_hex({id, 0}); }

bool is_installation(std::string_view kind) {
    return std::find(installation_kinds.begin(), installation_kinds.end(), kind) != installation_kinds.end();
}

void IncidentList::add(std::uint64_t serial, const std::string& id) {
    if (serial == m_last) return;
    m_last = serial;
    if (++m_count > most_ids) return;
    if (m_count > 1) m_ids += " | ";
    m_ids += id;
}

std::string IncidentList::ids() const { return m_count > most_ids ? m_ids + " | …" : m_ids; }

std::size_t DrawnPlaces::index_of(const Location& location) {
    Seen& seen = m_seen[location.serial * 0x9E3779B97F4A7C15u >> 52];
    if (location.serial != 0 && seen.serial == location.serial) return seen.place;
    const Hash128 identity = identity_of(location);
    const auto [at, is_new] = m_by_identity.try_emplace(identity, m_places.size());
    if (is_new) {
        DrawnPlace place;
        place.location = what_is_drawn(location);
        place.id = identity.high;
        m_places.push_back(std::move(place));
    }
    seen = {location.serial, at->second};
    return at->second;
}

std::int64_t DrawnPlaces::base_of(const Location& location) {
    const auto [at, is_new] = m_base_by_id.try_emplace(location.place_id, m_bases.size());
    if (is_new) {
        HitBase base;
        base.location = what_is_drawn(location);
        m_bases.push_back(std::move(base));
    }
    return static_cast<std::int64_t>(at->second);
}

void DrawnPlaces::add_place(const Location& location, const Incident& incident, std::uint64_t serial) {
    DrawnPlace& place = m_places[index_of(location)];
    place.incidents.add(serial, incident.id);
    if (!incident.is_attack || location.place_id.empty() || !is_installation(location.kind)) return;
    if (place.base < 0) place.base = base_of(location);
    HitBase& base = m_bases[static_cast<std::size_t>(place.base)];
    base.attacks.add(serial, incident.id);
    if (!incident.date) return;
    base.first = base.first ? std::min(*base.first, incident.date->first) : incident.date->first;
    base.last = base.last ? std::max(*base.last, incident.date->last) : incident.date->last;
}

void DrawnPlaces::add_launch(const Location& location, const Incident& incident, std::uint64_t serial) {
    DrawnPlace& place = m_places[index_of(location)];
    place.incidents.add(serial, incident.id);
    if (place.last_launch == serial) return;
    place.last_launch = serial;
    ++place.launch_count;
}

}  // namespace incidentmap
