// SPDX-License-Identifier: MIT
#include "locate/phrase_location.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <variant>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geodesy/area.hpp"
#include "geodesy/overlay.hpp"
#include "locate/clue_area.hpp"
#include "locate/stated_fit.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_combinations = 32;
constexpr double nothing_cut_off = 0.999;  ///< of an area's size

/// The places that each name of the phrase may mean: of its clues in their order (place, then other), then of
/// its parents. One, where the name is clear.
struct Choices {
    std::vector<std::vector<Location>> of_names;
    std::vector<Location> parents;
    std::vector<std::string> parents_not_found;
};

/// What the clues come to when each name means one place.
struct Combined {
    ClueArea area;
    std::size_t strongest = 0;  ///< the clue it rests on
    bool is_cut = false;        ///< by another clue
    std::vector<std::string> reasons;
    std::vector<std::string> conflicts;
};

MultiPolygon polygons_of(const Footprint& footprint) { return outline(footprint); }

std::string percent(double share) { return to_text(std::round(share * 100), 0) + " %"; }

/// The reason why words of a phrase lead nowhere, told of the whole.
Location without_place(const std::string& words, Location found) {
    Location location;
    location.query = words;
    location.status = found.status;
    location.reasons = std::move(found.reasons);
    location.alternatives = std::move(found.alternatives);
    location.more_alternatives = found.more_alternatives;
    location.remedy = found.remedy.empty() ? "Name the place itself, or give latitude and longitude."
                                           : std::move(found.remedy);
    return location;
}

Location not_understood(const std::string& words, const std::string& part) {
    Location location;
    location.query = words;
    location.reasons.push_back(
        "\"" + part +
        "\" relates to a place in a way that gives no area; no place is guessed from the rest.");
    location.remedy = "Name the place itself, or give latitude and longitude.";
    return location;
}

/// Takes the areas one after the other, the strongest first.
class Combining {
  public:
    Combining(const Phrase& phrase, std::vector<ClueArea> areas)
        : m_phrase{phrase}, m_areas{std::move(areas)} {}

    Combined combined();

  private:
    void add(const Footprint& footprint, const std::string& what);

    const Phrase& m_phrase;
    std::vector<ClueArea> m_areas;  ///< of the clues, then of the parents
    Combined m_result;
    double m_size_km2 = 0;
    bool m_is_named =
        false;  ///< the place itself is named: what else is said of it is checked, and cuts nothing off
};

void Combining::add(const Footprint& footprint, const std::string& what) {
    MultiPolygon common = overlap(m_result.area.footprint, footprint);
    if (common.polygons.empty()) {
        m_result.conflicts.push_back(
            what +
            " does not fit: it has nothing in common with the rest of what the words say, and was left out");
        return;
    }
    const double size_km2 = area_km2(common);
    const double kept = m_size_km2 > 0 ? size_km2 / m_size_km2 : 1;
    if (m_is_named || kept >= nothing_cut_off) {
        m_result.reasons.push_back(what + (m_is_named ? " fits that." : " holds, and cuts nothing off."));
        return;
    }
    m_result.reasons.push_back(what + " cuts off " + percent(1 - kept) + " of that.");
    m_result.is_cut = true;
    m_size_km2 = size_km2;
    m_result.area.footprint = std::move(common);
}

Combined Combining::combined() {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < m_areas.size(); ++i)
        order.emplace_back(radius_about_m(m_areas[i].footprint, m_areas[i].likely), i);
    // Parents only narrow down: the first is always a clue.
    const auto clues_end = order.begin() + static_cast<std::ptrdiff_t>(m_phrase.clues.size());
    std::sort(order.begin(), clues_end);
    std::sort(clues_end, order.end());
    const auto named = std::find_if(order.begin(), clues_end, [&](const auto& one) {
        return m_phrase.clues[one.second].relation == Relation::at;
    });
    m_is_named = named != clues_end;
    if (m_is_named) std::rotate(order.begin(), named, named + 1);
    m_result.strongest = order.front().second;
    m_result.area = m_areas[m_result.strongest];
    m_result.reasons.push_back(m_result.area.sentence);
    m_size_km2 = area_km2(polygons_of(m_result.area.footprint));
    for (std::size_t i = 1; i < order.size(); ++i) {
        const std::size_t index = order[i].second;
        const bool is_clue = index < m_phrase.clues.size();
        if (is_clue) m_result.reasons.push_back(m_areas[index].sentence);
        add(m_areas[index].footprint,
            is_clue ? "\"" + m_phrase.clues[index].words + "\"" : m_areas[index].sentence);
    }
    ClueArea& area = m_result.area;
    if (m_result.is_cut) {
        area.method = Method::intersection;
        if (!covers(area.footprint, area.likely))
            area.likely = position_within(std::get<MultiPolygon>(area.footprint));
    }
    return std::move(m_result);
}

