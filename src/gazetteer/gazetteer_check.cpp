// SPDX-License-Identifier: MIT
#include "gazetteer/gazetteer_check.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/import/area_locator.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "geodesy/geodesic.hpp"
#include "geopackage/database.hpp"
#include "geopackage/geometry_blob.hpp"

namespace incidentmap {
namespace {

constexpr double outside_m = 2000;           ///< outlines are generalised by a kilometre or so
constexpr double outside_province_m = 5000;  ///< those of provinces by more, and crossings stand on them
constexpr double points_apart_m = 20'000;
constexpr double at_centre_m = 50;
constexpr double twins_m = 200;
constexpr std::size_t most_beside = 1000;  ///< so many of one name on one latitude are compared with each

/// A place as the checks need it.
struct Checked {
    std::int64_t number = 0;
    std::string id;
    std::string name;
    std::string kind;
    std::string country;
    LonLat point;
};

class GazetteerCheck {
  public:
    GazetteerCheck(const std::string& path, std::size_t most)
        : m_database(Database::open_read_only(path)), m_most(most) {}

    GazetteerFindings run() {
        read_areas();
        check_places();
        check_ids();
        check_names();
        check_preferred();
        check_twins();
        check_provinces();
        check_points();
        check_sources();
        return std::move(m_result);
    }

  private:
    void read_areas();
    void check_places();
    void check_ids();
    void check_names();
    void check_preferred();
    void check_twins();
    void check_provinces();
    void check_points();
    void check_sources();
    void tell_outside_country(const Checked& place);
    void check_group(std::vector<Checked>& places);
    void tell(const char* code, Severity severity, const Checked& place, std::string sentence);

