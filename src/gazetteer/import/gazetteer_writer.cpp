// SPDX-License-Identifier: MIT
#include "gazetteer/import/gazetteer_writer.hpp"

#include <initializer_list>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/schema.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/typo_index.hpp"
#include "geopackage/contents.hpp"

namespace incidentmap {
namespace {

Database new_geopackage(const std::filesystem::path& path) {
    Database database = Database::create(path);
    database.begin();
    create_geopackage(database);
    create_form_staging(database);
    return database;
}

/// Binds what is not empty, from the first parameter on; the rest is NULL.
void bind_texts(Statement& row, int first, std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        if (!text.empty()) row.bind_text_view(first, text);
        ++first;
    }
}

std::int64_t rank_of(const Name& name) {
    if (name.sort == "preferred") return 0;
    if (name.sort == "alternate") return 1;
    return name.sort == "former" ? 2 : 3;
}

bool has_phonetic_key(const Name& name) {
    return name.sort != "code" && (name.script == "Latn" || name.script == "Arab" || name.script == "Cyrl");
}

}  // namespace

GazetteerWriter::Tables::Tables(Database& database, std::string_view last_change)
    : places(database, places_table(), last_change),
      areas(database, areas_table(), last_change),
      points(database, points_table(), last_change),
      names(database, names_table(), last_change),
      sources(database, sources_table(), last_change),
      about(database, about_table(), last_change),
      stage_form(database.prepare("INSERT INTO temp.staged_forms VALUES (?1, ?2, ?3, ?4, ?5)")),
      id_of_place(database.prepare("SELECT place_id FROM places WHERE fid = ?1")) {}

GazetteerWriter::GazetteerWriter(const std::filesystem::path& path, std::string_view last_change)
    : m_database(new_geopackage(path)), m_tables(std::in_place, m_database, last_change) {}

bool GazetteerWriter::add_source(const GazetteerSource& source) {
    if (!m_source_ids.insert(hash128(source.source_id)).second) return false;
    bind_texts(m_tables->sources.row(), 1,
               {source.source_id, source.name, source.licence, source.licence_url, source.attribution,
                source.url, source.date, source.notes});
    m_tables->sources.insert();
    return true;
}

bool GazetteerWriter::add_area(const AreaRow& row) {
    if (!m_area_ids.insert(hash128(row.place_id)).second) return false;
    bind_texts(m_tables->areas.row(), 1, {row.place_id, row.level, row.name, row.country, row.source_id});
    m_tables->areas.insert(row.area);
    if (const auto place = place_number(row.place_id)) m_late_areas.push_back(*place);
    return true;
}

void GazetteerWriter::add_point(const PointRow& row) {
    bind_texts(m_tables->points.row(), 1, {row.place_id, row.source_id, row.source_ref, row.notes});
    m_tables->points.insert(row.point);
    ++m_point_counts[hash128(row.place_id)];
}

void GazetteerWriter::add_point_of(std::int64_t place, const PointRow& row) {
    Statement& look = m_tables->id_of_place;
    look.bind_integer(1, place);
    if (!look.step()) throw Error{"there is no place of number " + std::to_string(place)};
    PointRow own = row;
    own.place_id = look.text(0);
    look.reset();
    bind_texts(m_tables->points.row(), 1, {own.place_id, own.source_id, own.source_ref, own.notes});
    m_tables->points.insert(own.point);
    ++m_late_points[place];
}

std::optional<std::int64_t> GazetteerWriter::add_place(const PlaceRow& row) {
    const Place& place = row.place;
    const Hash128 id = hash128(place.id);
    if (!m_place_numbers.emplace(id, m_tables->places.row_count() + 1).second) return std::nullopt;
    Statement& values = m_tables->places.row();
    bind_texts(values, 1, {place.id, place.name, place.kind, place.country, place.admin1, place.admin2});
    values.bind_real(7, place.extent_m);
    values.bind_real(8, place.accuracy_m);
    values.bind_integer(9, place.population);
    bind_texts(values, 10, {place.source_id, row.source_ref, row.source_date, row.notes});
    const auto points = m_point_counts.find(id);
    values.bind_integer(14, points == m_point_counts.end() ? 0 : points->second);
    values.bind_integer(15, m_area_ids.contains(id) ? 1 : 0);
    m_uses_phonetic_key.push_back(uses_phonetic_key(place.country));
    m_countries.push_back(place.country.size() == 2 ? std::array{place.country[0], place.country[1]}
                                                    : std::array{'-', '-'});
    return m_tables->places.insert(place.point);
}

