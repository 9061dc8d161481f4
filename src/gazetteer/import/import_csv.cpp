// SPDX-License-Identifier: MIT
#include "gazetteer/import/import_csv.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/temporary_folder.hpp"
#include "core/text.hpp"
#include "gazetteer/import/import_areas.hpp"
#include "gazetteer/import/import_table.hpp"
#include "gazetteer/import/packed_file.hpp"
#include "gazetteer/import/place_size.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view id_columns = "place_id|id";
constexpr std::string_view name_columns = "name|place|place_name";

enum class Role { sources, areas, points, places, names };

/// One input and what it is; areas have no table.
struct Input {
    Role role;
    std::string path;
    std::optional<ImportTable> table;
};

Role role_of(const ImportTable& table) {
    const bool position = table.has(ImportTable::latitude) && table.has(ImportTable::longitude);
    const bool name = table.has(name_columns);
    if (name && position) return Role::places;
    if (table.has("source_id") && table.has("licence|license") && !position) return Role::sources;
    if (table.has(id_columns) && name) return Role::names;
    if (table.has(id_columns) && position) return Role::points;
    throw Error{
        table.path() +
        ": its columns do not say what it is; places have name, latitude, longitude; names have place_id, "
        "name; other points have place_id, latitude, longitude; sources have source_id, licence"};
}

Input open_input(const std::string& path, UnpackedFiles& unpacked) {
    if (path != "-" && holds_areas(path)) return {Role::areas, path, std::nullopt};
    ImportTable table(path, Table::open(unpacked.plain(path)));
    const Role role = role_of(table);
    return {role, path, std::move(table)};
}

/// Reads the tables one after the other; what it keeps of places and names serves the later ones.
class CsvImport {
  public:
    CsvImport(PlaceIntake& intake, ImportLog& log) : m_intake(intake), m_log(log) {}

    void read_sources(ImportTable& table);
    void read_points(ImportTable& table);
    void read_places(ImportTable& table);
    void read_names(ImportTable& table);
    /// The names that stand in the tables of places, where the tables of names have not got them.
    void add_own_names();
    /// Points and areas whose place is not here; a place of another gazetteer may have them.
    void tell_lone_points();

  private:
    struct OwnName {
        PlaceRef place;
        std::string text;
        bool preferred;
    };

    PlaceRow place_row(const ImportTable& table, LonLat position);
    std::string kind_of(const ImportTable& table);
    std::string new_id(std::string_view name);
    std::optional<int> year(const ImportTable& table, std::string_view column);
    Name name_of(const ImportTable& table);
    bool is_new(std::int64_t place, const Name& name);
    static Hash128 text_key(std::int64_t place, std::string_view text) {
        return hash128(std::to_string(place) + '\n' + std::string(text));
    }

    PlaceIntake& m_intake;
    ImportLog& m_log;
    std::vector<OwnName> m_own_names;
    std::set<Hash128> m_texts;                                     ///< of place and text
    std::set<Hash128> m_names;                                     ///< of all that a name has
    std::map<std::string, int> m_made_ids;                         ///< how often an id was made of one name
    std::vector<std::pair<std::string, InputPosition>> m_pointed;  ///< the ids that points are of
};

void CsvImport::read_sources(ImportTable& table) {
    while (table.next(m_log)) {
        const auto cell = [&table](std::string_view names) { return std::string(table.cell(names)); };
        GazetteerSource source{cell("source_id"),   cell("name|title"),  cell("licence|license"),
                               cell("licence_url"), cell("attribution"), cell("url"),
                               cell("date"),        cell("notes")};
        if (source.source_id.empty()) {
            m_log.bad_row(table.at(), "source-without-id", "source_id",
                          "the source has no source_id and was left out");
        } else if (!m_intake.add_source(source)) {
            m_log.bad_row(table.at(), "source-twice", "source_id",
                          "source_id '" + source.source_id + "' was there already; this row was left out");
        }
    }
}