/// Names of the phrase, in the order of Choices::of_names.
std::vector<std::string> names_of(const Phrase& phrase) {
    std::vector<std::string> names;
    for (const Clue& clue : phrase.clues) {
        for (const std::string* name : {&clue.place, &clue.other}) {
            if (name->empty()) continue;
            // `the Syrian border` is that of Syria.
            const std::string code =
                clue.relation == Relation::border ? country_of_people(*name) : std::string{};
            names.push_back(code.empty() ? *name : country_name(code));
        }
    }
    return names;
}

/// `off Aden`, `25 km off the coast of Tripoli`.
bool is_at_sea(const Clue& clue) {
    if (clue.relation == Relation::offshore) return true;
    const std::vector<Word> words = words_of(clue.words);
    return clue.relation == Relation::offset && !clue.legs.back().direction &&
           std::any_of(words.begin(), words.end(), [](const Word& word) { return word.normal == "off"; });
}

/// Cuts the land away from what is at sea. By a lake, or where no outline is known, all of it stays.
void keep_to_sea(ClueArea& area, const PlaceFinder& find) {
    if (!find.land) return;
    const MultiPolygon land = find.land({area.likely, radius_about_m(area.footprint, area.likely)});
    if (land.polygons.empty()) return;
    MultiPolygon sea = remainder(area.footprint, land);
    if (sea.polygons.empty()) {
        area.sentence += " No sea is known there, and so nothing of it was cut away.";
        return;
    }
    area.likely = position_within(sea);
    area.footprint = std::move(sea);
    area.sentence += " What of that is land was cut away.";
}

/// The area of each clue, with the choice taken for each name; a sentence where a clue has none.
std::variant<std::vector<ClueArea>, std::string> areas_of(const Phrase& phrase,
                                                          const std::vector<const Location*>& chosen,
                                                          const std::vector<Location>& parents,
                                                          const PlaceFinder& find) {
    std::vector<ClueArea> areas;
    std::size_t name = 0;
    for (const Clue& clue : phrase.clues) {
        const Location* place = chosen[name++];
        const Location* other = clue.other.empty() ? nullptr : chosen[name++];
        auto area = clue_area(clue, *place, other);
        if (auto* why = std::get_if<std::string>(&area)) return std::move(*why);
        areas.push_back(std::move(std::get<ClueArea>(area)));
        if (is_at_sea(clue)) keep_to_sea(areas.back(), find);
    }
    for (const Location& parent : parents)
        areas.push_back({parent.footprint, parent.likely, parent.method, false, parent.name});
    return areas;
}

/// The choices of a number, as digits of a number with mixed bases.
std::vector<const Location*> choice_of(const Choices& choices, std::size_t number) {
    std::vector<const Location*> chosen;
    for (const auto& places : choices.of_names) {
        chosen.push_back(&places[number % places.size()]);
        number /= places.size();
    }
    return chosen;
}

std::size_t combination_count(const Choices& choices) {
    std::size_t count = 1;
    for (const auto& places : choices.of_names)
        count = std::min(most_combinations + 1, count * places.size());
    return count;
}

/// Whether the phrase leads from a place to somewhere else.
bool leads_away(const Phrase& phrase) {
    return std::any_of(phrase.clues.begin(), phrase.clues.end(), [](const Clue& clue) {
        return clue.relation == Relation::offset || clue.relation == Relation::direction ||
               clue.relation == Relation::offshore;
    });
}

