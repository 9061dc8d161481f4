// SPDX-License-Identifier: MIT
#include "gazetteer/import/place_join.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/hash.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "geodesy/geodesic.hpp"

namespace incidentmap {
namespace {

constexpr double cell_deg = 0.5;
/// Of a settlement or installation the most that extents add; settlement_extent_m gives no more.
constexpr double most_extent_m = 20'000;
/// So many entries with one spelling in one cell are looked at.
constexpr std::ptrdiff_t most_looked_at = 1'000;

bool is_area(const Place& place) { return kind_group(place.kind) == "admin"; }

/// Fewer consonants are too many places'.
constexpr std::size_t least_phonetic_key = 4;

double extent_for_join(const Place& place) {
    return is_area(place) ? place.extent_m : std::min(place.extent_m, most_extent_m);
}

/// Kinds of one class are compared without their generic words: `Qaryat Taji` and `Taji`, never `Camp Taji`
/// and `Taji Airfield`.
std::string_view class_of(std::string_view kind) {
    if (kind == "airport" || kind == "airfield" || kind == "air base") return "airfield";
    return kind_group(kind) == "settlement" ? "settlement" : kind;
}

std::uint64_t hash64(std::string_view text) { return hash128(text).low; }

/// What hashes stand for: a cell with a class of kinds, and a form of a name.
std::uint64_t key_hash(std::uint64_t cell, std::uint64_t form) {
    return (cell * 0x9E3779B97F4A7C15U) ^ (form + (cell >> 29));
}

/// A form under which a place is compared, and among things of which sort.
struct Comparable {
    std::string sort;
    std::uint64_t form;
    friend auto operator<=>(const Comparable&, const Comparable&) = default;
};

std::string class_sort(const Place& place) { return "c" + std::string(class_of(place.kind)); }

/// One of two letters or fewer says too little (`east`, `west`): the first letter of the name goes with it.
std::string area_phonetic_key(std::string_view spelling) {
    std::string bones = phonetic_key(spelling).text;
    if (bones.size() <= 2) bones += name_parts(spelling).core_normal.substr(0, 1);
    return bones;
}

std::vector<Comparable> comparable(const Place& place, std::span<const std::string> spellings) {
    std::vector<Comparable> result;
    const std::string_view group = kind_group(place.kind);
    if (group.empty()) return result;
    const bool in_region = uses_phonetic_key(place.country);
    const std::string province = place.admin1.empty() ? std::string{} : area_phonetic_key(place.admin1);
    for (const std::string& spelling : spellings) {
        for (const NameForm& form : name_forms(spelling, in_region, place.country)) {
            result.push_back({class_sort(place), hash64(form.normal)});
            if (group == "installation" && !form.without_kind_words)
                result.push_back({"g" + std::string(group), hash64(form.normal)});
        }
        if (in_region && is_area(place))
            result.push_back({"s" + place.kind, hash64(area_phonetic_key(spelling))});
        if (in_region && group == "settlement") {
            const std::string bones = phonetic_key(spelling).text;
            if (bones.size() >= least_phonetic_key && !province.empty())
                result.push_back({"n" + std::string(group), hash64(bones + '\n' + province)});
        }
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::int64_t cell_of(double degrees) { return static_cast<std::int64_t>(std::floor(degrees / cell_deg)); }

std::string cell_text(std::int64_t x, std::int64_t y) {
    constexpr auto around = static_cast<std::int64_t>(360 / cell_deg);
    return std::to_string((x % around + around) % around) + ',' + std::to_string(y) + '\n';
}

/// The cells in which a place's fellows may lie; of an area its country.
std::vector<std::string> cells_about(const Place& place) {
    if (is_area(place)) return {place.country + '\n'};
    const double reach_deg = (PlaceJoin::usual_distance_m + most_extent_m) / 110'000;
    const double slimness = std::max(std::cos(place.point.lat * std::numbers::pi / 180), 0.01);
    const double reach_lon_deg = std::min(reach_deg / slimness, 179.0);
    std::vector<std::string> cells;
    for (auto y = cell_of(place.point.lat - reach_deg); y <= cell_of(place.point.lat + reach_deg); ++y) {
        for (auto x = cell_of(place.point.lon - reach_lon_deg); x <= cell_of(place.point.lon + reach_lon_deg);
             ++x)
            cells.push_back(cell_text(x, y));
    }
    return cells;
}

std::string own_cell(const Place& place) {
    if (is_area(place)) return place.country + '\n';
    return cell_text(cell_of(place.point.lon), cell_of(place.point.lat));
}

}  // namespace

std::uint32_t PlaceJoin::source_of(const Place& place) {
    return place.source_id.empty() ? 0 : static_cast<std::uint32_t>(hash64(place.source_id));
}

void PlaceJoin::begin_part() {
    ++m_part;
    std::sort(m_keys.begin() + static_cast<std::ptrdiff_t>(m_sorted), m_keys.end());
    std::inplace_merge(m_keys.begin(), m_keys.begin() + static_cast<std::ptrdiff_t>(m_sorted), m_keys.end());
    m_sorted = m_keys.size();
}

bool PlaceJoin::fits(const Entry& entry, const Place& place) const {
    const std::uint32_t source = source_of(place);
    if (entry.part == m_part || m_joined_parts.contains({entry.number, m_part})) return false;
    if (source != 0 && (entry.source == source || m_joined_sources.contains({entry.number, source})))
        return false;
    return entry.country[0] == '\0' || place.country.size() != 2 ||
           (entry.country[0] == place.country[0] && entry.country[1] == place.country[1]);
}

std::optional<std::int64_t> PlaceJoin::find(const Place& place,
                                            std::span<const std::string> spellings) const {
    if (m_sorted == 0) return std::nullopt;
    const auto end = m_keys.begin() + static_cast<std::ptrdiff_t>(m_sorted);
    std::optional<std::int64_t> nearest;
    double nearest_m = 0;
    const std::vector<std::string> cells = cells_about(place);
    for (const Comparable& what : comparable(place, spellings)) {
        for (const std::string& cell : cells) {
            const std::uint64_t hash = key_hash(hash64(cell + what.sort), what.form);
            auto key = std::lower_bound(m_keys.begin(), end, Key{hash, 0});
            for (std::ptrdiff_t looked = 0; key != end && key->hash == hash && looked < most_looked_at;
                 ++key, ++looked) {
                const Entry& entry = m_entries[key->entry];
                if (!fits(entry, place)) continue;
                const double distance_m = geodesic(entry.point, place.point).distance_m;
                if (distance_m > usual_distance_m + std::max(entry.extent_m, extent_for_join(place)))
                    continue;
                if (nearest && distance_m >= nearest_m) continue;
                nearest = entry.number;
                nearest_m = distance_m;
            }
        }
    }
    return nearest;
}

bool PlaceJoin::is_of_earlier_part(std::int64_t number) const {
    const auto index = static_cast<std::size_t>(number - 1);
    return index < m_first_entry.size() && m_entries[m_first_entry[index]].part < m_part;
}

void PlaceJoin::add(std::int64_t number, const Place& place, std::span<const std::string> spellings) {
    const auto index = static_cast<std::uint32_t>(m_entries.size());
    const std::string cell = own_cell(place);
    Entry entry{place.point,
                extent_for_join(place),
                static_cast<std::uint32_t>(number),
                m_part,
                source_of(place),
                {},
                hash64(cell + class_sort(place))};
    if (place.country.size() == 2) std::copy_n(place.country.begin(), 2, entry.country);
    m_entries.push_back(entry);
    if (m_first_entry.size() < static_cast<std::size_t>(number))
        m_first_entry.resize(static_cast<std::size_t>(number), index);
    for (const Comparable& what : comparable(place, spellings))
        m_keys.push_back({key_hash(hash64(cell + what.sort), what.form), index});
}

void PlaceJoin::joined(std::int64_t number, const Place& place, std::span<const std::string> spellings) {
    m_joined_parts.insert({static_cast<std::uint32_t>(number), m_part});
    if (source_of(place) != 0)
        m_joined_sources.insert({static_cast<std::uint32_t>(number), source_of(place)});
    // A third source may know the place by this one's point and names.
    add(number, place, spellings);
}

bool PlaceJoin::learns(std::int64_t number, std::string_view spelling) {
    const std::uint64_t form = hash64(normal_form(spelling));
    const std::uint32_t first = m_first_entry.at(static_cast<std::size_t>(number - 1));
    const Key key{key_hash(m_entries[first].cell, form), first};
    const auto end = m_keys.begin() + static_cast<std::ptrdiff_t>(m_sorted);
    if (std::binary_search(m_keys.begin(), end, key)) return false;
    return m_learnt.insert(key_hash(static_cast<std::uint64_t>(number), form)).second;
}

}  // namespace incidentmap
