// SPDX-License-Identifier: MIT
#include "gazetteer/import/import_geonames.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gazetteer/import/geonames_features.hpp"
#include "gazetteer/import/geonames_names.hpp"
#include "gazetteer/import/geonames_record.hpp"
#include "gazetteer/import/import_areas.hpp"
#include "gazetteer/import/place_size.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view source = "geonames";
std::string place_id(std::string_view id) { return "geonames:" + std::string(id); }

/// A settlement that may stand for its province or country.
struct Seat {
    int rank = 0;
    std::int64_t population = -1;
    std::string id;
    std::string name;
    LonLat point;
    std::string date;
};

class GeonamesImport {
  public:
    GeonamesImport(bool with_column, PlaceIntake& intake, ImportLog& log)
        : m_with_column(with_column), m_intake(intake), m_log(log) {}

    void read_admin_codes(const std::string& path);
    void learn_provinces(const std::string& path);
    void read_places(const std::string& path);
    /// Provinces and countries that the dumps have no row of.
    void add_provinces();
    void add_countries(const std::string& path);
    void finish();

  private:
    void add_place(const GeonamesRecord& record, const InputPosition& at);
    void add_name(const PlaceRef& place, std::string_view text, const char* sort);
    void note_seat(const GeonamesRecord& record);
    std::string admin_name(const std::string& code) const;
    PlaceRow seated(const Seat& seat, std::string_view id, std::string_view name, const char* word) const;

    bool m_with_column;
    PlaceIntake& m_intake;
    ImportLog& m_log;
    std::vector<AdminCode> m_admin_codes;
    std::unordered_map<std::string, std::string> m_admin_names;  ///< by code, without generic words
    std::map<std::string, Seat> m_seats;                         ///< by admin1 code: `IQ.07`
    std::map<std::string, Seat> m_capitals;                      ///< by country
    std::map<std::string, std::int64_t> m_unused_codes;          ///< feature codes that have no kind
    std::string m_last_date;
};

void GeonamesImport::read_admin_codes(const std::string& path) {
    for (AdminCode& row : incidentmap::read_admin_codes(path, m_log)) {
        m_admin_names[row.code] = without_admin_words(row.name);
        m_admin_codes.push_back(std::move(row));
    }
}

/// The dump's own rows of provinces and districts give the names that places have only codes of. What is
/// wrong with a line is told when its places are read.
void GeonamesImport::learn_provinces(const std::string& path) {
    ImportLog silent({});
    GeonamesLines lines(path, silent);
    while (const auto line = lines.next()) {
        const bool first = line->find("\tADM1\t") != std::string_view::npos;
        if (!first && line->find("\tADM2\t") == std::string_view::npos) continue;
        const auto record = geonames_record(*line, lines.at(), silent);
        if (!record || record->country.empty() || record->admin1.empty()) continue;
        std::string code = std::string(record->country) + '.' + std::string(record->admin1);
        if (!first) code += '.' + std::string(record->admin2);
        m_admin_names.emplace(std::move(code), without_admin_words(record->name));
    }
}

std::string GeonamesImport::admin_name(const std::string& code) const {
    const auto found = m_admin_names.find(code);
    return found == m_admin_names.end() ? std::string{} : found->second;
}

void GeonamesImport::note_seat(const GeonamesRecord& record) {
    const int rank = seat_rank(record.feature_code);
    if (rank == 0 || record.country.empty()) return;
    const auto offer = [&](Seat& seat, int as_rank) {
        if (std::pair(as_rank, record.population) <= std::pair(seat.rank, seat.population)) return;
        seat = {as_rank,      record.population,       std::string(record.id), std::string(record.name),
                record.point, std::string(record.date)};
    };
    offer(m_seats[std::string(record.country) + '.' + std::string(record.admin1)], rank);
    if (record.feature_code == "PPLC") offer(m_capitals[std::string(record.country)], 1);
}

void GeonamesImport::add_name(const PlaceRef& place, std::string_view text, const char* sort) {
    Name name;
    name.text = text;
    name.script = script_of(text);
    name.sort = sort;
    m_intake.add_name(place, name);
}

void GeonamesImport::add_place(const GeonamesRecord& record, const InputPosition& at) {
    const GeonamesFeature* feature = geonames_feature(record.feature_code);
    if (feature == nullptr) {
        ++m_unused_codes[std::string(record.feature_code)];
        return;
    }
    PlaceRow row;
    Place& place = row.place;
    place.id = place_id(record.id);
    place.name = record.name;
    place.kind = geonames_kind(*feature, record.population);
    place.country = record.country;
    const std::string admin1 = place.country + '.' + std::string(record.admin1);
    if (place.kind != "country") place.admin1 = admin_name(admin1);
    if (place.kind != "country" && place.kind != "province" && !record.admin2.empty()) {
        place.admin2 = admin_name(admin1 + '.' + std::string(record.admin2));
    }
    place.point = record.point;
    place.population = record.population;
    place.extent_m = usual_extent_m(place.kind, place.population);
    place.accuracy_m = usual_accuracy_m;
    place.source_id = source;
    row.source_ref = record.id;
    row.source_date = record.date;
    std::vector<Name> names = main_names(record, feature->former);
    const std::size_t main_count = names.size();
    for (Name& name : column_names(record, feature->former, names)) names.push_back(std::move(name));
    std::vector<std::string> spellings;
    for (const Name& name : names) {
        if (name.sort != "code") spellings.push_back(name.text);
    }
    const auto added = m_intake.add_place(row, spellings, at);
    if (!added) {
        m_log.bad_row(at, "place-twice", "geonameid",
                      "geonameid " + std::string(record.id) + " was there already; this line was left out");
        return;
    }
    if (!m_with_column) names.resize(main_count);
    for (const Name& name : names) m_intake.add_name(*added, name);
    note_seat(record);
}

