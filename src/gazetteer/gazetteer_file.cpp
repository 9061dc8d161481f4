// SPDX-License-Identifier: MIT
#include "gazetteer/gazetteer_file.hpp"

#include <utility>
#include <variant>

#include "core/error.hpp"
#include "gazetteer/schema.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "geopackage/geometry_blob.hpp"

namespace incidentmap {
namespace {

const std::string select_place =
    "SELECT p.place_id, p.name, p.kind, p.country, p.admin1, p.admin2, p.geom, p.extent_m, p.accuracy_m, "
    "p.population, p.source_id, p.other_points, p.has_area";
const std::string select_name = ", n.text, n.language, n.script, n.sort, n.from_year, n.to_year";

/// Opens what is a gazetteer of this program's versions.
Database open_checked(const std::filesystem::path& path) {
    Database database = Database::open_read_only(path);
    // One transaction for all look-ups: otherwise each of them would ask the file whether it has changed.
    database.begin();
    // As much of a gazetteer of a million names as a long list of places reads again and again; in KiB.
    database.execute("PRAGMA cache_size = -98304");
    Statement table =
        database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'gazetteer'");
    if (!table.step()) throw Error{path.string() + " is not a gazetteer" + remedy_for(path)};
    Statement versions = database.prepare("SELECT schema_version, spelling_version FROM gazetteer");
    if (!versions.step())
        throw Error{path.string() + " is a gazetteer that was not finished" + remedy_for(path)};
    const std::int64_t schema = versions.integer(0);
    const std::int64_t spelling = versions.integer(1);
    if (schema == gazetteer_schema_version && spelling == spelling_version) return database;
    throw Error{path.string() + " was made by another version of incidentmap (tables " +
                std::to_string(schema) + ", spelling " + std::to_string(spelling) + "; this one has " +
                std::to_string(gazetteer_schema_version) + " and " + std::to_string(spelling_version) + ")" +
                remedy_for(path)};
}

std::string text_of(Database& database, std::string_view query) {
    Statement row = database.prepare(query);
    return row.step() ? std::string(row.text(0)) : std::string{};
}

std::int64_t number_of(Database& database, std::string_view query) {
    Statement row = database.prepare(query);
    return row.step() ? row.integer(0) : 0;
}

std::optional<LonLat> point_of(const Statement& row, int column) {
    const DecodedGeometry decoded = decode_geometry(row.blob(column));
    if (!decoded.geometry) return std::nullopt;
    const auto* point = std::get_if<LonLat>(&*decoded.geometry);
    return point == nullptr || !is_valid(*point) ? std::nullopt : std::optional<LonLat>(*point);
}

std::vector<KindCount> counts(Database& database, const std::string& column, const std::string& table) {
    std::vector<KindCount> result;
    Statement rows = database.prepare("SELECT coalesce(" + column + ", ''), count(*) AS c FROM " + table +
                                      " GROUP BY 1 ORDER BY c DESC, 1");
    while (rows.step()) result.push_back({std::string(rows.text(0)), rows.integer(1)});
    return result;
}

}  // namespace

std::string remedy_for(const std::filesystem::path& path) {
    return "; make it anew: incidentmap gazetteer import FORMAT FILE... -o " + path.string();
}

Name read_name(const Statement& row, int first) {
    Name name;
    name.text = row.text(first);
    name.language = row.text(first + 1);
    name.script = row.text(first + 2);
    name.sort = row.text(first + 3);
    if (!row.is_null(first + 4)) name.from_year = static_cast<int>(row.integer(first + 4));
    if (!row.is_null(first + 5)) name.to_year = static_cast<int>(row.integer(first + 5));
    return name;
}

GazetteerFile::GazetteerFile(const std::filesystem::path& path, std::string shown_name)
    : database(open_checked(path)),
      name(std::move(shown_name)),
      fingerprint(text_of(database, "SELECT fingerprint FROM gazetteer")),
      least_population(number_of(database, "SELECT least_population FROM gazetteer")),
      by_form(database.prepare(select_place + select_name +
                               ", f.lacks FROM forms f CROSS JOIN places p ON p.fid = f.place "
                               "CROSS JOIN names n ON n.fid = f.name "
                               "WHERE f.form = ?1")),
      by_name(database.prepare(select_place + select_name +
                               " FROM names n CROSS JOIN places p ON p.fid = n.place WHERE n.fid = ?1")),
      by_place_id(database.prepare(select_place + " FROM places p WHERE p.place_id = ?1")),
      names_of(database.prepare(
          "SELECT n.text, n.language, n.script, n.sort, n.from_year, n.to_year FROM places p "
          "CROSS JOIN names n ON n.place = p.fid WHERE p.place_id = ?1 ORDER BY n.fid")),
      points_of(database.prepare("SELECT geom, source_id FROM points WHERE place_id = ?1 ORDER BY fid")),
      area_of(database.prepare("SELECT geom FROM areas WHERE place_id = ?1")),
      settlement_in(
          database.prepare("SELECT 1 FROM places WHERE country = ?1 AND kind IN ('city', 'town', 'village') "
                           "LIMIT 1")),
      form_exactly(database.prepare("SELECT place, name FROM forms WHERE form = ?1 LIMIT ?2")),
      forms_between(database.prepare("SELECT form, place, name FROM forms WHERE form >= ?1 AND form < ?2 "
                                     "ORDER BY form, place LIMIT ?3")),
      phonetic_key_names(database.prepare("SELECT coalesce(normal, lower(text)), place, fid FROM names "
                                          "WHERE skeleton = ?1 ORDER BY place, fid LIMIT ?2")),
      sounding_names(database),
      typos(database),
      name_text(database.prepare("SELECT text, skeleton, place FROM names WHERE fid = ?1")) {}

Place GazetteerFile::place(const Statement& row) {
    Place place;
    place.id = row.text(0);
    place.name = row.text(1);
    place.kind = row.text(2);
    place.country = row.text(3);
    place.admin1 = row.text(4);
    place.admin2 = row.text(5);
    const auto point = point_of(row, 6);
    if (!point)
        throw Error{database.path().string() + " is damaged: " + place.id + " has no point" +
                    remedy_for(database.path())};
    place.point = *point;
    place.extent_m = row.real(7);
    place.accuracy_m = row.real(8);
    place.population = row.integer(9);
    place.source_id = row.text(10);
    place.has_area = row.integer(12) != 0;
    if (row.integer(11) == 0) return place;
    for (Look look(points_of, place.id); look.step();) {
        if (const auto other = point_of(points_of, 0))
            place.other_points.push_back({*other, std::string(points_of.text(1))});
    }
    return place;
}

NameHit GazetteerFile::hit(const Statement& row, MatchForm form) {
    NameHit hit;
    hit.place = place(row);
    hit.name = read_name(row, place_columns);
    hit.form = form;
    return hit;
}

GazetteerInfo GazetteerFile::summary() {
    GazetteerInfo info;
    info.name = name;
    info.fingerprint = fingerprint;
    Statement about = database.prepare("SELECT place_count, name_count, area_count FROM gazetteer");
    if (about.step()) {
        info.place_count = about.integer(0);
        info.name_count = about.integer(1);
        info.area_count = about.integer(2);
    }
    Statement rows = database.prepare(
        "SELECT source_id, name, licence, licence_url, attribution, url, date, notes FROM sources ORDER BY "
        "source_id");
    while (rows.step()) {
        const auto cell = [&rows](int i) { return std::string(rows.text(i)); };
        info.sources.push_back({cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6), cell(7)});
    }
    return info;
}

GazetteerInfo GazetteerFile::info() {
    GazetteerInfo info = summary();
    info.kinds = counts(database, "kind", "places");
    info.countries = counts(database, "country", "places");
    info.languages = counts(database, "language", "names");
    return info;
}

std::int64_t GazetteerFile::places_in(const std::string& country) {
    Statement row = database.prepare("SELECT count(*) FROM places WHERE country = ?1");
    row.bind_text(1, country);
    return row.step() ? row.integer(0) : 0;
}

}  // namespace incidentmap
