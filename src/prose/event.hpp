// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prose/mentions.hpp"
#include "prose/people.hpp"
#include "prose/times.hpp"
#include "prose/toll.hpp"
#include "prose/trigger.hpp"

namespace incidentmap {

/// Words that were read at a place of the text: of which sentence, by which rule.
struct Cited {
    std::size_t sentence = 0;
    Span at;  ///< in tokens of the sentence
    std::string text;
    std::string rule;

    bool known() const { return !text.empty(); }
};

/// The part that a place plays in what a clause tells of.
enum class PlaceRole {
    target,     ///< where it fell, what was struck
    aim,        ///< what it was fired at
    launch,     ///< where it came from
    reference,  ///< `85 km north of Baghdad`: says where another place is
    parent,     ///< an area about the target
    none        ///< set aside
};

struct PlaceUse {
    Mention mention;
    std::size_t sentence = 0;
    PlaceRole role = PlaceRole::none;
    bool near = false;
    std::size_t block = 0;            ///< of the text, in which its sentence stands
    bool in_entry = false;            ///< that block is an entry of a list
    bool stands_above = false;        ///< at the head of what is told: `Mali. Gendarmes died at Mahou`
    bool listed = false;              ///< stands in a list behind the place before it: `Qaim and Akashat`
    std::string locality;             ///< what is to be looked up: `near Qaim`, `85 km north of Baghdad`
    std::string why;                  ///< of one that is set aside
    Span words;                       ///< the text's own words about it, in tokens
    std::optional<FoundPlace> there;  ///< of `85 km north of Baghdad`: what that means
};

/// Why what a clause tells of is no incident.
enum class Modality {
    asserted,
    possible,
    threatened,
    denied,
    taken_back,  ///< told before, and not true
    commemorated,
    practised,
    accident,
    sum
};

const char* to_string(Modality modality);

/// How a clause hangs together with the one before it.
enum class LinkSort { none, same, earlier, later };

enum class AttributionSort { claims, denies, blames };

/// Who says whose an attack was.
struct Attribution {
    AttributionSort sort = AttributionSort::claims;
    Cited who;   ///< who says so
    Cited whom;  ///< of blames: whose it is said to be
};

/// A day that stands above a sentence: in the heading of its part, or in the title of the text.
struct DayAbove {
    TimeMention time;
    std::size_t sentence = 0;
    bool in_title = false;
};

/// What one clause tells of.
struct Event {
    std::size_t sentence = 0;
    Span clause;
    std::optional<Trigger> trigger;  ///< nothing where only a toll or a launch place is told
    std::optional<Weapon> weapon;
    Cited weapon_words;
    Cited weapon_count;
    std::vector<PlaceUse> places;
    std::vector<TimeMention> times;      ///< those that may be its day
    std::optional<TimeMention> said_on;  ///< the day on which it was said
    std::optional<DayAbove> day_above;
    Toll toll;
    Modality modality = Modality::asserted;
    LinkSort link = LinkSort::none;
    std::optional<int> link_days;
    bool goes_back = false;       ///< `the attack`, `they`, `two of them`: to an incident told before
    bool is_another = false;      ///< `another`, `a separate incident`
    bool tells_more = false;      ///< `also`, `too`, `meanwhile`: of something besides
    bool is_plural_noun = false;  ///< `attacks`, and no one of them
    bool is_carried_out = false;  ///< `conducted five strikes`: a verb of doing before the noun
    bool takes_back = false;      ///< `the army withdrew the report`: what was told is not true
    bool finds_launcher = false;
    std::optional<std::size_t> entry_place;  ///< which of its places stands at the head of an entry of a list
    bool is_place_head = false;  ///< `Khartoum.`: a place and nothing else, above what is told of it
    bool in_title = false;
    std::vector<Attribution> attributions;  ///< of its sentence; on the last event of it
    Cited said_by;
};

/// A sentence with all that was seen in it.
struct Seen {
    const Sentence* sentence = nullptr;
    std::vector<TimeMention> times;
    std::vector<Mention> mentions;
    std::vector<Speech> speech;
    bool in_title = false;
    bool in_entry = false;  ///< its block is an entry of a list: with a mark or a day at its head
    std::optional<DayAbove> day_above;
};

/// What the clauses of a sentence tell of, in order.
std::vector<Event> events_in(const Seen& seen, std::size_t sentence, std::string_view text,
                             TextPlaces& places);

}  // namespace incidentmap