/// Finds every place; stops at the first name that leads nowhere.
std::optional<Location> find_places(const std::string& words, const Phrase& phrase, const PlaceFinder& find,
                                    Choices& choices, std::vector<Location>& doubtful) {
    for (const std::string& name : names_of(phrase)) {
        Location found = find.named(name, phrase.parents);
        std::vector<Location> places;
        if (found.status == Status::ambiguous) {
            for (const Match& match : found.alternatives) {
                if (places.size() > most_combinations) break;
                Location one = find.of_id(match.place_id);
                if (one.has_place()) places.push_back(std::move(one));
            }
        }
        if (found.has_place()) {
            places.push_back(std::move(found));
        } else if (places.empty()) {
            return without_place(words, std::move(found));
        } else {
            doubtful.push_back(std::move(found));
        }
        choices.of_names.push_back(std::move(places));
    }
    for (std::size_t i = 0; i < phrase.parents.size(); ++i) {
        const std::vector<std::string> larger(phrase.parents.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                              phrase.parents.end());
        Location found = find.named(phrase.parents[i], larger);
        // What lies so far from a town need not lie in its country, and may be at sea.
        if (found.kind == "country" && leads_away(phrase)) continue;
        const bool is_area = found.has_place() && std::holds_alternative<MultiPolygon>(found.footprint);
        if (is_area) {
            choices.parents.push_back(std::move(found));
        } else if (!found.has_place()) {
            choices.parents_not_found.push_back(phrase.parents[i]);
        }
    }
    return std::nullopt;
}

/// What ACLED and UCDP say of such a place: near a known one; beyond 25 km, a line or a part, 5 and a region.
void fill_precision(Location& location) {
    const bool is_region = location.status == Status::coarse;
    location.geo_precision = is_region ? 3 : 2;
    const bool is_line = location.method == Method::between || location.method == Method::border;
    location.where_prec = !is_region && !is_line && location.uncertainty_m <= 25'000 ? 2 : 5;
}

/// Where the place of a clue stands among the names of the phrase.
std::size_t name_index(const Phrase& phrase, std::size_t clue) {
    std::size_t index = clue;
    for (std::size_t i = 0; i < clue; ++i) index += phrase.clues[i].other.empty() ? 0 : 1;
    return index;
}

/// What all places have in common; empty where they differ.
template <typename Member>
std::string common(const std::vector<const Location*>& places, Member member) {
    const std::string& first = places.front()->*member;
    return std::all_of(places.begin(), places.end(),
                       [&](const Location* place) { return place->*member == first; })
               ? first
               : std::string{};
}

/// What a clue states of how far and where from another place the named one lies, where that does not fit:
/// with what was measured instead of that it has nothing in common.
void tell_measured(const Phrase& phrase, const std::vector<const Location*>& chosen, const Location& named,
                   std::vector<std::string>& conflicts) {
    for (std::size_t i = 0; i < phrase.clues.size(); ++i) {
        const Clue& clue = phrase.clues[i];
        const std::string quoted = "\"" + clue.words + "\"";
        const auto conflict =
            std::find_if(conflicts.begin(), conflicts.end(),
                         [&](const std::string& sentence) { return sentence.starts_with(quoted); });
        if (clue.relation != Relation::offset || clue.legs.size() != 1 || conflict == conflicts.end())
            continue;
        const StatedFit fit = compare(clue.legs.front(), *chosen[name_index(phrase, i)], named);
        std::vector<std::string> sentences;
        if (StatedFit::is_off(fit.distance)) sentences.push_back(fit.distance_sentence);
        if (StatedFit::is_off(fit.direction)) sentences.push_back(fit.direction_sentence);
        if (!sentences.empty())
            *conflict = quoted + " does not fit " + named.name + ": " + joined(sentences, ". ");
    }
}