void GeonamesImport::read_places(const std::string& path) {
    GeonamesLines lines(path, m_log);
    while (const auto line = lines.next()) {
        const auto record = geonames_record(*line, lines.at(), m_log);
        if (!record) continue;
        m_last_date = std::max(m_last_date, std::string(record->date));
        add_place(*record, lines.at());
    }
}

/// A place that takes the point of its seat.
PlaceRow GeonamesImport::seated(const Seat& seat, std::string_view id, std::string_view name,
                                const char* word) const {
    PlaceRow row;
    row.place.id = place_id(id);
    row.place.name = name;
    row.place.point = seat.point;
    row.place.accuracy_m = usual_accuracy_m;
    row.place.source_id = source;
    row.source_ref = id;
    row.source_date = seat.date;
    row.notes =
        std::string("The point is that of its ") + word + ", " + seat.name + " (" + place_id(seat.id) + ").";
    return row;
}

void GeonamesImport::add_provinces() {
    std::int64_t without_seat = 0;
    for (const AdminCode& code : m_admin_codes) {
        if (code.code.find('.', 3) != std::string::npos || m_intake.place(place_id(code.id))) continue;
        const auto seat = m_seats.find(code.code);
        if (seat == m_seats.end()) {
            ++without_seat;
            continue;
        }
        PlaceRow row = seated(seat->second, code.id, code.name, "seat");
        row.place.kind = "province";
        row.place.country = code.code.substr(0, 2);
        row.place.admin1 = admin_name(code.code);
        row.place.extent_m = usual_extent_m(row.place.kind, 0);
        const std::vector<std::string> spellings{code.name, code.ascii_name};
        const auto number = m_intake.add_place(row, spellings, {});
        if (!number) continue;
        add_name(*number, code.name, "preferred");
        if (normal_form(code.ascii_name) != normal_form(code.name))
            add_name(*number, code.ascii_name, "alternate");
        // `CA` is what people write; numbers are GeoNames' own.
        if (const std::string letters = code.code.substr(3);
            letters.size() >= 2 &&
            letters.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos)
            add_name(*number, letters, "code");
    }
    if (without_seat == 0) return;
    m_log.tell({}, Severity::note, "province-without-point", "",
               std::to_string(without_seat) +
                   " provinces were left out: neither they nor their seats are in the dump");
}

void GeonamesImport::add_countries(const std::string& path) {
    std::int64_t without_capital = 0;
    for (const CountryRecord& country : read_countries(path, m_log)) {
        auto number = m_intake.place(place_id(country.id));
        if (!number) {
            const auto capital = m_capitals.find(country.iso);
            if (capital == m_capitals.end()) {
                ++without_capital;
                continue;
            }
            PlaceRow row = seated(capital->second, country.id, country.name, "capital");
            row.place.kind = "country";
            row.place.country = country.iso;
            row.place.extent_m = country_extent_m(country.area_km2);
            row.place.population = country.population;
            const std::vector<std::string> spellings{country.name};
            number = m_intake.add_place(row, spellings, {});
            if (!number) continue;
            add_name(*number, country.name, "preferred");
        }
        add_name(*number, country.iso, "code");
        if (!country.iso3.empty()) add_name(*number, country.iso3, "code");
    }
    if (without_capital == 0) return;
    m_log.tell({path, 0}, Severity::note, "country-without-point", "",
               std::to_string(without_capital) +
                   " countries were left out: neither they nor their capitals are in the dump");
}

void GeonamesImport::finish() {
    m_intake.add_source({std::string(source), "GeoNames", "CC BY 4.0",
                         "https://creativecommons.org/licenses/by/4.0/",
                         "Contains data from GeoNames (https://www.geonames.org), CC BY 4.0",
                         "https://www.geonames.org", m_last_date,
                         "Kinds and extents added; provinces' and countries' points are those of their seats "
                         "where the notes say so."});
    std::int64_t unused = 0;
    std::vector<std::string> codes;
    for (const auto& [code, count] : m_unused_codes) {
        unused += count;
        codes.push_back(code.empty() ? "(none)" : code);
    }
    if (unused == 0) return;
    m_log.tell({}, Severity::note, "feature-not-used", "",
               std::to_string(unused) + " lines of feature codes that are no places here were left out: " +
                   shortened(joined(codes, ", "), 300));
}

}  // namespace

void import_geonames(const std::vector<std::string>& files, bool with_column, PlaceIntake& intake,
                     ImportLog& log) {
    std::vector<std::string> places;
    std::vector<std::string> countries;
    GeonamesImport import(with_column, intake, log);
    for (const std::string& file : files) {
        if (holds_areas(file)) {
            import_areas(file, intake, log);
            continue;
        }
        switch (geonames_file(file)) {
            case GeonamesFile::places:
                places.push_back(file);
                break;
            case GeonamesFile::admin_codes:
                import.read_admin_codes(file);
                break;
            case GeonamesFile::countries:
                countries.push_back(file);
                break;
        }
    }
    if (places.empty())
        throw Error{"no dump of places among the files; name cities15000.txt, IQ.txt or the like"};
    for (const std::string& file : places) import.learn_provinces(file);
    for (const std::string& file : places) import.read_places(file);
    import.add_provinces();
    for (const std::string& file : countries) import.add_countries(file);
    import.finish();
}

}  // namespace incidentmap
