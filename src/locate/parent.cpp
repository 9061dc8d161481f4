// SPDX-License-Identifier: MIT
#include "locate/parent.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/text.hpp"
#include "gazetteer/contested_places.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/side_behind.hpp"
#include "gazetteer/spelling/unsaid_noun.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/score.hpp"

namespace incidentmap {
namespace {

constexpr double infinitely_far = std::numeric_limits<double>::infinity();

/// What the outline of a province is good for.
constexpr double border_accuracy_m = 1'000;

/// Places are known better than this, but for a few.
constexpr double usual_accuracy_m = 5'000;

/// How far beyond its own extent a town that stands as a parent still holds a place.
constexpr double town_surroundings_m = 5'000;

/// Metres east and north of \p origin, in a plane that touches there: good to 1 % within 100 km.
struct Offset {
    double east = 0;
    double north = 0;
};

Offset offset(LonLat origin, LonLat position) {
    constexpr double metres_per_degree = 111'320;
    const double shrink = std::cos(origin.lat * std::numbers::pi / 180);
    return {(position.lon - origin.lon) * metres_per_degree * shrink,
            (position.lat - origin.lat) * metres_per_degree};
}

/// From the origin to the straight line between two offsets.
double to_segment_m(Offset a, Offset b) {
    const double east = b.east - a.east;
    const double north = b.north - a.north;
    const double length = east * east + north * north;
    const double along = length == 0 ? 0 : std::clamp(-(a.east * east + a.north * north) / length, 0.0, 1.0);
    return std::hypot(a.east + along * east, a.north + along * north);
}

double to_ring_m(LonLat position, const Ring& ring) {
    double least = infinitely_far;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        least = std::min(least, to_segment_m(offset(position, ring[i - 1]), offset(position, ring[i])));
    }
    return least;
}

/// 0 within; only as good as a plane, and only asked whether it is a few kilometres.
double to_area_m(LonLat position, const MultiPolygon& area) {
    if (covers(Footprint{area}, position)) return 0;
    double least = infinitely_far;
    for (const Polygon& polygon : area.polygons) {
        least = std::min(least, to_ring_m(position, polygon.outer));
        for (const Ring& hole : polygon.holes) least = std::min(least, to_ring_m(position, hole));
    }
    return least;
}

void add_names(std::unordered_set<std::string>& names, const std::string& text) {
    names.insert(normal_form(text));
    names.insert(name_parts(text).core_normal);
}

/// `Kenya-Somalia border`, `the border of Syria`: in one of those countries.
std::vector<std::string> countries_of_border(const std::string& words) {
    std::string text = normal_form(words);
    if (text.starts_with("the ")) text.erase(0, 4);
    std::string_view names = text;
    bool is_border = false;
    for (const std::string_view word :
         {" border", " borders", " border area", " border region", " frontier"}) {
        if (!names.ends_with(word)) continue;
        names.remove_suffix(word.size());
        is_border = true;
    }
    for (const std::string_view word : {"border of ", "border between ", "border with "}) {
        if (!names.starts_with(word)) continue;
        names.remove_prefix(word.size());
        is_border = true;
    }
    if (!is_border) return {};
    if (std::vector<std::string> codes = countries_named(names); !codes.empty()) return codes;
    // The normal form has a blank for the hyphen: each word that is a country or its people is meant.
    std::vector<std::string> codes;
    for (const std::string& word : split_list(names, " ")) {
        std::string code = country_code(word);
        if (code.empty()) code = country_of_people(word);
        if (!code.empty()) codes.push_back(std::move(code));
    }
    return codes;
}

bool is_a_code(std::string_view words) { return trimmed(words).size() <= 3; }

}  // namespace

Parent::Parent(const std::string& words, std::span<const std::string> countries,
               const std::vector<Gazetteer>& gazetteers)
    : m_words(words), m_countries(countries_named(words)) {
    if (m_countries.empty()) m_countries = countries_of_border(words);
    if (!countries.empty()) {
        // A country beside the one that is stated is no area within it.
        std::erase_if(m_countries, [&](const std::string& code) {
            return std::find(countries.begin(), countries.end(), code) == countries.end();
        });
    }
    // Two or three letters may be a country's code or a province's: `Long Beach, CA`. What a whole country is
    // called may be a province's name too: `Savannah, Georgia`.
    add_places(words, countries, gazetteers);
    if (const std::string whole = with_unsaid_noun(words); m_places.empty() && !whole.empty())
        add_places(whole, countries, gazetteers);
    // What lies in a part of a province lies in the province.
    if (const auto part = side_behind(words); m_places.empty() && part && !countries.empty()) {
        add_places(part->whole, countries, gazetteers);
        std::erase_if(m_places, is_town);
    }
    drop_the_lesser(words, countries);
    drop_namesakes_elsewhere();
    find_towns();
}

bool Parent::is_town(const Option& option) { return kind_group(option.place.kind) == "settlement"; }

