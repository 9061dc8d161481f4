// SPDX-License-Identifier: MIT
#include "gazetteer/import/import_ourairports.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/import/import_table.hpp"
#include "gazetteer/import/packed_file.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view source = "ourairports";
/// OurAirports draws its points by hand on satellite pictures, mostly on the runway.
constexpr double usual_accuracy_m = 500;

struct Size {
    std::string_view type;
    double extent_m;
};

/// A circle about the runway's middle that holds the field: runways are 1.5 to 4.5 km long.
constexpr Size sizes[] = {
    {"large_airport", 2'500}, {"medium_airport", 2'000}, {"heliport", 300}, {"balloonport", 500}};

double extent_of(std::string_view type) {
    const auto* row = std::find_if(std::begin(sizes), std::end(sizes),
                                   [type](const Size& size) { return size.type == type; });
    return row == std::end(sizes) ? 1'500 : row->extent_m;
}

/// Three or four capitals and digits, one of them a letter: `EBL`, `ORER`, `OR9`.
bool is_code(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return (text.size() == 3 || text.size() == 4) && std::any_of(text.begin(), text.end(), is_capital) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_capital(c) || (c >= '0' && c <= '9'); });
}

/// Words of armed forces' fields, each between spaces.
bool is_military(std::string_view name) {
    constexpr std::string_view words[] = {" air base ", " airbase ",   " afb ",      " air force ", " army ",
                                          " naval ",    " navy ",      " military ", " raf ",       " nas ",
                                          " raaf ",     " rnas ",      " aafb ",     " aaf ",       " ab ",
                                          " mcas ",     " joint base "};
    const std::string padded = ' ' + normal_form(name) + ' ';
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return padded.find(word) != std::string::npos; });
}

/// Whether the name says that it is a place where aircraft land.
bool says_what_it_is(std::string_view name) {
    const std::vector<KindWord> words = name_parts(name).kind_words;
    if (std::any_of(words.begin(), words.end(),
                    [](const KindWord& word) { return kind_group(word.kind) == "installation"; }))
        return true;
    constexpr std::string_view other_words[] = {" air", "airport",  "airfield", "strip",    "helip",
                                                "base", " field",   "aerodrom", "heliport", "aeroport",
                                                "flug", "seaplane", " afb"};
    const std::string padded = ' ' + normal_form(name);
    return std::any_of(std::begin(other_words), std::end(other_words),
                       [&](std::string_view word) { return padded.find(word) != std::string::npos; });
}

class OurAirportsImport {
  public:
    OurAirportsImport(PlaceIntake& intake, ImportLog& log) : m_intake(intake), m_log(log) {}

    void read_regions(ImportTable& table);
    void read_airports(ImportTable& table);
    void finish();

  private:
    void add_airport(const ImportTable& table, std::string name, LonLat position);
    std::vector<Name> names_of(const ImportTable& table, const Place& airport) const;

    PlaceIntake& m_intake;
    ImportLog& m_log;
    std::map<std::string, std::string, std::less<>> m_regions;  ///< names of provinces by code: `IQ-AR`
};

void OurAirportsImport::read_regions(ImportTable& table) {
    while (table.next(m_log)) {
        const std::string_view code = table.cell("code");
        if (code.empty()) {
            m_log.bad_row(table.at(), "region-without-code", "code",
                          "the region has no code and was left out");
            continue;
        }
        // The rest of a country, `IQ-U-A`, is no province.
        if (code.find("-U-A") == std::string_view::npos)
            m_regions.emplace(code, without_admin_words(table.cell("name")));
    }
}

std::string_view kind_of(std::string_view type, std::string_view name, bool scheduled) {
    if (is_military(name)) return "air base";
    if (type == "large_airport" || type == "medium_airport" || scheduled) return "airport";
    return "airfield";
}

/// What is added to a name that could be a town's.
std::string kind_word(std::string_view type, std::string_view kind) {
    if (type == "heliport") return " Heliport";
    return kind == "airport" ? " Airport" : kind == "air base" ? " Air Base" : " Airfield";
}