void GazetteerWriter::add_name(std::int64_t place, const Name& name, std::string_view source_id) {
    const bool in_region = m_uses_phonetic_key.at(static_cast<std::size_t>(place - 1));
    const bool is_code = name.sort == "code";
    const std::array<char, 2>& country = m_countries.at(static_cast<std::size_t>(place - 1));
    std::vector<NameForm> forms =
        name_forms(name.text, in_region && !is_code, std::string_view(country.data(), country.size()));
    if (is_code && forms.size() > 1) forms.resize(1);
    const std::string bones =
        in_region && has_phonetic_key(name) ? phonetic_key(name.text).text : std::string{};

    Statement& values = m_tables->names.row();
    values.bind_integer(1, place);
    bind_texts(values, 2, {name.text, name.language, name.script, name.sort});
    if (name.from_year) values.bind_integer(6, *name.from_year);
    if (name.to_year) values.bind_integer(7, *name.to_year);
    std::string normal = forms.empty() ? std::string{} : forms.front().normal;
    if (normal == lower_ascii(name.text)) normal.clear();
    bind_texts(values, 8, {source_id, normal, bones});
    const std::int64_t number = m_tables->names.insert();

    Statement& stage_form = m_tables->stage_form;
    for (const NameForm& form : forms) {
        stage_form.bind_text_view(1, form.normal);
        stage_form.bind_integer(2, place);
        stage_form.bind_integer(
            3, (form.without_kind_words ? lacks_kind_words : 0) | (form.without_article ? lacks_article : 0));
        stage_form.bind_integer(4, rank_of(name));
        stage_form.bind_integer(5, number);
        stage_form.run();
    }
}

/// The population that nineteen in twenty settlements of a known one reach; 0 where it is not known of half
/// of all settlements: that is no list of towns.
static std::int64_t least_population(Database& database) {
    constexpr std::string_view settlements = "FROM places WHERE kind IN ('city', 'town', 'village')";
    Statement all =
        database.prepare("SELECT count(*), count(nullif(population, 0)) " + std::string(settlements));
    if (!all.step() || 2 * all.integer(1) < all.integer(0)) return 0;
    Statement row = database.prepare("SELECT population " + std::string(settlements) +
                                     " AND population > 0 ORDER BY population LIMIT 1 OFFSET ?1");
    row.bind_integer(1, all.integer(1) / 20);
    return row.step() ? row.integer(0) : 0;
}

std::optional<std::int64_t> GazetteerWriter::place_number(std::string_view place_id) const {
    const auto found = m_place_numbers.find(hash128(place_id));
    if (found == m_place_numbers.end()) return std::nullopt;
    return found->second;
}

/// Before the index of the places is made: it would be kept up with each change.
void GazetteerWriter::state_what_came_late() {
    Statement more = m_database.prepare("UPDATE places SET other_points = other_points + ?2 WHERE fid = ?1");
    for (const auto& [place, count] : m_late_points) {
        more.bind_integer(1, place);
        more.bind_integer(2, count);
        more.run();
    }
    Statement has_area = m_database.prepare("UPDATE places SET has_area = 1 WHERE fid = ?1");
    for (const std::int64_t place : m_late_areas) {
        has_area.bind_integer(1, place);
        has_area.run();
    }
}

void GazetteerWriter::finish() {
    Tables& tables = *m_tables;
    state_what_came_late();
    for (TableWriter* table :
         {&tables.places, &tables.areas, &tables.points, &tables.names, &tables.sources}) {
        table->finish();
    }
    create_look_up(m_database);
    create_typo_index(m_database);
    const std::string fingerprint = content_fingerprint(m_database);
    Statement& about = tables.about.row();
    about.bind_integer(1, gazetteer_schema_version);
    about.bind_integer(2, spelling_version);
    about.bind_text_view(3, fingerprint);
    about.bind_integer(4, place_count());
    about.bind_integer(5, name_count());
    about.bind_integer(6, area_count());
    about.bind_integer(7, least_population(m_database));
    tables.about.insert();
    tables.about.finish();
    m_tables.reset();
    m_database.commit();
    m_database.close();
}

}  // namespace incidentmap
