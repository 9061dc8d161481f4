// SPDX-License-Identifier: MIT
// What a map shows of a place that is not found: the area that is stated about it.
#include <algorithm>
#include <array>
#include <utility>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "locate/locality.hpp"
#include "locate/place_location.hpp"
#include "locate/question.hpp"
#include "locate/rank.hpp"
#include "locate/resolver.hpp"
#include "locate/score.hpp"
#include "locate/sure_name.hpp"

namespace incidentmap {
namespace {

/// A province and the city in its midst, which is one of its own and goes by the same name.
void add_city(Location& province, const Location& city) {
    auto* around = std::get_if<MultiPolygon>(&province.footprint);
    const auto* within = std::get_if<MultiPolygon>(&city.footprint);
    if (around == nullptr || within == nullptr) return;
    around->polygons.insert(around->polygons.end(), within->polygons.begin(), within->polygons.end());
    province.uncertainty_m = radius_about_m(province.footprint, province.likely);
    province.name += " with " + city.name;
}

}  // namespace

/// The smallest area that is stated about a place and known: a parent in its words, the district, the
/// province, the country. \param is_known the name itself is that of places, which lie elsewhere
std::optional<Resolver::StatedArea> Resolver::stated_area(const Query& query, bool is_known) {
    const Locality locality = parse_locality(query.words);
    std::vector<std::string> in_words = locality.parents;
    if (!locality.bracketed.empty()) in_words.insert(in_words.begin(), locality.bracketed);
    const Context context = context_of(query, in_words);
    std::vector<std::string> stated = context.parents;
    if (!context.district.empty())
        stated.insert(stated.end() - (context.province.empty() ? 0 : 1), context.district);
    if (context.country_is_unknown()) return std::nullopt;
    for (const std::string& words : stated) {
        const bool is_district = words == context.district;
        const Parent& parent =
            m_parents.named_within(words, is_district ? context.province : "", context.countries);
        const Place* place = parent.only_place();
        if (place == nullptr) continue;
        const Place about = *place;
        const Place* with = parent.city_with(about);
        const std::optional<Place> city = with == nullptr ? std::nullopt : std::optional{*with};
        // Of two towns of which neither lies in the other the second is not where the first is.
        if (is_rival_of(query, words, about, is_known)) continue;
        const bool is_in_words = std::find(in_words.begin(), in_words.end(), words) != in_words.end();
        if (is_in_words || kind_group(about.kind) == "admin") {
            Location area = location_of_area(about);
            if (city) add_city(area, location_of_area(*city));
            return StatedArea{std::move(area), {}};
        }
        // A district that goes by the name of its town reaches beyond the town: what holds that is known.
        if (context.countries.empty() && context.province.empty()) continue;
        if (const auto division = division_around(about))
            return StatedArea{location_of_area(*division), about.name};
    }
    if (context.countries.size() != 1) return std::nullopt;
    const auto country = country_area(context.countries.front());
    return country ? std::optional{StatedArea{*country, {}}} : std::nullopt;
}

/// The smallest division that a place's own record puts it into, and that has an area.
std::optional<Place> Resolver::division_around(const Place& place) {
    const std::array<std::string, 1> country{place.country};
    for (const std::string* name : {&place.admin2, &place.admin1}) {
        if (name->empty()) continue;
        const Place* division = m_parents.named(*name, country).only_place();
        const bool holds = division != nullptr && kind_group(division->kind) == "admin" &&
                           (name == &place.admin1 || division->admin1 == place.admin1);
        if (holds) return *division;
    }
    return std::nullopt;
}

/// Whether the second of two names in one locality is no area of the first: a town where the first is known
/// too, or any area where the first is a city elsewhere.
bool Resolver::is_rival_of(const Query& query, const std::string& words, const Place& place, bool is_known) {
    const Locality locality = parse_locality(query.words);
    const bool in_words =
        std::find(locality.parents.begin(), locality.parents.end(), words) != locality.parents.end();
    if (!in_words || !is_known) return false;
    if (kind_group(place.kind) == "settlement") return true;
    Query first = query;
    first.for_map = false;
    first.words = locality.name;
    const Location named = look_up(first);
    return named.kind == "city" && is_surely_named(named);
}

/// What a map may show: nothing below the score at which a person is asked, and where nothing is found, the
/// area that is stated.
Location Resolver::for_map(const Query& query, Location found) {
    const bool is_sure = found.has_place() && (!found.score || *found.score >= low_score);
    if (is_sure || found.status == Status::ambiguous) return found;
    const bool is_known = !found.alternatives.empty();
    if (found.has_place()) found = not_sure_enough(query, std::move(found));
    if (const auto stated = stated_area(query, is_known))
        return no_closer_than(stated->area, stated->town, std::move(found));
    return found;
}

}  // namespace incidentmap