    Database m_database;
    std::size_t m_most;
    GazetteerFindings m_result;
    AreaLocator m_areas;                                                     ///< countries and provinces
    std::set<std::string> m_has_outline;                                     ///< countries
    std::set<std::pair<std::string, std::string>> m_provinces_with_outline;  ///< by country and name
    std::vector<std::pair<LonLat, std::string>> m_centres;  ///< of areas, by latitude, with their names
};

/// The point of a column; nothing for any other geometry.
std::optional<LonLat> point_in(const Statement& row, int column) {
    const DecodedGeometry decoded = decode_geometry(row.blob(column));
    const auto* point = decoded.geometry ? std::get_if<LonLat>(&*decoded.geometry) : nullptr;
    return point == nullptr ? std::nullopt : std::optional(*point);
}

/// A query of places and of what else is named: column 6 and those after it.
std::string places_with(const std::string& further, const std::string& rest) {
    return "SELECT p.fid, p.place_id, p.name, p.kind, p.country, p.geom" + further + " FROM places p " + rest;
}

/// The place whose columns, as places_with() has them, a row begins with.
std::optional<Checked> place_in(const Statement& row) {
    const auto point = point_in(row, 5);
    if (!point) return std::nullopt;
    const auto text = [&](int column) { return std::string(row.text(column)); };
    return Checked{row.integer(0), text(1), text(2), text(3), text(4), *point};
}

void GazetteerCheck::tell(const char* code, Severity severity, const Checked& place, std::string sentence) {
    auto count = std::find_if(m_result.counts.begin(), m_result.counts.end(),
                              [code](const auto& known) { return known.first == code; });
    if (count == m_result.counts.end()) count = m_result.counts.insert(count, {code, 0});
    if (static_cast<std::size_t>(++count->second) > m_most) return;
    m_result.findings.push_back({code, severity, place.id, place.name, std::move(sentence), place.point});
}

void GazetteerCheck::read_areas() {
    Statement rows = m_database.prepare(
        "SELECT a.geom, coalesce(p.name, a.name), coalesce(p.kind, a.level), a.country FROM areas a "
        "LEFT JOIN places p USING (place_id) ORDER BY a.fid");
    while (rows.step()) {
        const DecodedGeometry decoded = decode_geometry(rows.blob(0));
        const auto* outline = decoded.geometry ? std::get_if<MultiPolygon>(&*decoded.geometry) : nullptr;
        if (outline == nullptr) continue;
        const std::string name(rows.text(1));
        const std::string kind(rows.text(2));
        const std::string country(rows.text(3));
        if (kind_group(kind) != "admin") continue;
        m_centres.emplace_back(centroid_of(*outline), name);
        if (country.empty() || (kind != "country" && kind != "province")) continue;
        if (kind == "country") m_has_outline.insert(country);
        if (kind == "province") m_provinces_with_outline.emplace(country, name);
        m_areas.add({kind, name, country, {}, {}, 0}, *outline);
    }
    std::sort(m_centres.begin(), m_centres.end(),
              [](const auto& a, const auto& b) { return a.first.lat < b.first.lat; });
}

/// Where the gazetteer has an outline of the place's country, and the place lies far outside of it.
void GazetteerCheck::tell_outside_country(const Checked& place) {
    if (!m_has_outline.contains(place.country) || kind_group(place.kind) == "feature") return;
    if (place.kind == "country") return;
    const auto near = m_areas.at("country", place.point, outside_m);
    const bool inside = std::any_of(near.begin(), near.end(), [&](const AreaLocator::Found& found) {
        return found.area->country == place.country;
    });
    if (inside) return;
    const std::string where =
        near.empty() || !near.front().holds ? "outside every outline" : "in " + near.front().area->name;
    tell("outside-country", Severity::warning, place,
         "It is said to be in " + country_name(place.country) + " and lies " + where + ".");
}

void GazetteerCheck::check_places() {
    constexpr double margin_deg = 0.001;
    Statement rows = m_database.prepare(places_with("", "ORDER BY p.fid"));
    while (rows.step()) {
        const auto place = place_in(rows);
        if (!place) continue;
        if (place->point == LonLat{0, 0}) {
            tell("at-null-island", Severity::error, *place,
                 "It lies at longitude 0 and latitude 0: its position is not known.");
            continue;
        }
        tell_outside_country(*place);
        const std::string_view group = kind_group(place->kind);
        if (group != "settlement" && group != "installation") continue;
        auto centre = std::lower_bound(m_centres.begin(), m_centres.end(), place->point.lat - margin_deg,
                                       [](const auto& row, double lat) { return row.first.lat < lat; });
        for (; centre != m_centres.end() && centre->first.lat <= place->point.lat + margin_deg; ++centre) {
            if (geodesic(centre->first, place->point).distance_m > at_centre_m) continue;
            tell("at-centre-of-area", Severity::warning, *place,
                 "It lies on the centroid of " + centre->second + ": is that its own position?");
        }
    }
}

void GazetteerCheck::check_ids() {
    Statement rows = m_database.prepare(places_with(
        "",
        "JOIN (SELECT source_id AS source, source_ref AS ref, kind AS sort FROM places WHERE source_ref IS "
        "NOT "
        "NULL AND source_id IS NOT NULL GROUP BY 1, 2, 3 HAVING count(*) > 1) ON p.source_id = source AND "
        "p.source_ref = ref AND p.kind IS sort ORDER BY source, ref, p.place_id"));
    while (rows.step()) {
        if (const auto place = place_in(rows))
            tell("id-twice", Severity::error, *place,
                 "Another entry of its kind has the same id of the same source.");
    }
}

void GazetteerCheck::check_names() {
    // An empty normal form is the name in small letters: neither digits nor signs are letters.
    Statement rows = m_database.prepare(places_with(", n.text",
                                                    "JOIN names n ON n.place = p.fid WHERE coalesce(n.sort, "
                                                    "'') <> 'code' AND coalesce(n.normal, lower(n.text)) "
                                                    "NOT GLOB '*[^ -@[-`{-~]*' ORDER BY p.place_id, n.fid"));
    while (rows.step()) {
        if (const auto place = place_in(rows))
            tell("name-without-letters", Severity::note, *place,
                 "Its name '" + shortened(rows.text(6), 40) + "' has no letter.");
    }
}

/// A place has one name in a language that stands for it.
void GazetteerCheck::check_preferred() {
    Statement rows = m_database.prepare(places_with(
        ", n.language, n.texts",
        "JOIN (SELECT place, language, group_concat(text, '; ') AS texts FROM names WHERE sort = 'preferred' "
        "AND coalesce(language, '') <> '' GROUP BY 1, 2 HAVING count(*) > 1) n ON p.fid = n.place "
        "ORDER BY p.fid, n.language"));
    while (rows.step()) {
        if (const auto place = place_in(rows))
            tell("preferred-twice", Severity::warning, *place,
                 "In the language '" + std::string(rows.text(6)) +
                     "' it has several preferred names: " + shortened(rows.text(7), 80) + ".");
    }
}

/// Places with one name, by latitude, so that only those next to each other are compared.
void GazetteerCheck::check_group(std::vector<Checked>& places) {
    constexpr double twins_deg = twins_m / 110'000;
    std::stable_sort(places.begin(), places.end(),
                     [](const Checked& a, const Checked& b) { return a.point.lat < b.point.lat; });
    for (std::size_t i = 1; i < places.size(); ++i) {
        const std::size_t last = i > most_beside ? i - most_beside : 0;
        for (std::size_t j = i; j-- > last && places[i].point.lat - places[j].point.lat <= twins_deg;) {
            const double distance_m = geodesic(places[i].point, places[j].point).distance_m;
            if (places[i].kind != places[j].kind || distance_m > twins_m) continue;
            tell("twins", Severity::warning, places[i],
                 places[j].id + " has the same name and kind and lies " + to_text(distance_m, 0) +
                     " m away: one place?");
            break;
        }
    }
}

void GazetteerCheck::check_twins() {
    Statement rows = m_database.prepare(places_with(
        ", f.form",
        "JOIN forms f ON f.place = p.fid JOIN names n ON n.fid = f.name WHERE f.lacks = 0 AND n.sort = "
        "'preferred' ORDER BY f.form, f.place"));
    std::vector<Checked> group;
    std::string form;
    while (rows.step()) {
        if (rows.text(6) != form) {
            check_group(group);
            group.clear();
            form = rows.text(6);
        }
        if (auto place = place_in(rows)) group.push_back(std::move(*place));
    }
    check_group(group);
}

/// The province that a place is said to lie in: there is one of that name, and it holds the place.
void GazetteerCheck::check_provinces() {
    Statement rows = m_database.prepare(
        places_with(", p.admin1, s.name IS NULL",
                    "LEFT JOIN (SELECT DISTINCT country, name FROM places WHERE kind = 'province') s "
                    "ON s.country = p.country AND s.name = p.admin1 "
                    "WHERE coalesce(p.admin1, '') <> '' AND p.kind <> 'province' "
                    "AND p.country IN (SELECT country FROM places WHERE kind = 'province') ORDER BY p.fid"));
    while (rows.step()) {
        const auto place = place_in(rows);
        if (!place) continue;
        const std::string province(rows.text(6));
        if (rows.integer(7) != 0) {
            tell("province-unknown", Severity::warning, *place,
                 "It is said to be in " + province + ", and " + country_name(place->country) +
                     " has no province of that name here.");
            continue;
        }
        if (!m_provinces_with_outline.contains({place->country, province})) continue;
        if (kind_group(place->kind) == "feature") continue;
        const auto near = m_areas.at("province", place->point, outside_province_m);
        const bool inside = std::any_of(near.begin(), near.end(), [&](const AreaLocator::Found& found) {
            return found.area->country == place->country && found.area->name == province;
        });
        if (inside) continue;
        tell("outside-province", Severity::warning, *place,
             "It is said to be in " + province + " and lies more than " +
                 to_text(outside_province_m / 1000, 0) + " km outside its outline.");
    }
}

void GazetteerCheck::check_points() {
    Statement rows = m_database.prepare(
        places_with(", o.geom, o.source_id", "JOIN points o USING (place_id) ORDER BY p.fid, o.fid"));
    while (rows.step()) {
        const auto place = place_in(rows);
        const auto other = point_in(rows, 6);
        if (!place || !other) continue;
        const double apart_m = geodesic(place->point, *other).distance_m;
        if (apart_m <= points_apart_m) continue;
        tell("points-apart", Severity::warning, *place,
             "Another point, of " + std::string(rows.text(7)) + ", lies " + to_text(apart_m / 1000, 0) +
                 " km away: one place?");
    }
}

/// Where the gazetteer says what its sources are, it says it of all.
void GazetteerCheck::check_sources() {
    Statement rows = m_database.prepare(places_with(
        ", u.source",
        "JOIN (SELECT fid AS place, source_id AS source FROM places UNION SELECT place, source_id FROM names "
        "UNION SELECT q.fid, o.source_id FROM points o JOIN places q USING (place_id)) u ON u.place = p.fid "
        "WHERE coalesce(u.source, '') <> '' AND EXISTS (SELECT 1 FROM sources) "
        "AND u.source NOT IN (SELECT source_id FROM sources) ORDER BY p.fid, u.source"));
    while (rows.step()) {
        if (const auto place = place_in(rows))
            tell("source-unknown", Severity::error, *place,
                 "The source '" + std::string(rows.text(6)) + "' is not in the table of sources.");
    }
}

}  // namespace

GazetteerFindings check_gazetteer(const std::string& path, std::size_t most) {
    (void)Gazetteer::open(path);  // throws where it is none of this program's
    return GazetteerCheck(path, most).run();
}

}  // namespace incidentmap