/// Of what a country is called too, what is not meant.
void Parent::drop_the_lesser(const std::string& words, std::span<const std::string> countries) {
    const bool has_area = std::any_of(m_places.begin(), m_places.end(), [](const Option& option) {
        return option.place.kind == "province" || option.place.kind == "region";
    });
    if (m_countries.empty() || is_a_code(words)) return;
    if (!countries.empty() && has_area && m_countries.size() == 1) {
        m_countries.clear();
    } else if (!has_area || countries.empty()) {
        std::erase_if(m_places, [](const Option& option) {
            return option.place.kind != "province" && option.place.kind != "region";
        });
    }
}

/// Of a province and a town of its name somewhere else in the country (`Donetsk`) the province is meant.
void Parent::drop_namesakes_elsewhere() {
    const std::string name = normal_form(m_words);
    const auto is_elsewhere = [&](const Option& town) {
        return std::any_of(m_places.begin(), m_places.end(), [&](const Option& province) {
            return province.place.kind == "province" && province.place.country == town.place.country &&
                   normal_form(province.place.name) == name &&
                   outside_m(town.place, province) > border_doubt_m;
        });
    };
    std::vector<std::string> elsewhere;
    for (const Option& option : m_places) {
        if (is_town(option) && option.place.kind != "city" && is_elsewhere(option))
            elsewhere.push_back(option.place.id);
    }
    std::erase_if(m_places, [&](const Option& option) {
        return std::find(elsewhere.begin(), elsewhere.end(), option.place.id) != elsewhere.end();
    });
}

void Parent::add_places(const std::string& words, std::span<const std::string> countries,
                        const std::vector<Gazetteer>& gazetteers) {
    double best = 0;
    std::vector<Candidate> candidates =
        candidates_for(gazetteers, asked_name(words), {Reach::sounds, countries.empty()});
    std::erase_if(candidates, [&](const Candidate& candidate) {
        const Place& place = candidate.place();
        const std::string_view group = kind_group(place.kind);
        if (group != "admin" && group != "settlement") return true;
        if (!m_countries.empty() && candidate.differs()) return true;
        return !countries.empty() && !place.country.empty() &&
               !may_be_stated_as(place.country, place.point, countries);
    });
    for (Candidate& candidate : candidates) {
        best = std::max(best, candidate.score);
        if (candidate.score <= best - ambiguity_margin) continue;
        Option& option = m_places.emplace_back();
        option.place = std::move(candidate.hit.place);
        add_names(option.names, option.place.name);
        for (const Gazetteer& gazetteer : gazetteers) {
            for (const Name& name : gazetteer.names_of(option.place.id)) add_names(option.names, name.text);
        }
        if (option.place.kind == "province") {
            for (const SplitDivision& split : split_divisions()) {
                if (split.country == option.place.country &&
                    option.names.contains(normal_form(split.part_of)))
                    option.split_off.emplace(normal_form(split.division), &split);
            }
        }
        if (option.place.kind != "country") option.area = area_of(option.place, gazetteers);
    }
}

void Parent::find_towns() {
    double reach_m = 0;
    for (const Option& option : m_places) {
        if (is_town(option)) reach_m = std::max(reach_m, option.place.extent_m + option.place.accuracy_m);
    }
    m_towns = NearPoints(reach_m + town_surroundings_m + usual_accuracy_m);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (!is_town(m_places[i])) continue;
        m_towns.add(m_places[i].place.point, i);
        m_town_ids.insert(m_places[i].place.id);
        for (const std::string& name : m_places[i].names) m_towns_named[name].push_back(i);
    }
}

/// Whether a place lies in one of the towns, or close to it: without a look at each, for a name may have
/// many.
bool Parent::in_a_town(const Place& place) const {
    const auto holds = [&](std::size_t number) { return outside_m(place, m_places[number]) == 0; };
    if (place.accuracy_m > usual_accuracy_m) {
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (is_town(m_places[i]) && holds(i)) return true;
        }
        return false;
    }
    if (m_town_ids.contains(place.id) || m_towns.any_near(place.point, holds)) return true;
    if (place.admin2.empty()) return false;
    const auto named = m_towns_named.find(normal_form(place.admin2));
    return named != m_towns_named.end() && std::any_of(named->second.begin(), named->second.end(), holds);
}

const Place* Parent::only_place() const {
    const auto only = [&](const auto& may_be) -> const Place* {
        const Place* found = nullptr;
        for (const Option& option : m_places) {
            if (!may_be(option.place)) continue;
            if (found != nullptr) return nullptr;
            found = &option.place;
        }
        return found;
    };
    const auto is_province = [](const Place& place) { return place.kind == "province"; };
    const bool has_province = std::any_of(m_places.begin(), m_places.end(),
                                          [&](const Option& option) { return is_province(option.place); });
    if (!has_province) return only([](const Place& place) { return place.kind != "country"; });
    if (const Place* one = only(is_province)) return one;
    // `West Darfur`, where Central Darfur bears that name too, of which it was a part.
    const std::string name = normal_form(m_words);
    return only([&](const Place& place) { return is_province(place) && normal_form(place.name) == name; });
}

