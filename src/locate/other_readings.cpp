// SPDX-License-Identifier: MIT
// What a locality may say besides, where its name first and larger areas behind lead nowhere.
#include <algorithm>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/side_behind.hpp"
#include "gazetteer/spelling/unsaid_noun.hpp"
#include "locate/locality.hpp"
#include "locate/place_location.hpp"
#include "locate/resolver.hpp"
#include "locate/score.hpp"
#include "locate/sure_name.hpp"

namespace incidentmap {
namespace {

/// `northern` of `N`.
std::string adjective_of_side(std::string_view side) {
    std::string words;
    if (side.starts_with('N')) words = "north";
    if (side.starts_with('S')) words = "south";
    if (side.ends_with('E')) words += "east";
    if (side.ends_with('W')) words += "west";
    return words + "ern";
}

}  // namespace

const Location& Resolver::location_of_area(const Place& place) {
    constexpr std::size_t most_areas = 500;
    const auto known = m_areas.find(place.id);
    if (known != m_areas.end()) return known->second;
    if (m_areas.size() >= most_areas) m_areas.clear();
    return m_areas.emplace(place.id, location_of_place(place, m_gazetteers)).first->second;
}

std::optional<Location> Resolver::country_area(const std::string& code) {
    // The name of today, or the code where gazetteers call it otherwise (`Myanmar (Burma)`).
    for (const std::string& name : {normal_form(country_name(code)), normal_form(code)}) {
        for (const Gazetteer& gazetteer : m_gazetteers) {
            for (const NameHit& hit : gazetteer.by_normal_form(name)) {
                if (hit.place.kind == "country" && hit.place.country == code)
                    return location_of_area(hit.place);
            }
        }
    }
    return std::nullopt;
}

/// `Україна`: a country by any of its names; a hamlet of that name is not meant.
std::optional<Location> Resolver::country_alone(const Query& query, const Locality& locality,
                                                const Location& found) {
    constexpr std::size_t longest_code = 3;
    const bool is_bare = locality.parents.empty() && locality.bracketed.empty() &&
                         (trimmed(query.admin1).empty() || !countries_named(query.country).empty());
    if (!is_bare || trimmed(query.words).size() <= longest_code) return std::nullopt;
    if (found.has_place() && (kind_group(found.kind) != "settlement" || found.kind == "city"))
        return std::nullopt;
    if (found.status == Status::ambiguous) return std::nullopt;
    const std::vector<std::string> codes = countries_named(locality.name);
    if (codes.size() != 1) return std::nullopt;
    const std::vector<std::string> stated = countries_named(query.country);
    if (!stated.empty() && stated != codes) return std::nullopt;
    auto country = country_area(codes.front());
    if (country) {
        country->query = query.words;
        country->score = sure_by_list;
        country->reasons.insert(country->reasons.begin(), "\"" + locality.name + "\" is a name of " +
                                                              country_name(codes.front()) + ".");
    }
    return country;
}

/// `Nineveh, Mosul`, `Ukraine, Kharkiv Oblast, Izium`.
std::optional<Location> Resolver::larger_first(const Query& query, const Locality& locality) {
    if (locality.parents.empty() || !locality.bracketed.empty()) return std::nullopt;
    Query part = query;
    part.for_map = false;
    part.words = locality.name;
    const Location area = look_up(part);
    if (area.status != Status::coarse || !is_surely_named(area)) return std::nullopt;
    std::vector<std::string> parts = locality.parents;
    parts.insert(parts.begin(), locality.name);
    std::reverse(parts.begin(), parts.end());
    part.words = joined(parts, ", ");
    Location found = look_up_locality(part, parse_locality(part.words), readings_of(parts.front()));
    if (!is_surely_named(found) || !lies_in(found, area)) return std::nullopt;
    found.query = query.words;
    found.reasons.push_back("The words name the larger area first.");
    return found;
}

/// `Shan-North`, `Bago (East)`, as a table of provinces has them: the northern part of Shan.
std::optional<Location> Resolver::part_behind(const Query& query, const Locality& locality) {
    const auto part =
        side_behind(locality.name + (locality.bracketed.empty() ? "" : " " + locality.bracketed));
    const std::vector<std::string> countries = countries_named(query.country);
    if (!part || countries.empty()) return std::nullopt;
    const Place* whole = m_parents.named(part->whole, countries).only_place();
    if (whole == nullptr || kind_group(whole->kind) != "admin") return std::nullopt;
    Query area = query;
    area.for_map = false;
    area.words = adjective_of_side(part->side) + " " + part->whole;
    Location found = look_up(area);
    if (!found.has_place()) return std::nullopt;
    found.query = query.words;
    return found;
}

Location Resolver::or_other_reading(const Query& query, const Locality& locality, Location found) {
    if (auto country = country_alone(query, locality, found)) return *std::move(country);
    if (found.status != Status::unresolved) return found;
    if (auto inside = larger_first(query, locality)) return *std::move(inside);
    const std::string whole = with_unsaid_noun(locality.name);
    if (!whole.empty()) return look_up_locality(query, locality, {locality.name, whole});
    if (auto part = part_behind(query, locality)) return *std::move(part);
    return found;
}

}  // namespace incidentmap