void OurAirportsImport::add_airport(const ImportTable& table, std::string name, LonLat position) {
    const std::string_view type = table.cell("type");
    PlaceRow row;
    Place& place = row.place;
    place.id = "ourairports:" + std::string(table.cell("ident"));
    place.kind = kind_of(type, table.cell("name"), table.cell("scheduled_service") == "yes");
    if (!says_what_it_is(name)) name += kind_word(type, place.kind);
    place.name = std::move(name);
    place.country = table.country(m_log);
    if (const auto region = m_regions.find(table.cell("iso_region")); region != m_regions.end())
        place.admin1 = region->second;
    place.point = position;
    place.extent_m = extent_of(type);
    place.accuracy_m = usual_accuracy_m;
    place.source_id = source;
    row.source_ref = table.cell("ident");
    if (type == "closed") row.notes = "Closed.";
    const std::vector<Name> names = names_of(table, place);
    std::vector<std::string> spellings;
    for (const Name& spelling : names) {
        if (spelling.sort != "code") spellings.push_back(spelling.text);
    }
    const auto added = m_intake.add_place(row, spellings, table.at());
    if (!added) {
        m_log.bad_row(table.at(), "place-twice", "ident",
                      "ident '" + row.source_ref + "' was there already; this row was left out");
        return;
    }
    for (const Name& spelling : names) m_intake.add_name(*added, spelling);
}

std::vector<Name> OurAirportsImport::names_of(const ImportTable& table, const Place& airport) const {
    std::vector<Name> names;
    std::set<std::string> seen;
    const auto add = [&](std::string text, const char* sort) {
        const std::string normal = normal_form(text);
        if (normal.empty() || !seen.insert(normal).second) return;
        Name name;
        name.script = script_of(text);
        name.text = std::move(text);
        name.sort = sort;
        names.push_back(std::move(name));
    };
    add(airport.name, "preferred");
    // A keyword may be the bare name of the town that is served: with the word it says what is meant.
    const auto add_bare = [&](std::string text) {
        if (is_code(text)) {
            add(std::move(text), "code");
        } else if (says_what_it_is(text)) {
            add(std::move(text), "alternate");
        } else if (script_of(text) == "Latn") {
            add(text + kind_word(table.cell("type"), airport.kind), "alternate");
        }
    };
    const std::vector<std::string> parts = split_list(table.cell("name"), " / ");
    for (std::size_t i = 1; i < parts.size(); ++i) add_bare(parts[i]);
    for (const char* column : {"icao_code", "gps_code", "iata_code", "local_code", "ident"}) {
        const std::string_view code = table.cell(column);
        if (is_code(code)) add(std::string(code), "code");
    }
    for (std::string& keyword : split_list(table.cell("keywords"), ",")) add_bare(std::move(keyword));
    return names;
}

void OurAirportsImport::read_airports(ImportTable& table) {
    while (table.next(m_log)) {
        if (table.cell("ident").empty()) {
            m_log.bad_row(table.at(), "place-without-id", "ident", "the row has no ident and was left out");
            continue;
        }
        const std::vector<std::string> names = split_list(table.cell("name"), " / ");
        if (names.empty() || normal_form(names.front()).empty()) {
            m_log.bad_row(
                table.at(), "place-without-name", "name",
                "name '" + shortened(table.cell("name"), 40) + "' has no letter; the row was left out");
            continue;
        }
        if (const auto position = table.position(m_log)) add_airport(table, names.front(), *position);
    }
}

void OurAirportsImport::finish() {
    m_intake.add_source(
        {std::string(source), "OurAirports", "public domain", "https://ourairports.com/data/",
         "OurAirports (https://ourairports.com)", "https://ourairports.com/data/", "",
         "Kinds and extents added; to names that do not say what they are, Airport, Airfield, Air "
         "Base or Heliport."});
}

enum class Role { regions, airports };

Role role_of(const ImportTable& table) {
    if (table.has("ident") && table.has("name") && table.has(ImportTable::latitude) &&
        table.has(ImportTable::longitude))
        return Role::airports;
    if (table.has("code") && table.has("name") && table.has("iso_country")) return Role::regions;
    throw Error{table.path() +
                " is none of OurAirports' tables: airports.csv has ident, name, latitude_deg, longitude_deg; "
                "regions.csv has code, name, iso_country"};
}

}  // namespace

void import_ourairports(const std::vector<std::string>& files, PlaceIntake& intake, ImportLog& log) {
    UnpackedFiles unpacked;
    std::vector<std::pair<Role, ImportTable>> tables;
    for (const std::string& file : files) {
        ImportTable table(file, Table::open(unpacked.plain(file)));
        const Role role = role_of(table);
        tables.emplace_back(role, std::move(table));
    }
    std::stable_sort(tables.begin(), tables.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    OurAirportsImport import(intake, log);
    for (auto& [role, table] : tables)
        role == Role::regions ? import.read_regions(table) : import.read_airports(table);
    import.finish();
}

}  // namespace incidentmap
