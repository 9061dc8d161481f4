// SPDX-License-Identifier: MIT
#include "prose/same_incident.hpp"

#include <algorithm>

#include "prose/dated_event.hpp"

namespace incidentmap {
namespace {

/// `Later the same day, US forces struck three missiles`: another one.
bool tells_later(const Event& event, const std::vector<Sentence>& sentences) {
    if (event.goes_back || !event.trigger || !event.trigger->is_verb || !event.weapon) return false;
    const std::vector<Token>& tokens = sentences[event.sentence].tokens;
    return std::any_of(event.times.begin(), event.times.end(), [&](const TimeMention& time) {
        return time.at.begin == event.clause.begin && time.from_anchor_days == 0 &&
               std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(time.at.begin),
                           tokens.begin() + static_cast<std::ptrdiff_t>(time.at.end), [](const Token& token) {
                               return token.is("later") || token.is("afterwards") || token.is("after");
                           });
    });
}

}  // namespace

bool may_be_one(const Told& told, const Told& other, const Event& event, bool in_view,
                const std::vector<Sentence>& sentences) {
    if (!are_alike(told.kind, other.kind)) return false;
    // `The US killed a general after mobs stormed its embassy`: what is linked so is another.
    const bool linked = event.link == LinkSort::earlier || event.link == LinkSort::later;
    if (linked && !event.goes_back && other.sentence == told.sentence) return false;
    const bool own_day = has_own_day(told);
    const bool their_day = has_own_day(other);
    if (told.date && other.date && own_day && their_day && !overlap(*told.date, *other.date)) return false;
    Sameness same = Sameness::unknown;
    if (!told.targets.empty() && !other.targets.empty()) {
        same = Sameness::other;
        for (const ToldPlace& place : other.targets) {
            const Sameness one = sameness(told.targets[0], place);
            if (one == Sameness::same || one == Sameness::within ||
                (one == Sameness::unknown && same == Sameness::other))
                same = one;
        }
        if (same == Sameness::other) return false;
    }
    const bool day_agrees = !told.date || !other.date || overlap(*told.date, *other.date);
    const bool counts_differ = told.weapon_count.known() && other.weapon_count.known() &&
                               told.weapon_count.text != other.weapon_count.text;
    if (event.goes_back) {
        if (!event.times.empty() && !day_agrees) return false;
        return in_view || same == Sameness::same ||
               (told.targets.empty() && other.sentence + 6 >= told.sentence);
    }
    // `Jets attacked a concert in Hpakant. Three planes dropped bombs at Kanse village.`
    const bool next = event.sentence == other.sentence + 1 && in_view && event.times.empty() &&
                      sentences[event.sentence].block == sentences[other.sentence].block;
    if (same == Sameness::unknown && !told.targets.empty() && !other.targets.empty() && next &&
        told.kind == other.kind && told.kind != WeaponKind::none && !counts_differ && !event.tells_more &&
        !told.targets[0].use.mention.found)
        return true;
    if (same == Sameness::same && day_agrees) return !counts_differ || !own_day;
    if (same == Sameness::within && day_agrees)
        return !counts_differ &&
               (told.kind == other.kind || told.kind == WeaponKind::none || other.kind == WeaponKind::none);
    // Nothing of its own: neither a place nor a day but `that day`.
    const bool no_day = std::all_of(event.times.begin(), event.times.end(), [](const TimeMention& time) {
        return !time.date && time.from_anchor_days.value_or(0) == 0;
    });
    if (told.targets.empty() && no_day && tells_later(event, sentences)) return false;
    if (told.targets.empty() && no_day && in_view && !counts_differ && told.launches.empty())
        return told.kind == other.kind || told.kind == WeaponKind::none || other.kind == WeaponKind::none;
    if (told.targets.empty() && in_view && no_day && !told.launches.empty()) return true;
    return false;
}

}  // namespace incidentmap
