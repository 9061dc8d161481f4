// SPDX-License-Identifier: MIT
#include "gazetteer/gazetteer_check.hpp"

#include <algorithm>
#include <map>
#include <optional>
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

constexpr double outside_m = 2000;  ///< outlines are generalised by a kilometre or so
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
        check_twins();
        return std::move(m_result);
    }

  private:
    void read_areas();
    void check_places();
    void check_ids();
    void check_names();
    void check_twins();
    void check_group(std::vector<Checked>& places);
    void tell(const char* code, Severity severity, const Checked& place, std::string sentence);

    Database m_database;
    std::size_t m_most;
    GazetteerFindings m_result;
    AreaLocator m_countries;
    std::map<std::string, bool> m_has_outline;              ///< countries
    std::vector<std::pair<LonLat, std::string>> m_centres;  ///< of areas, by latitude, with their names
};

std::optional<LonLat> point_in(const Statement& row, int column) {
    const DecodedGeometry decoded = decode_geometry(row.blob(column));
    const auto* point = decoded.geometry ? std::get_if<LonLat>(&*decoded.geometry) : nullptr;
    return point == nullptr ? std::nullopt : std::optional(*point);
}

const char* const select_places =
    "SELECT p.fid, p.place_id, p.name, p.kind, p.country, p.geom FROM places p ";

std::optional<Checked> place_in(const Statement& row) {
    const auto point = point_in(row, 5);
    if (!point) return std::nullopt;
    return Checked{row.integer(0),           std::string(row.text(1)), std::string(row.text(2)),
                   std::string(row.text(3)), std::string(row.text(4)), *point};
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
        "SELECT a.geom, a.name, coalesce(p.kind, a.level), a.country FROM areas a LEFT JOIN places p USING "
        "(place_id) ORDER BY a.fid");
    while (rows.step()) {
        const DecodedGeometry decoded = decode_geometry(rows.blob(0));
        const auto* outline = decoded.geometry ? std::get_if<MultiPolygon>(&*decoded.geometry) : nullptr;
        const std::string kind(rows.text(2));
        if (outline == nullptr || kind_group(kind) != "admin") continue;
        m_centres.emplace_back(centroid_of(*outline), rows.text(1));
        const std::string country(rows.text(3));
        if (kind != "country" || country.empty()) continue;
        m_has_outline[country] = true;
        m_countries.add({kind, std::string(rows.text(1)), country, {}, {}, 0}, *outline);
    }
    std::sort(m_centres.begin(), m_centres.end(),
              [](const auto& a, const auto& b) { return a.first.lat < b.first.lat; });
}

void GazetteerCheck::check_places() {
    constexpr double margin_deg = 0.001;
    Statement rows = m_database.prepare(std::string(select_places) + "ORDER BY p.fid");
    while (rows.step()) {
        const auto place = place_in(rows);
        if (!place) continue;
        if (place->point == LonLat{0, 0}) {
            tell("at-null-island", Severity::error, *place,
                 "It lies at longitude 0 and latitude 0: its position is not known.");
            continue;
        }
        const std::string_view group = kind_group(place->kind);
        if (m_has_outline.contains(place->country) && group != "feature" && place->kind != "country") {
            const auto near = m_countries.at("country", place->point, outside_m);
            const bool inside = std::any_of(near.begin(), near.end(), [&](const AreaLocator::Found& found) {
                return found.area->country == place->country;
            });
            if (!inside) {
                const std::string where = near.empty() || !near.front().holds
                                              ? "outside every outline"
                                              : "in " + near.front().area->name;
                tell("outside-country", Severity::warning, *place,
                     "It is said to be in " + country_name(place->country) + " and lies " + where + ".");
            }
        }
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
    Statement rows = m_database.prepare(std::string(select_places) +
                                        "JOIN (SELECT source_id AS source, source_ref AS ref, kind AS sort "
                                        "FROM places WHERE source_ref IS NOT NULL "
                                        "AND source_id IS NOT NULL GROUP BY 1, 2, 3 HAVING count(*) > 1) ON "
                                        "p.source_id = source AND p.source_ref = ref "
                                        "AND p.kind IS sort ORDER BY source, ref, p.place_id");
    while (rows.step()) {
        if (const auto place = place_in(rows))
            tell("id-twice", Severity::error, *place,
                 "Another entry of its kind has the same id of the same source.");
    }
}

void GazetteerCheck::check_names() {
    Statement rows = m_database.prepare(
        "SELECT p.fid, p.place_id, p.name, p.kind, p.country, p.geom, n.text FROM names n JOIN places p ON "
        "p.fid = n.place "
        "WHERE coalesce(n.sort, '') <> 'code' AND coalesce(n.normal, '') NOT GLOB '*[^0-9 ]*' "
        "ORDER BY p.place_id, n.fid");
    while (rows.step()) {
        if (const auto place = place_in(rows))
            tell("name-without-letters", Severity::note, *place,
                 "Its name '" + shortened(rows.text(6), 40) + "' has no letter.");
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
    Statement rows = m_database.prepare(
        "SELECT p.fid, p.place_id, p.name, p.kind, p.country, p.geom, f.form FROM forms f JOIN places p ON "
        "p.fid = f.place "
        "JOIN names n ON n.fid = f.name WHERE f.lacks = 0 AND n.sort = 'preferred' ORDER BY f.form, f.place");
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

}  // namespace

GazetteerFindings check_gazetteer(const std::string& path, std::size_t most) {
    (void)Gazetteer::open(path);  // throws where it is none of this program's
    return GazetteerCheck(path, most).run();
}

}  // namespace incidentmap
