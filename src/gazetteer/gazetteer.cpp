// SPDX-License-Identifier: MIT
#include "gazetteer/gazetteer.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/temporary_folder.hpp"
#include "core/text.hpp"
#include "gazetteer/gazetteer_file.hpp"
#include "gazetteer/import/import.hpp"
#include "gazetteer/schema.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/similarity.hpp"
#include "geopackage/geometry_blob.hpp"

namespace incidentmap {
namespace {

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

Gazetteer::Gazetteer(std::unique_ptr<GazetteerFile> file) : m_file(std::move(file)) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

Gazetteer Gazetteer::open(const std::string& path) {
    const std::filesystem::path file(path);
    const std::string name = file.stem().string();
    if (lower_ascii(file.extension().string()) != ".csv")
        return Gazetteer(std::make_unique<GazetteerFile>(file, name));
    // The file has no name any more once it is open: whatever happens to the program, nothing stays behind.
    const TemporaryFolder folder;
    const std::filesystem::path made = folder.path() / "gazetteer.gpkg";
    import_gazetteer(ImportFormat::csv, {path}, made.string());
    return Gazetteer(std::make_unique<GazetteerFile>(made, name));
}

std::optional<Gazetteer> Gazetteer::opened_again() const {
    std::error_code ignored;
    const std::filesystem::path& path = m_file->database.path();
    if (!std::filesystem::exists(path, ignored)) return std::nullopt;
    Gazetteer again(std::make_unique<GazetteerFile>(path, name()));
    if (again.fingerprint() != fingerprint()) return std::nullopt;
    // Several of them are open at once; what the system has read for one is there for all. In KiB.
    again.m_file->database.execute("PRAGMA cache_size = -16384");
    return again;
}

std::vector<NameHit> Gazetteer::by_normal_form(std::string_view normal) const {
    std::vector<NameHit> hits;
    if (m_file->typos.surely_lacks(normal)) return hits;
    // Who looks a name up asks for the same form again and again.
    for (const GazetteerFile::RecentHits& recent : m_file->recent) {
        if (recent.normal == normal) return recent.hits;
    }
    const Statement& row = m_file->by_form;
    for (Look look(m_file->by_form, normal); look.step();) {
        NameHit hit = m_file->hit(row, MatchForm::normal);
        if (hit.name.sort == "code") hit.form = MatchForm::code;
        const std::int64_t lacks = row.integer(place_columns + 6);
        hit.without_kind_words = (lacks & lacks_kind_words) != 0;
        hit.without_article = (lacks & lacks_article) != 0;
        hits.push_back(std::move(hit));
    }
    sort_by_place(hits);
    if (!normal.empty() && hits.size() <= GazetteerFile::most_recent_hits) {
        m_file->recent[m_file->oldest] = {std::string(normal), hits};
        m_file->oldest = (m_file->oldest + 1) % m_file->recent.size();
    }
    return hits;
}

std::vector<NameHit> Gazetteer::by_phonetic_key(std::string_view phonetic_key, const NameTest& keeps) const {
    struct Kept {
        std::int64_t name;
        std::optional<double> alike;
    };
    std::vector<Kept> kept;
    std::vector<std::size_t> forms;  // of one place
    std::int64_t place = 0;
    m_file->sounding_names.for_each(std::string(phonetic_key), [&](const SoundingName& name) {
        if (kept.empty() || place != name.place) forms.clear();
        if (std::find(forms.begin(), forms.end(), name.form) != forms.end()) return;
        const std::optional<double> alike = keeps ? keeps(name.compared) : std::nullopt;
        if (keeps && !alike) return;
        place = name.place;
        forms.push_back(name.form);
        kept.push_back({name.name, alike});
    });
    std::vector<NameHit> hits;
    hits.reserve(kept.size());
    for (const Kept& one : kept) {
        m_file->by_name.bind_integer(1, one.name);
        if (m_file->by_name.step()) {
            hits.push_back(m_file->hit(m_file->by_name, MatchForm::phonetic_key));
            hits.back().alike = one.alike;
        }
        m_file->by_name.reset();
    }
    sort_by_place(hits);
    return hits;
}

std::vector<NameHit> Gazetteer::by_misspelt_form(std::string_view normal) const {
    std::vector<std::string> forms;
    for (const std::int64_t number : m_file->typos.near(TypoOf::form, normal)) {
        m_file->name_text.bind_integer(1, number);
        if (m_file->name_text.step()) {
            // Where its country has no articles, the form without one is looked up too, and is not there.
            for (NameForm& form : name_forms(m_file->name_text.text(0), true)) {
                if (form.normal != normal && edit_distance(form.normal, normal, 1) == 1)
                    forms.push_back(std::move(form.normal));
            }
        }
        m_file->name_text.reset();
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
    for (const std::int64_t number : m_file->typos.near(TypoOf::phonetic_key, phonetic_key)) {
        m_file->name_text.bind_integer(1, number);
        if (m_file->name_text.step()) {
            const std::string_view other = m_file->name_text.text(1);
            if (other != phonetic_key && edit_distance(other, phonetic_key, 1) == 1)
                phonetic_keys.emplace_back(other);
        }
        m_file->name_text.reset();
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
    Look look(m_file->by_place_id, place_id);
    if (!look.step()) return std::nullopt;
    return m_file->place(m_file->by_place_id);
}

std::vector<Name> Gazetteer::names_of(std::string_view place_id) const {
    std::vector<Name> names;
    for (Look look(m_file->names_of, place_id); look.step();) names.push_back(read_name(m_file->names_of, 0));
    return names;
}

std::optional<MultiPolygon> Gazetteer::area(std::string_view place_id) const {
    Look look(m_file->area_of, place_id);
    if (!look.step()) return std::nullopt;
    DecodedGeometry decoded = decode_geometry(m_file->area_of.blob(0));
    auto* area = decoded.geometry ? std::get_if<MultiPolygon>(&*decoded.geometry) : nullptr;
    if (area != nullptr) return std::move(*area);
    throw Error{m_file->database.path().string() + " is damaged: the area of " + std::string(place_id) +
                " cannot be read (" + decoded.problem + ")" + remedy_for(m_file->database.path())};
}

std::string Gazetteer::notes_of(std::string_view place_id) const {
    Statement row = m_file->database.prepare("SELECT notes FROM places WHERE place_id = ?1");
    row.bind_text(1, place_id);
    return row.step() ? std::string(row.text(0)) : std::string{};
}

std::vector<MultiPolygon> Gazetteer::disputed_areas() const {
    std::vector<MultiPolygon> areas;
    Statement rows = m_file->database.prepare(
        "SELECT geom FROM areas WHERE level = 'country' AND coalesce(country, '') = '' ORDER BY fid");
    while (rows.step()) {
        DecodedGeometry decoded = decode_geometry(rows.blob(0));
        auto* area = decoded.geometry ? std::get_if<MultiPolygon>(&*decoded.geometry) : nullptr;
        if (area != nullptr) areas.push_back(std::move(*area));
    }
    return areas;
}

bool Gazetteer::has_settlements_in(std::string_view country) const {
    return Look(m_file->settlement_in, country).step();
}

const std::string& Gazetteer::name() const { return m_file->name; }
std::int64_t Gazetteer::least_population() const { return m_file->least_population; }

const std::string& Gazetteer::fingerprint() const { return m_file->fingerprint; }

GazetteerInfo Gazetteer::summary() const { return m_file->summary(); }
GazetteerInfo Gazetteer::info() const { return m_file->info(); }

std::int64_t Gazetteer::places_in(const std::string& country) const { return m_file->places_in(country); }

}  // namespace incidentmap
