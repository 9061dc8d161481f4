// SPDX-License-Identifier: MIT
#include "locate/resolver.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <variant>

#include "core/fault.hpp"
#include "core/text.hpp"
#include "gazetteer/contested_places.hpp"
#include "gazetteer/countries_meant.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/no_places.hpp"
#include "gazetteer/spelling/qualifiers.hpp"
#include "gazetteer/surroundings.hpp"
#include "geodesy/antimeridian.hpp"
#include "geodesy/clip.hpp"
#include "geodesy/compass_direction.hpp"
#include "geodesy/coordinates.hpp"
#include "geodesy/footprint.hpp"
#include "locate/answers.hpp"
#include "locate/phrase_location.hpp"
#include "locate/place_location.hpp"
#include "locate/position_name.hpp"
#include "locate/question.hpp"
#include "locate/rank.hpp"
#include "locate/score.hpp"
#include "locate/sure_name.hpp"
#include "locate/words_for_people.hpp"

namespace incidentmap {
namespace {

/// Where a name fits as well as this, no misspelling of it is looked for.
constexpr double good_enough = 0.85;

/// Where a name with a direction in it fits as well as this, it is read as a name before it is read as a part
/// of a place.
constexpr double good_enough_for_a_part = 0.75;

/// Words that say how far from a place, and in which direction in a word that is none.
Location without_direction(const Query& query, const MisreadDirection& misread) {
    const std::string what = "\"" + misread.word + "\" stands where a direction should, and is none";
    if (misread.meant.empty()) {
        return unresolved(query, what + "; no place is guessed from the rest.",
                          "State the direction (north, south-west, ...), or name the place itself.");
    }
    return unresolved(query,
                      what + "; \"" + misread.meant +
                          "\" may be meant, but a direction is not guessed: the place would be another.",
                      "If that is meant, write \"" + misread.whole + "\".");
}

/// Whether names are compared by their sounds in what is stated: elsewhere they bring only what lies abroad.
bool has_sounds(const std::vector<std::string>& countries) {
    if (countries.empty()) return true;
    return std::any_of(countries.begin(), countries.end(), [](const std::string& stated) {
        const std::vector<std::string> meant = countries_meant_by(stated);
        return std::any_of(meant.begin(), meant.end(),
                           [](const std::string& country) { return uses_phonetic_key(country); });
    });
}

/// `Western Ghariyah town` is a place's own name where there is such a place: what sounds the same has the
/// same direction in it, in any language.
bool names_part_of_place(const std::vector<Gazetteer>& gazetteers, const std::string& name,
                         const std::string& country, bool is_bare) {
    const std::vector<Word> words = words_of(name);
    if (words.empty() || qualifier(words.front().normal) == nullptr) return false;
    const std::vector<Candidate> candidates =
        candidates_for(gazetteers, asked_name(name), {Reach::sounds, is_bare});
    const std::vector<std::string> stated = countries_named(country);
    return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& c) {
        const Place& place = c.place();
        if (!stated.empty() && !may_be_stated_as(place.country, place.point, stated)) return false;
        return c.score >= (c.hit.form == MatchForm::phonetic_key ? good_enough_for_a_part : good_enough);
    });
}

/// `Abu Saida, in Diyala province`: a name and its parents, though words say so.
bool names_a_place_only(const Phrase& phrase) {
    return phrase.not_understood.empty() && phrase.clues.size() == 1 &&
           phrase.clues.front().relation == Relation::at;
}

/// A cell that says that nothing is known says nothing.
bool is_stated(const std::string& words) {
    return !trimmed(words).empty() && no_place(words) != NoPlace::placeholder;
}

/// What of all countries' outlines lies in the box about a circle.
MultiPolygon land_in(const std::vector<Gazetteer>& gazetteers, const Circle& about) {
    MultiPolygon land;
    const auto box = bbox(Geometry{outline(Footprint{about})});
    if (!box) return land;
    for (const OutlinedArea& area : surroundings_in(gazetteers, *box, 0).areas) {
        if (!area.is_country) continue;
        MultiPolygon part = clipped(area.outline, *box);
        std::move(part.polygons.begin(), part.polygons.end(), std::back_inserter(land.polygons));
    }
    return land;
}

/// What is stated about a place must name something: `market` does not.
bool may_be_parent(const std::string& words) {
    return is_stated(words) && no_place(words) != NoPlace::common_noun;
}

