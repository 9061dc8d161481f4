// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "prose/draft_report.hpp"
#include "prose/event.hpp"

namespace incidentmap {

/// Reports of one incident are told of days that agree and places no farther apart than this.
inline constexpr double same_place_m = 20'000;

/// A place of an incident that is told, by what rule it is the place.
struct ToldPlace {
    PlaceUse use;
    bool named_before = false;  ///< `the base`: the name stands elsewhere
    std::string rule;
    std::optional<PlaceUse> stands_for;  ///< what no gazetteer has, and lies there: the text's own words
};

/// An incident as a text tells it, gathered from all that it says of it.
struct Told {
    std::size_t sentence = 0;  ///< where it is first told
    Span clause;
    TriggerSort sort = TriggerSort::strikes;
    WeaponKind kind = WeaponKind::none;
    bool is_plural_noun = false;
    bool by_verb = false;
    bool in_title = false;
    Cited trigger;
    Cited weapon;
    Cited weapon_count;
    std::vector<ToldPlace> targets;  ///< the first is the place; the others stand in a list with it
    std::vector<ToldPlace> launches;
    std::vector<PlaceUse> parents;
    std::vector<PlaceUse> references;
    std::vector<PlaceUse> aside;
    std::optional<EventDate> date;
    DateBasis basis = DateBasis::none;
    Cited date_words;
    Cited killed;
    Cited injured;
    Cited said_by;
    Cited attributed_to;
    Cited attributed_by;
    Cited claimed_by;
    Cited denied_by;
    std::vector<std::string> reasons;
    std::vector<Telling> tellings;  ///< all that was brought together in it
};

/// Whether a place is known as an area: a province, `north of Baghdad`.
bool is_wide(const ToldPlace& place);

enum class Sameness { unknown, same, within, other };

/// Whether two places may be one: `within` where one is an area about the other.
Sameness sameness(const ToldPlace& a, const ToldPlace& b);

}  // namespace incidentmap
