// SPDX-License-Identifier: MIT
#include "gazetteer/gazetteer.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "core/temporary_folder.hpp"
#include "core/text.hpp"
#include "gazetteer/gazetteer_state.hpp"
#include "gazetteer/import/import.hpp"
#include "gazetteer/schema.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/similarity.hpp"
#include "geopackage/geometry_blob.hpp"

namespace incidentmap {
namespace {

constexpr int place_columns = 13;
const std::string select_place =
    "SELECT p.place_id, p.name, p.kind, p.country, p.admin1, p.admin2, p.geom, p.extent_m, p.accuracy_m, "
    "p.population, p.source_id, p.other_points, p.has_area";
const std::string select_name = ", n.text, n.language, n.script, n.sort, n.from_year, n.to_year";

std::string remedy(const std::filesystem::path& path) {
    return "; make it anew: incidentmap gazetteer import FORMAT FILE... -o " + path.string();
}

/// Opens what is a gazetteer of this program's versions.
Database open_checked(const std::filesystem::path& path) {
    Database database = Database::open_read_only(path);
    // One transaction for all look-ups: otherwise each of them would ask the file whether it has changed.
    database.begin();
    // As much of a gazetteer of a million names as a long list of places reads again and again; in KiB.
    database.execute("PRAGMA cache_size = -98304");
    Statement table =
        database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'gazetteer'");
    if (!table.step()) throw Error{path.string() + " is not a gazetteer" + remedy(path)};
    Statement versions = database.prepare("SELECT schema_version, spelling_version FROM gazetteer");
    if (!versions.step()) throw Error{path.string() + " is a gazetteer that was not finished" + remedy(path)};
    const std::int64_t schema = versions.integer(0);
    const std::int64_t spelling = versions.integer(1);
    if (schema == gazetteer_schema_version && spelling == spelling_version) return database;
    throw Error{path.string() + " was made by another version of incidentmap (tables " +
                std::to_string(schema) + ", spelling " + std::to_string(spelling) + "; this one has " +
                std::to_string(gazetteer_schema_version) + " and " + std::to_string(spelling_version) + ")" +
                remedy(path)};
}

std::string text_of(Database& database, std::string_view query) {
    Statement row = database.prepare(query);
    return row.step() ? std::string(row.text(0)) : std::string{};
}

std::int64_t number_of(Database& database, std::string_view query) {
    Statement row = database.prepare(query);
    return row.step() ? row.integer(0) : 0;
}

/// A look-up of a key that outlives it; ended, so that the statement holds nothing when the next one begins.
class Look {
  public:
    Look(Statement& statement, std::string_view key) : m_statement(statement) {
        m_statement.bind_text_view(1, key);
    }
    ~Look() {
        try {
            m_statement.reset();
        } catch (const Error&) {  // reset tells the last step's failure again, which has been thrown already
        }
    }
    Look(const Look&) = delete;
    Look& operator=(const Look&) = delete;
    bool step() { return m_statement.step(); }

