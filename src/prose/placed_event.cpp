// SPDX-License-Identifier: MIT
#include "prose/placed_event.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>

#include "prose/place_words.hpp"
#include "prose/stand_in.hpp"

namespace incidentmap {
namespace {

/// Whether words that go back may mean a place that was named.
bool may_mean(const PlaceUse& use, const Mention& named) {
    return may_go_back_to(use.mention.noun, named.words + " " + named.noun,
                          named.found ? named.found->kind : std::string(), named.rank);
}

/// The last place named that the words may go back to.
const PlaceUse* antecedent(const PlaceUse& use, const std::vector<PlaceUse>& named, const Event& event) {
    for (const PlaceUse& other : event.places) {
        if (!other.mention.goes_back && other.mention.at.end <= use.mention.at.begin &&
            other.mention.rank >= 3 && other.role != PlaceRole::none && may_mean(use, other.mention))
            return &other;
    }
    for (std::size_t i = named.size(); i-- > 0;) {
        // `it` is what was struck, not where it came from.
        if (use.mention.noun == "it" && named[i].role == PlaceRole::launch) continue;
        if (named[i].mention.rank >= 3 && may_mean(use, named[i].mention)) return &named[i];
    }
    return nullptr;
}

/// How well a place serves as the place of an incident.
int worth(const ToldPlace& place) {
    const Mention& mention = place.use.mention;
    int value = mention.rank * 10;
    if (place.use.role == PlaceRole::target && mention.rank >= 2) value += 60;
    if (place.named_before) value -= 15;
    if (place.use.near) value -= 4;
    if (!mention.found) value -= 3;
    if (place.use.there) value -= 10;  // `south of the capital` says less than a name
    return value;
}

/// What was fired at is the target; what stands behind it says where that is.
void set_aims_right(std::vector<ToldPlace>& candidates, PlacedEvent& placed, const Event& event) {
    // `fired at a base near Mosul`: what stands behind the aim says where that is.
    const bool fired = event.trigger && event.trigger->sort == TriggerSort::launches;
    const auto aim = std::find_if(candidates.begin(), candidates.end(),
                                  [](const ToldPlace& place) { return place.use.role == PlaceRole::aim; });
    if (fired && aim != candidates.end()) {
        const Span at = aim->use.words;
        std::vector<ToldPlace> kept;
        for (ToldPlace& place : candidates) {
            const bool behind = place.use.role == PlaceRole::target && place.use.words.begin >= at.end;
            if (behind && place.use.near) {
                placed.references.push_back(place.use);
                placed.references.back().why = "says where another place is";
                continue;
            }
            if (place.use.role == PlaceRole::aim) place.use.role = PlaceRole::target;
            kept.push_back(std::move(place));
        }
        candidates = std::move(kept);
    }
}

/// `the al-Saqr camp in the south of the capital`: what stands for the camp says no longer where it is.
void drop_own_reference(PlacedEvent& placed) {
    std::erase_if(placed.references, [&](const PlaceUse& use) {
        return use.sentence == placed.targets[0].use.sentence &&
               use.mention.at == placed.targets[0].use.mention.at;
    });
}

}  // namespace

PlacedEvent placed_event(const Event& event, const std::vector<PlaceUse>& named, const PlacesAbout& about) {
    PlacedEvent placed;
    std::vector<ToldPlace> candidates;
    for (const PlaceUse& use : event.places) {
        ToldPlace place{use, false, {}, {}};
        if (use.mention.goes_back && (use.role == PlaceRole::target || use.role == PlaceRole::aim)) {
            const PlaceUse* earlier = antecedent(use, named, event);
            if (earlier == nullptr) continue;
            place.named_before = true;
            place.use.mention.found = earlier->mention.found;
            place.use.mention.rank = earlier->mention.rank;
            place.use.mention.is_country = earlier->mention.is_country;
            place.use.locality =
                earlier->mention.found ? earlier->mention.found->words : earlier->mention.words;
            place.use.mention.words = earlier->mention.words;
            place.rule = "“" + use.mention.words + "” goes back to " + earlier->mention.words;
        }
        switch (use.role) {
            case PlaceRole::target:
            case PlaceRole::aim:
                candidates.push_back(std::move(place));
                break;
            case PlaceRole::launch:
                if (!use.mention.goes_back)
                    placed.launches.push_back({use, false, "words of launching stand before it", {}});
                break;
            case PlaceRole::parent:
                placed.parents.push_back(use);
                break;
            case PlaceRole::reference:
                placed.references.push_back(use);
                break;
            case PlaceRole::none:
                placed.aside.push_back(use);
                break;
        }
    }
    stand_in_launches(placed, named);
    if (candidates.empty()) return placed;
    set_aims_right(candidates, placed, event);
    std::size_t best = 0;
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        if (worth(candidates[i]) > worth(candidates[best])) best = i;
    }
    const ToldPlace chosen = candidates[best];
    placed.targets.push_back(chosen);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i == best) continue;
        ToldPlace& other = candidates[i];
        const bool list = other.use.role == chosen.use.role && (other.use.listed || chosen.use.listed) &&
                          std::abs(other.use.mention.rank - chosen.use.mention.rank) <= 1 &&
                          other.use.mention.rank >= 2;
        if (list) {
            placed.targets.push_back(other);
        } else if (other.use.mention.rank < chosen.use.mention.rank && other.use.mention.rank <= 3 &&
                   other.use.role == PlaceRole::target && !other.named_before) {
            placed.parents.push_back(other.use);
        } else {
            other.use.why =
                other.use.role == PlaceRole::aim ? "aimed at; it fell elsewhere" : "a closer place is told";
            placed.aside.push_back(other.use);
        }
    }
    // `a mosque in the Risaldar area`, and `the city` that goes back to one
    const auto town = std::find_if(candidates.begin(), candidates.end(), [](const ToldPlace& place) {
        return place.named_before && place.use.mention.found && place.use.mention.rank >= 3 &&
               place.use.mention.rank <= 4;
    });
    const std::optional<ToldPlace> named_town =
        town == candidates.end() ? town_of_site(placed, named) : std::optional(*town);
    stand_in(placed, candidates, about, named_town ? &*named_town : nullptr);
    drop_own_reference(placed);
    ToldPlace& first = placed.targets[0];
    if (first.rule.empty())
        first.rule =
            first.use.role == PlaceRole::aim ? "what it was fired at" : "where it fell or what was struck";
    return placed;
}

}  // namespace incidentmap