/// Of the whole border of a country that part is meant which lies in the province and country stated.
void add_stated_parents(Phrase& phrase, const Query& query) {
    for (const std::string* stated : {&query.admin1, &query.country}) {
        const bool is_said =
            std::find(phrase.parents.begin(), phrase.parents.end(), *stated) != phrase.parents.end();
        if (may_be_parent(*stated) && !is_said) phrase.parents.push_back(*stated);
    }
}

}  // namespace

bool is_like_place_id(std::string_view words) {
    const auto colon = words.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < words.size() &&
           words.find(' ') == std::string_view::npos;
}

Resolver::Resolver(std::vector<Gazetteer> gazetteers)
    : m_gazetteers(std::move(gazetteers)), m_parents(m_gazetteers), m_positions(m_gazetteers) {}

const Location& Resolver::resolve(const Query& query) {
    const std::string key = key_of(query);
    auto known = m_found.find(key);
    if (known == m_found.end()) {
        if (const auto before = m_found_before.find(key); before != m_found_before.end())
            known = m_found.emplace(key, before->second).first;
    }
    if (known != m_found.end()) {
        if (m_answers != nullptr) m_answers->note_use(known->second.answer);
        return *known->second.location;
    }
    const auto look = [&] { return find(query, key); };
    Found found{m_answers == nullptr ? look() : m_answers->answer(query, look), 0};
    if (m_answers != nullptr) {
        found.answer = m_answers->last();
        m_answers->note_use(found.answer);
    }
    return *m_found.emplace(key, std::move(found)).first->second.location;
}

/// What was found elsewhere, or is looked up now.
std::shared_ptr<const Location> Resolver::find(const Query& query, const std::string& key) {
    if (m_shared != nullptr) {
        if (auto found = m_shared->find(key)) return found;
    }
    // Words that the program makes a mistake on are told as such; all others are looked up all the same.
    const auto look = [&] {
        try {
            return blaming_us([] { return std::string("looking these words up"); },
                              [&] { return look_up(query); });
        } catch (const Fault& fault) {
            return unresolved(query, std::string(fault.what()) + ".", "Give latitude and longitude.");
        }
    };
    if (m_shared != nullptr) return m_shared->keep(key, look());
    auto found = std::make_shared<Location>(look());
    found->serial = ++m_serial;
    return found;
}

void Resolver::forget_if_large(std::size_t most) {
    if (m_found.size() > most) m_found_before = std::exchange(m_found, {});
    if (m_listed.size() > most) m_listed.clear();
}

/// The country that is stated, or that the last of the parents names where it names nothing else; the parents
/// that are left.
Context Resolver::context_of(const Query& query, const std::vector<std::string>& parents) {
    Context context;
    context.near = query.near;
    context.company = query.company;
    context.prefers_area = m_prefers_area;
    for (const std::string& parent : parents) {
        if (may_be_parent(parent)) context.parents.push_back(parent);
    }
    if (is_stated(query.country)) {
        context.country = query.country;
        context.countries = countries_named(query.country);
    } else if (!context.parents.empty()) {
        std::vector<std::string> codes = countries_named(context.parents.back());
        const bool is_code = context.parents.back().size() <= 3;
        if (!codes.empty() && !is_code && !m_parents.named(context.parents.back()).is_within_country()) {
            context.country = std::move(context.parents.back());
            context.countries = std::move(codes);
            context.parents.pop_back();
        }
    }
    const auto has_province = [&] {  // `Centre` in Burkina Faso
        if (context.countries.empty() || !is_stated(query.admin1)) return false;
        const Place* place = m_parents.named(query.admin1, context.countries).only_place();
        return place != nullptr && place->kind == "province";
    };
    if (may_be_parent(query.admin1) || has_province()) {
        context.province = query.admin1;
        context.parents.push_back(query.admin1);
    }
    if (may_be_parent(query.admin2)) context.district = query.admin2;
    return context;
}

Location Resolver::look_up(const Query& query) {
    Location found = look_up_words(query);
    return query.for_map ? for_map(query, std::move(found)) : found;
}