void CsvImport::read_points(ImportTable& table) {
    while (table.next(m_log)) {
        PointRow row;
        row.place_id = table.cell(id_columns);
        if (row.place_id.empty()) {
            m_log.bad_row(table.at(), "point-without-place", "place_id",
                          "the point has no place_id and was left out");
            continue;
        }
        const auto position = table.position(m_log);
        if (!position) continue;
        row.point = *position;
        row.source_id = table.cell("source_id");
        row.source_ref = table.cell("source_ref");
        row.notes = table.cell("notes");
        m_intake.add_point(row);
        m_pointed.emplace_back(row.place_id, table.at());
    }
}

void CsvImport::tell_lone_points() {
    for (const auto& [place_id, at] : m_pointed) {
        if (m_intake.place(place_id)) continue;
        m_log.tell(at, Severity::note, "point-without-place", "place_id",
                   "the point's place '" + place_id + "' is not in this gazetteer; the point was kept");
    }
}

std::string CsvImport::new_id(std::string_view name) {
    std::string id = normal_form(name);
    std::replace(id.begin(), id.end(), ' ', '-');
    const int count = ++m_made_ids[id];
    return count == 1 ? id : id + '-' + std::to_string(count);
}

std::string CsvImport::kind_of(const ImportTable& table) {
    std::string kind = lower_ascii(table.cell("kind|type"));
    if (kind.empty() || !kind_group(kind).empty()) return kind;
    m_log.tell(table.at(), Severity::warning, "kind-unknown", "kind",
               "kind '" + shortened(kind, 40) +
                   "' is none that is known (city, village, air base ...) and was not used");
    return {};
}

PlaceRow CsvImport::place_row(const ImportTable& table, LonLat position) {
    PlaceRow row;
    Place& place = row.place;
    place.name = table.cell(name_columns);
    place.id = table.cell(id_columns);
    if (place.id.empty()) place.id = new_id(place.name);
    place.kind = kind_of(table);
    place.country = table.country(m_log);
    place.admin1 = table.cell("admin1|province|governorate");
    place.admin2 = table.cell("admin2|district");
    place.point = position;
    if (const std::string_view text = table.cell("population"); !text.empty()) {
        const auto population = whole_number_in(text);
        place.population = population && *population > 0 ? *population : 0;
        if (!population || *population < 0) {
            m_log.tell(table.at(), Severity::warning, "population-not-a-number", "population",
                       "population '" + shortened(text, 40) + "' is no whole number and was not used");
        }
    }
    place.extent_m = table.size_in("extent_m", m_log).value_or(usual_extent_m(place.kind, place.population));
    place.accuracy_m = table.size_in("accuracy_m", m_log).value_or(usual_accuracy_m);
    place.source_id = table.cell("source_id");
    row.source_ref = table.cell("source_ref");
    row.source_date = table.cell("source_date");
    row.notes = table.cell("notes");
    return row;
}

void CsvImport::read_places(ImportTable& table) {
    while (table.next(m_log)) {
        if (normal_form(table.cell(name_columns)).empty()) {
            m_log.bad_row(
                table.at(), "place-without-name", "name",
                "name '" + shortened(table.cell(name_columns), 40) + "' has no letter; the row was left out");
            continue;
        }
        const auto position = table.position(m_log);
        if (!position) continue;
        const PlaceRow row = place_row(table, *position);
        std::string others(table.cell("names|alternate_names|alternatenames"));
        std::replace(others.begin(), others.end(), '|', ';');
        std::vector<std::string> spellings = split_list(others, ";");
        spellings.insert(spellings.begin(), row.place.name);
        const auto place = m_intake.add_place(row, spellings, table.at());
        if (!place) {
            m_log.bad_row(table.at(), "place-twice", "place_id",
                          "place_id '" + row.place.id + "' was there already; this row was left out");
            continue;
        }
        for (std::size_t i = 0; i < spellings.size(); ++i)
            m_own_names.push_back({*place, std::move(spellings[i]), i == 0});
    }
}