Location location_of(const std::string& words, const Phrase& phrase, const Choices& choices,
                     const std::vector<const Location*>& chosen, Combined combined) {
    Location location;
    location.query = words;
    const Location& named = *chosen[name_index(phrase, combined.strongest)];
    const bool is_named = phrase.clues[combined.strongest].relation == Relation::at;
    location.name = is_named ? named.name : words;
    location.place_id = is_named ? named.place_id : "";
    location.kind = is_named ? named.kind : phrase.kind_words;
    location.status = combined.area.is_point ? Status::resolved : Status::coarse;
    location.likely = combined.area.likely;
    const auto anchor = std::find_if(chosen.begin(), chosen.end(), [&](const Location* place) {
        return place->likely == location.likely && !place->place_id.empty();
    });
    if (anchor != chosen.end()) location.anchor_id = (*anchor)->place_id;
    location.footprint = std::move(combined.area.footprint);
    location.method = combined.area.method;
    location.uncertainty_m = radius_about_m(location.footprint, location.likely);
    location.country = common(chosen, &Location::country);
    if (!location.country.empty()) location.admin1 = common(chosen, &Location::admin1);
    // What only begins at a place may lie in another province than it does.
    const Relation relation = phrase.clues[combined.strongest].relation;
    const bool stays =
        relation == Relation::at || relation == Relation::part || relation == Relation::outskirts;
    if (!stays && choices.parents.empty()) location.admin1.clear();
    for (const Location& parent : choices.parents) {
        if (parent.kind == "province") location.admin1 = parent.name;
    }
    for (const Location* place : chosen) {
        location.score = std::min(location.score.value_or(1), place->score.value_or(1));
        if (location.gazetteer.empty()) location.gazetteer = place->gazetteer;
    }
    if (is_named) {
        tell_measured(phrase, chosen, named, combined.conflicts);
        location.admin1 = named.admin1;
        location.admin2 = named.admin2;
        location.country = named.country;
        location.geo_precision = named.geo_precision;
        location.where_prec = named.where_prec;
    } else {
        fill_precision(location);
    }
    location.reasons = std::move(combined.reasons);
    for (const Location* place : chosen)
        location.reasons.insert(location.reasons.end(), place->reasons.begin(), place->reasons.end());
    for (const std::string& parent : choices.parents_not_found)
        location.reasons.push_back("\"" + parent + "\" was not found, and narrows nothing down.");
    for (const Clue& clue : phrase.clues) {
        for (const Leg& leg : clue.legs) {
            if (!leg.distance.disagreement.empty()) combined.conflicts.push_back(leg.distance.disagreement);
        }
    }
    location.conflicts = std::move(combined.conflicts);
    return location;
}

Location no_area(const std::string& words, std::string why) {
    Location location;
    location.query = words;
    location.reasons.push_back(std::move(why));
    location.remedy =
        "Name the place itself, or give latitude and longitude; or load a gazetteer that has the outline.";
    return location;
}

/// `Liboi, Kenya-Somalia border`, where Liboi is found far from that border: another Liboi is meant.
std::string border_left_behind(const Phrase& phrase, const Combined& combined) {
    if (phrase.clues[combined.strongest].relation != Relation::at) return {};
    for (const Clue& clue : phrase.clues) {
        if (clue.relation != Relation::border) continue;
        for (const std::string& conflict : combined.conflicts) {
            if (conflict.starts_with("\"" + clue.words + "\""))
                return "What is named lies elsewhere: " + conflict + ".";
        }
    }
    return {};
}

}  // namespace

Location locate_phrase(const std::string& words, const Phrase& phrase, const PlaceFinder& find) {
    if (!phrase.not_understood.empty()) return not_understood(words, phrase.not_understood);
    Choices choices;
    std::vector<Location> doubtful;
    if (auto nowhere = find_places(words, phrase, find, choices, doubtful)) return std::move(*nowhere);
    const std::size_t combinations = combination_count(choices);
    if (combinations > most_combinations) return without_place(words, std::move(doubtful.front()));

    std::optional<Location> answer;
    std::size_t fitting = 0;
    for (std::size_t number = 0; number < combinations; ++number) {
        const auto chosen = choice_of(choices, number);
        auto areas = areas_of(phrase, chosen, choices.parents, find);
        if (auto* why = std::get_if<std::string>(&areas)) return no_area(words, std::move(*why));
        Combined combined = Combining(phrase, std::move(std::get<std::vector<ClueArea>>(areas))).combined();
        if (combinations > 1 && !combined.conflicts.empty()) continue;
        if (const std::string border = border_left_behind(phrase, combined); !border.empty())
            return no_area(words, border);
        if (++fitting > 1) break;
        answer = location_of(words, phrase, choices, chosen, std::move(combined));
    }
    if (fitting != 1) return without_place(words, std::move(doubtful.front()));
    if (combinations > 1)
        answer->reasons.push_back("Of " + std::to_string(combinations) +
                                  " places that the names may mean, only this fits all that the words say.");
    return std::move(*answer);
}

}  // namespace incidentmap