const Place* Parent::city_with(const Place& province) const {
    const std::string name = normal_form(province.name + " City");
    const auto city = std::find_if(m_places.begin(), m_places.end(), [&](const Option& option) {
        return option.place.kind == "province" && option.place.country == province.country &&
               normal_form(option.place.name) == name;
    });
    return city == m_places.end() ? nullptr : &city->place;
}

bool Parent::is_within_country() const {
    return std::any_of(m_places.begin(), m_places.end(),
                       [](const Option& option) { return option.place.kind != "country"; });
}

double Parent::outside_m(const Place& place, const Option& option) const {
    const Place& parent = option.place;
    if (place.id == parent.id) return 0;
    if (!place.country.empty() && !parent.country.empty() && place.country != parent.country)
        return infinitely_far;
    if (parent.kind == "country") return place.country == parent.country ? 0 : infinitely_far;
    if (is_town(option)) {
        const bool named = !place.admin2.empty() && option.names.contains(normal_form(place.admin2));
        const double reach = parent.extent_m + parent.accuracy_m + place.accuracy_m + town_surroundings_m;
        return named || geodesic(place.point, parent.point).distance_m <= reach ? 0 : infinitely_far;
    }
    for (const std::string* admin : {&place.admin1, &place.admin2}) {
        if (!admin->empty() && option.names.contains(normal_form(*admin))) return 0;
    }
    if (!option.split_off.empty() && option.split_off.contains(normal_form(place.admin1))) return 0;
    if (option.area) {
        const double outside = to_area_m(place.point, *option.area);
        // Its record names another province: it lies at the border, whichever side the outline has it on.
        const bool otherwise = parent.kind == "province" && !place.admin1.empty();
        return otherwise ? std::max(outside, border_accuracy_m) : outside;
    }
    // Without an outline a district or subdistrict is known by its size only; a province of another name is
    // another.
    if (parent.kind == "province" && !place.admin1.empty()) return infinitely_far;
    return geodesic(place.point, parent.point).distance_m <= parent.extent_m + parent.accuracy_m
               ? 0
               : infinitely_far;
}

const SplitDivision* Parent::split_off(const Place& place) const {
    const std::string own = normal_form(place.admin1);
    for (const Option& option : m_places) {
        if (option.names.contains(own)) return nullptr;
        const auto found = option.split_off.find(own);
        if (found != option.split_off.end()) return found->second;
    }
    return nullptr;
}

double Parent::outside_m(const Place& place) const {
    if (!m_countries.empty() &&
        (place.country.empty() || may_be_stated_as(place.country, place.point, m_countries)))
        return 0;
    if (in_a_town(place)) return 0;
    double least = infinitely_far;
    for (const Option& option : m_places) {
        if (is_town(option)) continue;
        least = std::min(least, outside_m(place, option));
        if (least == 0) break;
    }
    return least;
}

void Parent::keep_within(const Parent& larger) {
    const std::string name = normal_form(m_words);
    std::erase_if(m_places, [&](const Option& option) {
        const bool contradicts =
            option.names.contains(name) &&
            std::any_of(larger.m_places.begin(), larger.m_places.end(),
                        [&](const Option& around) { return around.place.country == option.place.country; });
        return !contradicts && larger.outside_m(option.place) > border_doubt_m;
    });
    m_town_ids.clear();
    m_towns_named.clear();
    find_towns();
}

namespace {

std::string key_of_area(const std::string& words, std::span<const std::string> countries) {
    std::string key = words;
    for (const std::string& country : countries) (key += '\x1F') += country;
    return key;
}

}  // namespace

const Parent& Parents::named(const std::string& words, std::span<const std::string> countries) {
    constexpr std::size_t most_kept = 1'000;
    const std::string key = key_of_area(words, countries);
    if (m_parents.size() >= most_kept && !m_parents.contains(key)) m_parents.clear();
    return m_parents.try_emplace(key, words, countries, m_gazetteers).first->second;
}

const Parent& Parents::named_within(const std::string& words, const std::string& larger,
                                    std::span<const std::string> countries) {
    if (larger.empty()) return named(words, countries);
    const std::string key = key_of_area(words, countries) + '\x1E' + larger;
    if (const auto known = m_parents.find(key); known != m_parents.end()) return known->second;
    Parent area = named(words, countries);
    if (const Parent& around = named(larger, countries); around.is_known()) area.keep_within(around);
    return m_parents.emplace(key, std::move(area)).first->second;
}

std::optional<MultiPolygon> area_of(const Place& place, const std::vector<Gazetteer>& gazetteers) {
    for (const Gazetteer& gazetteer : gazetteers) {
        if (auto area = gazetteer.area(place.id)) return area;
    }
    return std::nullopt;
}

}  // namespace incidentmap
