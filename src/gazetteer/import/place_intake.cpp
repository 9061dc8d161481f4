// SPDX-License-Identifier: MIT
#include "gazetteer/import/place_intake.hpp"

#include <algorithm>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/similarity.hpp"

namespace incidentmap {
namespace {

/// Two normal forms of areas' names as alike as these are spellings of one (`dahuk`, `duhok`).
constexpr double similar_enough = 0.8;
/// Of fewer letters one that differs makes another name (`east`, `west`).
constexpr std::size_t least_letters = 5;

/// Whether a name that a record states is one of the area's.
bool is_named(const LocatedArea& area, std::string_view stated) {
    const NameParts parts = name_parts(stated);
    // Of two letters or fewer it says too little (`east`, `west`).
    std::string bones = uses_phonetic_key(area.country) ? phonetic_key(stated).text : std::string{};
    if (bones.size() <= 2) bones.clear();
    return std::any_of(area.spellings.begin(), area.spellings.end(), [&](const std::string& spelling) {
        const NameParts other = name_parts(spelling);
        return other.core_normal == parts.core_normal ||
               (!bones.empty() && phonetic_key(spelling).text == bones) ||
               (std::min(other.core_normal.size(), parts.core_normal.size()) >= least_letters &&
                similarity(other.core_normal, parts.core_normal) >= similar_enough);
    });
}

/// How deep in the order of areas a kind is; places that are no areas are in all of them.
int depth_of(std::string_view kind) {
    if (kind == "country") return 0;
    if (kind == "region" || kind == "province") return 1;
    return kind == "district" ? 2 : 3;
}

}  // namespace

void PlaceIntake::begin_part() {
    if (m_joins) m_join.begin_part();
}

bool PlaceIntake::add_area(const AreaRow& row, LocatedArea located) {
    if (!m_writer.add_area(row)) return false;
    m_areas.add(std::move(located), row.area);
    return true;
}

bool PlaceIntake::names_area(std::string_view stated, const LocatedArea& area) {
    if (stated.empty()) return false;
    const auto [known, is_new] = m_named.try_emplace(
        hash128(std::to_string(area.number) + area.kind + '\n' + std::string(stated)), false);
    if (is_new) known->second = is_named(area, stated);
    return known->second;
}

void PlaceIntake::tell_elsewhere(const InputPosition& at, const char* kind, const std::string& place,
                                 const std::string& stated, const std::string& found) {
    const std::string code = std::string("in-another-") + kind;
    // One of each pair says what is the matter.
    if (!m_told.insert(code + '\n' + stated + '\n' + found).second) {
        m_log.count(code);
        return;
    }
    m_log.tell(at, Severity::warning, code, kind,
               place + " is said to be in " + shortened(stated, 60) + " and lies in " + found + "; " + found +
                   " was taken");
}

void PlaceIntake::complete_level(Place& place, const char* kind, std::string Place::*member,
                                 const InputPosition& at) {
    std::string& stated = place.*member;
    const std::vector<AreaLocator::Found> areas =
        m_areas.at(kind, place.point, stated.empty() ? 0 : place.accuracy_m);
    // Near a border the record's own word stands: the point is known no better than that.
    auto found = std::find_if(areas.begin(), areas.end(),
                              [&](const AreaLocator::Found& near) { return names_area(stated, *near.area); });
    if (found == areas.end()) {
        if (areas.empty() || !areas.front().holds) return;
        found = areas.begin();
        if (!stated.empty()) tell_elsewhere(at, kind, place.name, stated, found->area->name);
    }
    stated = found->area->name;
    if (place.country.empty()) place.country = found->area->country;
}

void PlaceIntake::complete(Place& place, const InputPosition& at) {
    const int depth = depth_of(place.kind);
    if (depth == 0) return;
    const std::vector<AreaLocator::Found> countries =
        m_areas.at("country", place.point, place.country.empty() ? 0 : place.accuracy_m);
    const bool stated_is_here =
        std::any_of(countries.begin(), countries.end(),
                    [&](const AreaLocator::Found& found) { return found.area->country == place.country; });
    if (!countries.empty() && countries.front().holds && !stated_is_here &&
        !countries.front().area->country.empty()) {
        const std::string& country = countries.front().area->country;
        if (!place.country.empty()) {
            tell_elsewhere(at, "country", place.name, place.country, country);
            place.admin1.clear();
            place.admin2.clear();
        }
        place.country = country;
    }
    if (depth > 1) complete_level(place, "province", &Place::admin1, at);
    if (depth > 2) complete_level(place, "district", &Place::admin2, at);
}

std::uint32_t PlaceIntake::source_number(const std::string& source_id) {
    const auto found = std::find(m_sources.begin(), m_sources.end(), source_id);
    const auto number = static_cast<std::uint32_t>(found - m_sources.begin());
    if (found == m_sources.end()) m_sources.push_back(source_id);
    return number;
}

/// The entry becomes another point of the place.
std::optional<PlaceRef> PlaceIntake::join(const PlaceRow& row, std::int64_t number,
                                          std::span<const std::string> spellings) {
    m_writer.add_point_of(number, {{}, row.place.point, row.place.source_id, row.place.id, row.notes});
    m_join.joined(number, row.place, spellings);
    const PlaceRef ref{number, source_number(row.place.source_id), true};
    m_joined.emplace(hash128(row.place.id), ref);
    ++m_joined_count;
    return ref;
}

std::optional<PlaceRef> PlaceIntake::add_place(PlaceRow row, std::span<const std::string> spellings,
                                               const InputPosition& at) {
    if (!m_areas.empty()) complete(row.place, at);
    if (!m_only.empty() && std::find(m_only.begin(), m_only.end(), row.place.country) == m_only.end()) {
        ++m_elsewhere_count;
        return PlaceRef{};
    }
    if (m_joined.contains(hash128(row.place.id))) return std::nullopt;
    if (m_joins) {
        // One id is one place, wherever its entries lie.
        auto same = m_writer.place_number(row.place.id);
        if (same && !m_join.is_of_earlier_part(*same)) return std::nullopt;
        if (!same) same = m_join.find(row.place, spellings);
        if (same) return join(row, *same, spellings);
    }
    const auto number = m_writer.add_place(row);
    if (!number) return std::nullopt;
    if (m_joins) m_join.add(*number, row.place, spellings);
    return PlaceRef{*number, source_number(row.place.source_id), false};
}

void PlaceIntake::add_name(const PlaceRef& place, const Name& name, std::string_view source_id) {
    if (!place.is_kept()) return;
    if (!place.joined) {
        m_writer.add_name(place.number, name, source_id);
        return;
    }
    if (!m_join.learns(place.number, name.text)) return;
    // The place has a preferred name already.
    Name other = name;
    if (other.sort == "preferred") other.sort = "alternate";
    m_writer.add_name(place.number, other,
                      source_id.empty() ? std::string_view(m_sources[place.source]) : source_id);
}

std::optional<PlaceRef> PlaceIntake::place(std::string_view place_id) const {
    if (const auto joined = m_joined.find(hash128(place_id)); joined != m_joined.end()) return joined->second;
    if (const auto number = m_writer.place_number(place_id)) return PlaceRef{*number, 0, false};
    return std::nullopt;
}

}  // namespace incidentmap