  private:
    Statement& m_statement;
};

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

/// Hits are large: each is moved once.
void sort_by_place(std::vector<NameHit>& hits) {
    const auto before = [](const NameHit& a, const NameHit& b) { return a.place.id < b.place.id; };
    if (std::is_sorted(hits.begin(), hits.end(), before)) return;
    std::vector<NameHit*> order;
    order.reserve(hits.size());
    for (NameHit& hit : hits) order.push_back(&hit);
    std::stable_sort(order.begin(), order.end(),
                     [before](const NameHit* a, const NameHit* b) { return before(*a, *b); });
    std::vector<NameHit> sorted;
    sorted.reserve(hits.size());
    for (NameHit* hit : order) sorted.push_back(std::move(*hit));
    hits = std::move(sorted);
}

}  // namespace

Gazetteer::State::State(const std::filesystem::path& path, std::string shown_name)
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
      phonetic_key_names(database.prepare("SELECT coalesce(normal, lower(text)), place, fid, text FROM names "
                                          "WHERE skeleton = ?1 ORDER BY place, fid LIMIT ?2")),
      typos(database),
      name_text(database.prepare("SELECT text, skeleton, place FROM names WHERE fid = ?1")) {}

Place Gazetteer::State::place(const Statement& row) {
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
                    remedy(database.path())};
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

NameHit Gazetteer::State::hit(const Statement& row, MatchForm form) {
    NameHit hit;
    hit.place = place(row);
    hit.name = read_name(row, place_columns);
    hit.form = form;
    return hit;
}

Gazetteer::Gazetteer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

Gazetteer Gazetteer::open(const std::string& path) {
    const std::filesystem::path file(path);
    const std::string name = file.stem().string();
    if (lower_ascii(file.extension().string()) != ".csv")
        return Gazetteer(std::make_unique<State>(file, name));
    // The file has no name any more once it is open: whatever happens to the program, nothing stays behind.
    const TemporaryFolder folder;
    const std::filesystem::path made = folder.path() / "gazetteer.gpkg";
    import_gazetteer(ImportFormat::csv, {path}, made.string());
    return Gazetteer(std::make_unique<State>(made, name));
}

std::vector<NameHit> Gazetteer::by_normal_form(std::string_view normal) const {
    std::vector<NameHit> hits;
    if (m_state->typos.surely_lacks(normal)) return hits;
    const Statement& row = m_state->by_form;
    for (Look look(m_state->by_form, normal); look.step();) {
        NameHit hit = m_state->hit(row, MatchForm::normal);
        if (hit.name.sort == "code") hit.form = MatchForm::code;
        const std::int64_t lacks = row.integer(place_columns + 6);
        hit.without_kind_words = (lacks & lacks_kind_words) != 0;
        hit.without_article = (lacks & lacks_article) != 0;
        hits.push_back(std::move(hit));
    }
    sort_by_place(hits);
    return hits;
}

std::vector<NameHit> Gazetteer::by_phonetic_key(std::string_view phonetic_key, const NameTest& keeps) const {
    std::vector<std::int64_t> kept;
    std::vector<std::string> normals;  // of one place
    std::int64_t place = 0;
    Statement& row = m_state->phonetic_key_names;
    row.bind_integer(2, -1);
    for (Look look(row, phonetic_key); look.step();) {
        if (kept.empty() || place != row.integer(1)) normals.clear();
        const std::string_view normal = row.text(0);
        if (std::find(normals.begin(), normals.end(), normal) != normals.end()) continue;
        if (keeps && !keeps(row.text(3))) continue;
        place = row.integer(1);
        normals.emplace_back(normal);
        kept.push_back(row.integer(2));
    }
    std::vector<NameHit> hits;
    for (const std::int64_t name : kept) {
        m_state->by_name.bind_integer(1, name);
        if (m_state->by_name.step()) hits.push_back(m_state->hit(m_state->by_name, MatchForm::phonetic_key));
        m_state->by_name.reset();
    }
    sort_by_place(hits);
    return hits;
}

std::vector<NameHit> Gazetteer::by_misspelt_form(std::string_view normal) const {
    std::vector<std::string> forms;
    for (const std::int64_t number : m_state->typos.near(TypoOf::form, normal)) {
        m_state->name_text.bind_integer(1, number);
        if (m_state->name_text.step()) {
            // Where its country has no articles, the form without one is looked up too, and is not there.
            for (NameForm& form : name_forms(m_state->name_text.text(0), true)) {
                if (form.normal != normal && edit_distance(form.normal, normal, 1) == 1)
                    forms.push_back(std::move(form.normal));
            }
        }
        m_state->name_text.reset();
    }
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    std::vector<NameHit> hits;
    for (const std::string& form : forms) {
        for (NameHit& hit : by_normal_form(form)) {
            if (hit.form == MatchForm::code) continue;
            hit.form = MatchForm::misspelt;
            hits.push_back(std::move(hit));
        }
    }
    sort_by_place(hits);
    return hits;
}

std::vector<NameHit> Gazetteer::by_misspelt_phonetic_key(std::string_view phonetic_key,
                                                         const NameTest& keeps) const {
    std::vector<std::string> phonetic_keys;
    for (const std::int64_t number : m_state->typos.near(TypoOf::phonetic_key, phonetic_key)) {
        m_state->name_text.bind_integer(1, number);
        if (m_state->name_text.step()) {
            const std::string_view other = m_state->name_text.text(1);
            if (other != phonetic_key && edit_distance(other, phonetic_key, 1) == 1)
                phonetic_keys.emplace_back(other);
        }
        m_state->name_text.reset();
    }
    std::vector<NameHit> hits;
    for (const std::string& other : phonetic_keys) {
        for (NameHit& hit : by_phonetic_key(other, keeps)) {
            hit.form = MatchForm::misspelt;
            hits.push_back(std::move(hit));
        }
    }
    sort_by_place(hits);
    return hits;
}

std::optional<Place> Gazetteer::place(std::string_view place_id) const {
    Look look(m_state->by_place_id, place_id);
    if (!look.step()) return std::nullopt;
    return m_state->place(m_state->by_place_id);
}

std::vector<Name> Gazetteer::names_of(std::string_view place_id) const {
    std::vector<Name> names;
    for (Look look(m_state->names_of, place_id); look.step();)
        names.push_back(read_name(m_state->names_of, 0));
    return names;
}

std::optional<MultiPolygon> Gazetteer::area(std::string_view place_id) const {
    Look look(m_state->area_of, place_id);
    if (!look.step()) return std::nullopt;
    DecodedGeometry decoded = decode_geometry(m_state->area_of.blob(0));
    auto* area = decoded.geometry ? std::get_if<MultiPolygon>(&*decoded.geometry) : nullptr;
    if (area != nullptr) return std::move(*area);
    throw Error{m_state->database.path().string() + " is damaged: the area of " + std::string(place_id) +
                " cannot be read (" + decoded.problem + ")" + remedy(m_state->database.path())};
}

std::string Gazetteer::notes_of(std::string_view place_id) const {
    Statement row = m_state->database.prepare("SELECT notes FROM places WHERE place_id = ?1");
    row.bind_text(1, place_id);
    return row.step() ? std::string(row.text(0)) : std::string{};
}

std::vector<MultiPolygon> Gazetteer::disputed_areas() const {
    std::vector<MultiPolygon> areas;
    Statement rows = m_state->database.prepare(
        "SELECT geom FROM areas WHERE level = 'country' AND coalesce(country, '') = '' ORDER BY fid");
    while (rows.step()) {
        DecodedGeometry decoded = decode_geometry(rows.blob(0));
        auto* area = decoded.geometry ? std::get_if<MultiPolygon>(&*decoded.geometry) : nullptr;
        if (area != nullptr) areas.push_back(std::move(*area));
    }
    return areas;
}

bool Gazetteer::has_settlements_in(std::string_view country) const {
    return Look(m_state->settlement_in, country).step();
}

const std::string& Gazetteer::name() const { return m_state->name; }
std::int64_t Gazetteer::least_population() const { return m_state->least_population; }

const std::string& Gazetteer::fingerprint() const { return m_state->fingerprint; }

GazetteerInfo Gazetteer::summary() const {
    Database& database = m_state->database;
    GazetteerInfo info;
    info.name = m_state->name;
    info.fingerprint = m_state->fingerprint;
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

GazetteerInfo Gazetteer::info() const {
    Database& database = m_state->database;
    GazetteerInfo info = summary();
    info.kinds = counts(database, "kind", "places");
    info.countries = counts(database, "country", "places");
    info.languages = counts(database, "language", "names");
    return info;
}

}  // namespace incidentmap