std::optional<int> CsvImport::year(const ImportTable& table, std::string_view column) {
    const std::string_view text = table.cell(column);
    if (text.empty()) return std::nullopt;
    const auto value = whole_number_in(text);
    if (value && *value > -10'000 && *value < 10'000) return static_cast<int>(*value);
    m_log.tell(table.at(), Severity::warning, "year-not-a-number", column,
               std::string(column) + " '" + shortened(text, 40) + "' is no year and was not used");
    return std::nullopt;
}

Name CsvImport::name_of(const ImportTable& table) {
    Name name;
    name.text = table.cell(name_columns);
    name.language = table.cell("language|lang");
    name.script = table.cell("script");
    if (name.script.empty()) name.script = script_of(name.text);
    name.sort = lower_ascii(table.cell("sort"));
    if (name.sort != "preferred" && name.sort != "alternate" && name.sort != "former" &&
        name.sort != "code") {
        if (!name.sort.empty()) {
            m_log.tell(table.at(), Severity::warning, "sort-unknown", "sort",
                       "sort '" + shortened(name.sort, 40) +
                           "' is none of preferred, alternate, former, code; "
                           "alternate was used");
        }
        name.sort = "alternate";
    }
    name.from_year = year(table, "from_year");
    name.to_year = year(table, "to_year");
    return name;
}

bool CsvImport::is_new(std::int64_t place, const Name& name) {
    std::string key = std::to_string(place);
    for (const std::string_view part :
         {std::string_view(name.text), std::string_view(name.language), std::string_view(name.sort)}) {
        key += '\n';
        key += part;
    }
    constexpr int none = std::numeric_limits<int>::min();
    key += '\n' + std::to_string(name.from_year.value_or(none)) + '\n' +
           std::to_string(name.to_year.value_or(none));
    return m_names.insert(hash128(key)).second;
}

void CsvImport::read_names(ImportTable& table) {
    while (table.next(m_log)) {
        const std::string place_id(table.cell(id_columns));
        const auto place = m_intake.place(place_id);
        if (!place) {
            m_log.bad_row(table.at(), "name-without-place", "place_id",
                          "place_id '" + shortened(place_id, 60) +
                              "' is no place of this gazetteer; the name was left out");
            continue;
        }
        const Name name = name_of(table);
        if (normal_form(name.text).empty()) {
            m_log.bad_row(table.at(), "name-without-letters", "name",
                          "name '" + shortened(name.text, 40) + "' has no letter; the row was left out");
            continue;
        }
        if (!is_new(place->number, name)) {
            m_log.tell(table.at(), Severity::note, "name-twice", "name",
                       "the name '" + shortened(name.text, 60) + "' of " + place_id + " was there already");
            continue;
        }
        if (name.sort != "code") m_texts.insert(text_key(place->number, name.text));
        m_intake.add_name(*place, name, table.cell("source_id"));
    }
}

void CsvImport::add_own_names() {
    for (const OwnName& own : m_own_names) {
        if (!m_texts.insert(text_key(own.place.number, own.text)).second || normal_form(own.text).empty())
            continue;
        Name name;
        name.text = own.text;
        name.script = script_of(own.text);
        name.sort = own.preferred ? "preferred" : "alternate";
        m_intake.add_name(own.place, name);
    }
}

}  // namespace

void import_csv(const std::vector<std::string>& files, PlaceIntake& intake, ImportLog& log) {
    UnpackedFiles unpacked;
    std::vector<Input> inputs;
    for (const std::string& file : files) inputs.push_back(open_input(file, unpacked));
    std::stable_sort(inputs.begin(), inputs.end(),
                     [](const Input& a, const Input& b) { return a.role < b.role; });

    CsvImport import(intake, log);
    for (Input& input : inputs) {
        switch (input.role) {
            case Role::sources:
                import.read_sources(*input.table);
                break;
            case Role::areas:
                import_areas(input.path, intake, log);
                break;
            case Role::points:
                import.read_points(*input.table);
                break;
            case Role::places:
                import.read_places(*input.table);
                break;
            case Role::names:
                import.read_names(*input.table);
                break;
        }
    }
    import.add_own_names();
    import.tell_lone_points();
}

}  // namespace incidentmap