Location Resolver::look_up_words(const Query& query) {
    if (trimmed(query.words).empty()) {
        return unresolved(query, "The report names no place.", "Give a place, or latitude and longitude.");
    }
    if (const auto read = read_coordinates(query.words)) {
        Location location =
            std::visit([&](const auto& coordinates) { return location_of(query, coordinates); }, *read);
        if (location.has_place())
            name_position(location,
                          m_positions.at(location.likely, country_code(query.country), query.admin1), {});
        return location;
    }
    if (query.is_place_id || is_like_place_id(query.words)) {
        if (auto location = location_of_id(query, m_gazetteers)) return *std::move(location);
        if (query.is_place_id) {
            return unresolved(query, "No gazetteer loaded has the place id \"" + query.words + "\".",
                              "Load the gazetteer that has it, or give latitude and longitude.");
        }
    }
    if (no_place(query.words)) return from_no_place(query);
    Locality locality = parse_locality(query.words);
    if (is_whole_name(m_gazetteers, query.words)) {
        Location found = look_up_names(query, {query.words}, {});
        if (auto country = country_alone(query, locality, found)) return *std::move(country);
        // A name of places elsewhere does not keep words from saying something of the country that is stated.
        if (found.status != Status::unresolved || !is_stated(query.country)) return found;
    }
    const bool is_bare = !is_stated(query.country) && !is_stated(query.admin1) && locality.parents.empty();
    const bool names_part = names_part_of_place(m_gazetteers, locality.name, query.country, is_bare);
    const auto phrase = names_part ? std::nullopt : read_phrase(query.words);
    const std::string words = names_part || phrase ? std::string{} : relating_words(query.words);
    if (phrase && !names_a_place_only(*phrase)) return from_phrase(query, *phrase);
    if (phrase) locality = {phrase->clues.front().place, phrase->parents, {}};
    if (const auto misread = misread_direction(query.words); misread && !words.empty())
        return without_direction(query, *misread);
    if (!words.empty()) {
        return unresolved(query,
                          "\"" + words +
                              "\" relates to a place; such words are not understood yet, and no place is "
                              "guessed from the rest.",
                          "Name the place itself, or give latitude and longitude.");
    }
    if (no_place(locality.name)) return from_no_place(query);
    std::vector<std::string> readings{locality.name};
    if (!is_whole_name(m_gazetteers, locality.name)) readings = readings_of(locality.name);
    return or_other_reading(query, locality, look_up_locality(query, locality, std::move(readings)));
}

/// What stands in brackets behind a name is its parent, or else another name of the place.
Location Resolver::look_up_locality(const Query& query, const Locality& locality,
                                    std::vector<std::string> readings) {
    if (locality.bracketed.empty()) return look_up_names(query, readings, locality.parents);
    if (auto part = part_behind(query, locality)) return *std::move(part);
    std::vector<std::string> parents{locality.bracketed};
    parents.insert(parents.end(), locality.parents.begin(), locality.parents.end());
    if (m_parents.named(locality.bracketed).is_known()) {
        Location inside = look_up_names(query, readings, parents);
        if (inside.status != Status::unresolved) return inside;
    }
    readings.push_back(locality.bracketed);
    return look_up_names(query, readings, locality.parents);
}

/// `None`, `the market`: no place. A direction is a part of what is stated, where that has no province so
/// named.
Location Resolver::from_no_place(const Query& query) {
    const Locality locality = parse_locality(query.words);
    const std::string_view direction = direction_said(locality.name);
    const auto compass = read_compass_direction(direction);
    std::vector<std::string> about = locality.parents;
    for (const std::string& stated : {query.admin1, query.country}) {
        if (about.empty() && may_be_parent(stated)) about.push_back(stated);
    }
    if (direction.empty() || !compass) {
        const bool nothing = no_place(locality.name) == NoPlace::placeholder;
        return unresolved(query,
                          nothing ? "\"" + query.words + "\" says that the place is not known."
                                  : "\"" + query.words + "\" says what sort of place it is, and names none.",
                          "Name the place, or give latitude and longitude.");
    }
    if (about.empty()) {
        return unresolved(query, "\"" + query.words + "\" is a direction, and of what is not said.",
                          "Name the place, or state the country of which that part is meant.");
    }
    Location named = look_up_names(query, {locality.name}, locality.parents);
    if (named.status == Status::coarse) return named;
    Phrase phrase;
    Clue clue;
    clue.relation = Relation::part;
    clue.place = about.front();
    clue.direction = compass;
    clue.words = query.words;
    phrase.clues.push_back(std::move(clue));
    phrase.parents.assign(about.begin() + 1, about.end());
    return from_phrase(query, phrase);
}

Location Resolver::look_up_names(const Query& query, const std::vector<std::string>& readings,
                                 const std::vector<std::string>& parents) {
    const Context context = context_of(query, parents);
    const bool is_bare = context.countries.empty() && context.parents.empty();
    // `Abu Rasin/Zarkan town`: the town is said of both.
    std::vector<KindWord> kinds_said;
    std::vector<AskedName> names;
    for (const std::string& reading : readings) names.push_back(asked_name(reading));
    for (const AskedName& name : names) {
        if (kinds_said.empty()) kinds_said = name.parts.kind_words;
    }
    const bool by_sounds = has_sounds(context.countries);
    for (AskedName& name : names) {
        if (!name.asks_for_kind()) name.parts.kind_words = kinds_said;
        if (by_sounds) continue;
        name.phonetic_key.clear();
        name.other_phonetic_keys.clear();
    }
    struct Attempt {
        AskedName asked;
        Ranking ranking;
    };
    std::vector<Candidate> candidates;
    double best_score = 0;
    const AskedName* best_name = &names.front();
    const auto add = [&](Reach reach) {
        for (const AskedName& name : names) {
            std::vector<Candidate> found = candidates_for(m_gazetteers, name, {reach, is_bare});
            if (!found.empty() && found.front().score > best_score) {
                best_score = found.front().score;
                best_name = &name;
            }
            add_candidates(candidates, std::move(found));
        }
    };
    add(Reach::sounds);
    Attempt best{*best_name, rank(candidates, *best_name, context, m_parents)};
    if (best.ranking.answer.empty() || best.ranking.answer.front().score < good_enough) {
        add(Reach::misspelt);
        Attempt misspelt{*best_name, rank(std::move(candidates), *best_name, context, m_parents)};
        const bool nothing_else = best.ranking.answer.empty() && best.ranking.set_aside.empty();
        const double better_than = nothing_else ? 0 : std::max(best.ranking.probability, least_probability);
        if (misspelt.ranking.probability > better_than) best = std::move(misspelt);
    }
    const auto& [asked, ranking] = best;
    // A border that the gazetteer knows by name only is where the outlines of its countries meet.
    if (!ranking.answer.empty() && ranking.rivals.empty() && ranking.probability >= least_probability &&
        ranking.answer.front().place().kind == "border") {
        if (const auto phrase = read_phrase(query.words)) return from_phrase(query, *phrase);
    }
    return location_of(query, asked, ranking, m_gazetteers);
}

/// Places of a phrase are looked up as if they stood alone, with what the phrase and the report state about
/// them.
Location Resolver::from_phrase(const Query& query, const Phrase& said) {
    Phrase phrase = said;
    const bool has_border = std::any_of(phrase.clues.begin(), phrase.clues.end(),
                                        [](const Clue& clue) { return clue.relation == Relation::border; });
    if (has_border) add_stated_parents(phrase, query);
    PlaceFinder find;
    find.named = [&](const std::string& words, const std::vector<std::string>& parents) {
        if (has_border) {
            // A neighbour does not lie in what is stated.
            const std::vector<std::string> codes = countries_named(words);
            const auto neighbour = codes.size() == 1 ? country_area(codes.front()) : std::nullopt;
            if (neighbour) return *neighbour;
            const bool is_clue = std::any_of(phrase.clues.begin(), phrase.clues.end(),
                                             [&](const Clue& clue) { return clue.place == words; });
            if (words == query.admin1 && !is_clue) {
                const Place* province = m_parents.named(words, countries_named(query.country)).only_place();
                if (province != nullptr) return location_of_area(*province);
            }
        }
        Query part = query;
        part.for_map = false;
        part.words = words;
        for (const std::string& parent : parents) {
            if (!has_border || (parent != query.admin1 && parent != query.country))
                part.words += ", " + parent;
        }
        const bool is_part = std::any_of(phrase.clues.begin(), phrase.clues.end(), [&](const Clue& clue) {
            return clue.relation == Relation::part && clue.direction && clue.place == words;
        });
        const bool before = std::exchange(m_prefers_area, is_part);
        Location found = look_up_words(part);
        m_prefers_area = before;
        return found;
    };
    find.of_id = [&](const std::string& place_id) {
        Query part;
        part.words = place_id;
        part.is_place_id = true;
        return look_up_words(part);
    };
    find.land = [&](const Circle& about) { return land_in(m_gazetteers, about); };
    return locate_phrase(query.words, phrase, find);
}

}  // namespace incidentmap
