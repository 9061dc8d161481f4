// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "prose/attribution.hpp"
#include "prose/clauses.hpp"
#include "prose/event.hpp"
#include "prose/governor.hpp"
#include "prose/launch_words.hpp"
#include "prose/number_word.hpp"
#include "prose/roles.hpp"

namespace incidentmap {
namespace {

constexpr std::array<std::string_view, 9> pointing{"the", "this",  "that", "these", "those",
                                                   "its", "their", "both", "such"};
constexpr std::array<std::string_view, 16> pronouns{"it",     "they",    "them", "one",  "two",    "three",
                                                    "four",   "both",    "all",  "some", "others", "third",
                                                    "second", "another", "none", "each"};

/// The tokens with those of days as marks, so that no number of a date is one of people.
std::vector<Token> without_times(const Seen& seen) {
    std::vector<Token> tokens = seen.sentence->tokens;
    for (const TimeMention& time : seen.times) {
        for (std::size_t i = time.at.begin; i < time.at.end; ++i) {
            tokens[i].kind = Token::Kind::mark;
            tokens[i].low = "·";
            tokens[i].stems.clear();
        }
    }
    return tokens;
}

/// Whether the words before a weapon or a noun of attack point back: `the rockets`, `that attack`.
bool points_back(std::span<const Token> tokens, std::size_t noun, std::size_t begin) {
    for (std::size_t back = 1; back <= 4 && noun >= begin + back; ++back) {
        const Token& token = tokens[noun - back];
        if (token.is_mark()) return false;
        if (is_one_of(token.low, pointing)) return true;
        if (token.is("of") || token.is("in") || token.is("by") || token.is("and")) return false;
    }
    return false;
}

/// What fires or strikes: `Two rockets`, `they`; whether it goes back to what was told.
bool subject_goes_back(std::span<const Token> tokens, Span clause, const Trigger& trigger,
                       const std::optional<Weapon>& weapon) {
    // `الصواريخ`, the rockets: Arabic writes its article together with the word.
    if (weapon && !tokens[weapon->at.begin].stems.empty() && tokens[weapon->at.begin].low.starts_with("ال"))
        return true;
    if (weapon && weapon->at.begin < trigger.at.begin) {
        if (points_back(tokens, weapon->at.begin, clause.begin)) return true;
        // `two of the rockets`
        return false;
    }
    if (!trigger.is_verb && tokens[trigger.at.begin].low.starts_with("ال")) return true;
    if (!trigger.is_verb) return points_back(tokens, trigger.at.begin, clause.begin);
    for (std::size_t i = clause.begin; i < trigger.at.begin; ++i) {
        if (!is_one_of(tokens[i].low, pronouns) || i + 7 < trigger.at.begin) continue;
        const bool alone =
            i + 1 == trigger.at.begin ||
            (tokens[i + 1].is("of") && i + 2 < tokens.size() &&
             (tokens[i + 2].is("them") || tokens[i + 2].is("the") || tokens[i + 2].is("which"))) ||
            tokens[i + 1].is("were") || tokens[i + 1].is("was") || tokens[i + 1].is("had") ||
            tokens[i + 1].is("then") || tokens[i + 1].is("also") || tokens[i + 1].is("later") ||
            tokens[i + 1].is("near");
        if (alone) return true;
    }
    // `The rockets …` far before the verb, `The projectile`
    for (std::size_t i = clause.begin; i < std::min(trigger.at.begin, clause.begin + 5); ++i) {
        const auto noun = trigger_at(tokens, i);
        const bool named = weapon_at(tokens, i) || (noun && !noun->is_verb);
        if (named && points_back(tokens, i, clause.begin)) return true;
    }
    return false;
}

/// `صاروخين`, `طائرتين مسيرتين`: two, in the word itself; `طائرة مسيرة` is one.
std::optional<std::string> number_in_weapon(std::span<const Token> tokens, Span weapon) {
    const Token& head = tokens[weapon.begin];
    static const std::vector<Token> singular = tokens_of("صاروخ صاروخا طائرة مسيرة قذيفة مقذوف");
    const auto is_singular = [](const std::string& word) {
        return std::any_of(singular.begin(), singular.end(),
                           [&](const Token& one) { return one.low == word; });
    };
    if (head.stems.empty() || head.low.starts_with("ال")) return std::nullopt;
    for (const std::string& stem : head.stems) {
        for (const std::string_view ending : {"ين", "ان"}) {
            if (!stem.ends_with(ending)) continue;
            std::string one = stem.substr(0, stem.size() - ending.size());
            if (one.ends_with("ت")) one = one.substr(0, one.size() - std::string_view("ت").size()) + "ه";
            if (is_singular(one)) return "2";
        }
        const bool counted = weapon.begin > 0 && number_of(tokens[weapon.begin - 1]);
        if (is_singular(stem) && !counted) return "1";
    }
    return std::nullopt;
}

void read_weapon(Event& event, const Seen& seen, std::string_view text) {
    const std::span<const Token> tokens = seen.sentence->tokens;
    event.weapon = weapon_in(seen, event.clause, event.trigger);
    if (!event.weapon) return;
    const Span at = event.weapon->at;
    event.weapon_words = {event.sentence, at, slice(text, tokens, at), "words for a weapon"};
    if (const auto number = number_in_weapon(tokens, at)) {
        event.weapon_count = {event.sentence, at, *number, "the number of the noun itself"};
        return;
    }
    for (std::size_t back = 1; back <= 5 && at.begin >= event.clause.begin + back; ++back) {
        const std::size_t begin = at.begin - back;
        if (tokens[begin].is_mark()) break;
        if (std::any_of(seen.times.begin(), seen.times.end(),
                        [&](const TimeMention& time) { return time.at.has(begin); }))
            break;
        const auto amount = amount_at(tokens, begin, at.begin);
        if (!amount || (amount->at.end < at.begin && tokens[amount->at.end].is("mm"))) continue;
        if (amount->at.end < at.begin &&
            (people_word(tokens, amount->at.end, PeopleSort::victims) || tokens[at.begin - 1].is("of")) &&
            amount->is_article)
            break;
        bool parted = false;
        for (std::size_t i = amount->at.end; i < at.begin; ++i)
            parted = parted || people_word(tokens, i, PeopleSort::victims) || trigger_at(tokens, i) ||
                     tokens[i].is("when") || tokens[i].is("died");
        if (parted) break;
        // The qualifier before it, where there is one.
        std::optional<Amount> whole = amount;
        for (std::size_t more = 1; more <= 4 && begin >= event.clause.begin + more; ++more) {
            const auto wider = amount_at(tokens, begin - more, at.begin);
            if (wider && wider->at.end == amount->at.end) whole = wider;
        }
        const char last = event.weapon_words.text.back();
        const bool singular = last != 's' && static_cast<unsigned char>(last) < 0x80;
        if (whole->is_article &&
            (event.weapon->kind == WeaponKind::gun || event.weapon->kind == WeaponKind::bomb ||
             event.weapon->kind == WeaponKind::aircraft || !singular))
            break;
        if (singular && whole->exact.value_or(1) > 1) break;
        if (event.weapon->kind == WeaponKind::gun ||
            (event.weapon->kind == WeaponKind::aircraft && whole->is_article))
            break;
        event.weapon_count = {event.sentence, whole->at, whole->text, "the number before the weapon"};
        break;
    }
}

void read_times(Event& event, const Seen& seen) {
    for (const TimeMention& time : seen.times) {
        const auto speech = std::find_if(seen.speech.begin(), seen.speech.end(),
                                         [&](const Speech& one) { return one.at.has(time.at.begin); });
        if (speech != seen.speech.end()) {
            if (!time.open && time.date && !event.said_on) event.said_on = time;
            continue;
        }
        if (event.clause.has(time.at) && !time.open) event.times.push_back(time);
    }
}

void read_speaker(Event& event, const Seen& seen, std::string_view text) {
    for (const Speech& speech : seen.speech) {
        if (speech.who.empty()) continue;
        Span who = speech.who;
        const std::span<const Token> tokens = seen.sentence->tokens;
        while (!who.empty() && tokens[who.begin].is_mark()) ++who.begin;
        while (!who.empty() && tokens[who.end - 1].is_mark()) --who.end;
        if (who.empty() || who.size() > 14) continue;
        event.said_by = {event.sentence, who, slice(text, tokens, who), "who is said to say so"};
        return;
    }
}

bool says_another(std::span<const Token> tokens, Span clause) {
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        if (tokens[i].is("separate") || tokens[i].is("separately") || tokens[i].is("elsewhere")) return true;
        if (tokens[i].is("another") && i + 1 < clause.end &&
            (weapon_at(tokens, i + 1) || trigger_at(tokens, i + 1) ||
             (i + 2 < clause.end && (weapon_at(tokens, i + 2) || trigger_at(tokens, i + 2)))))
            return true;
    }
    return false;
}

/// Words that tell of something besides; a place at the head of the clause does so too: `In Kirkuk, …`.
bool says_more(std::span<const Token> tokens, Span clause) {
    static constexpr std::array<std::string_view, 10> words{
        "also", "too", "meanwhile", "later", "earlier", "another", "further", "second", "then", "other"};
    if (tokens[clause.begin].is("in") || tokens[clause.begin].is("at") || tokens[clause.begin].is("near"))
        return true;
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        if (is_one_of(tokens[i].low, words)) return true;
    }
    return false;
}

/// An attack noun that stands for many: `rocket attacks`, without a number of one.
bool is_plural(std::span<const Token> tokens, const Trigger& trigger) {
    return !trigger.is_verb && tokens[trigger.at.end - 1].low.ends_with('s');
}

/// `led Iran to retaliate by firing missiles`: an answer to what was told before.
bool hits_back(std::span<const Token> tokens, Span clause, const Trigger& trigger) {
    static constexpr std::array<std::string_view, 8> answers{
        "retaliate", "retaliated", "respond", "responded", "answered", "answer", "back", "replied"};
    const std::size_t at = trigger.at.begin;
    return trigger.is_verb && at >= clause.begin + 2 && tokens[at - 1].is("by") &&
           is_one_of(tokens[at - 2].low, answers);
}

/// `conducted five self-defence strikes`
bool is_carried_out(std::span<const Token> tokens, Span clause, const Trigger& trigger) {
    static constexpr std::array<std::string_view, 5> verbs{"conducted", "carried", "launched", "mounted",
                                                           "flew"};
    if (trigger.is_verb) return false;
    for (std::size_t back = 1; back <= 5 && trigger.at.begin >= clause.begin + back; ++back) {
        const Token& token = tokens[trigger.at.begin - back];
        if (token.is_mark() || token.is("of")) return false;
        if (is_one_of(token.low, verbs)) return true;
    }
    return false;
}

/// `It was the second air raid on the region this week`: counts what was told, and tells nothing new.
bool counts_attacks(const Event& event, std::span<const Token> tokens) {
    const Trigger& trigger = *event.trigger;
    if (trigger.is_verb || trigger.at.begin < event.clause.begin + 3) return false;
    if (std::any_of(event.times.begin(), event.times.end(), [](const TimeMention& time) {
            return time.date && (time.date->precision == DatePrecision::day ||
                                 time.date->precision == DatePrecision::days);
        }))
        return false;
    // `more than 40 attacks across Iraq in 2021`
    for (std::size_t back = 1; back <= 3 && trigger.at.begin >= event.clause.begin + back; ++back) {
        const auto number = number_of(tokens[trigger.at.begin - back]);
        if (event.is_plural_noun && number && *number >= 4 && !is_ordinal(tokens[trigger.at.begin - back]))
            return true;
    }
    const Token& first = tokens[event.clause.begin];
    if (!(first.is("it") || first.is("this") || first.is("that") || first.is("which"))) return false;
    for (std::size_t back = 1; back <= 4 && trigger.at.begin > event.clause.begin + back; ++back) {
        const Token& token = tokens[trigger.at.begin - back];
        if (is_ordinal(token) || token.is("latest") || token.is("first") || token.is("last")) return true;
    }
    return false;
}

/// `Khartoum.`, `• El Fasher, North Darfur.`: places, perhaps a day, and nothing else.
bool is_place_head(const Seen& seen, const Event& event) {
    const auto is_known = [](const PlaceUse& use) { return use.mention.found.has_value(); };
    if (event.places.empty() || event.places.size() > 3 || event.places[0].mention.goes_back ||
        std::none_of(event.places.begin(), event.places.end(), is_known))
        return false;
    const std::vector<Token>& tokens = seen.sentence->tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool of_place = std::any_of(event.places.begin(), event.places.end(),
                                          [&](const PlaceUse& use) { return use.mention.at.has(i); });
        const bool of_time = std::any_of(seen.times.begin(), seen.times.end(),
                                         [&](const TimeMention& time) { return time.at.has(i); });
        if (!of_place && !of_time && !tokens[i].is_mark() && !(i == 0 && tokens[i].is_number())) return false;
    }
    return true;
}

/// One event for each day where a clause gives several: `on Wednesday and on Friday`.
std::vector<Event> by_days(const Event& event, std::span<const Token> tokens) {
    std::vector<TimeMention> days;
    for (const TimeMention& time : event.times) {
        if (!time.date || time.date->precision != DatePrecision::day) continue;
        if (!days.empty()) {
            // Only days with nothing but `and` between them.
            bool close = time.at.begin <= days.back().at.end + 3;
            bool also = false;
            for (std::size_t i = days.back().at.end; i < time.at.begin; ++i)
                also = also || tokens[i].is("and");
            if (!close || !also) continue;
        }
        days.push_back(time);
    }
    if (days.size() < 2 || !event.trigger) return {event};
    std::vector<Event> all;
    for (const TimeMention& day : days) {
        Event one = event;
        one.times = {day};
        one.is_another = true;
        if (!all.empty()) one.toll = {};
        all.push_back(one);
    }
    return all;
}

}  // namespace

std::vector<Event> events_in(const Seen& seen, std::size_t sentence, std::string_view text,
                             TextPlaces& places) {
    const std::span<const Token> tokens = seen.sentence->tokens;
    std::vector<Event> events;
    for (const Clause& clause : clauses_of(seen)) {
        Event event;
        event.sentence = sentence;
        event.clause = clause.at;
        event.link = clause.link;
        event.link_days = clause.days;
        event.in_title = seen.in_title;
        event.day_above = seen.day_above;
        event.finds_launcher = finds_launcher(tokens, clause.at);
        event.trigger = head_of(seen, clause.at);
        if (event.finds_launcher && event.trigger && event.trigger->sort != TriggerSort::strikes &&
            event.trigger->sort != TriggerSort::lands && event.trigger->sort != TriggerSort::foils)
            event.trigger.reset();
        event.toll = toll_in(without_times(seen), clause.at);
        event.places = roles_in(seen, clause.at, event.trigger, text, places);
        for (std::size_t i = 0; i < event.places.size(); ++i) {
            event.places[i].sentence = sentence;
            event.places[i].block = seen.sentence->block;
            event.places[i].in_entry = seen.in_entry;
            if (!event.entry_place && leads_entry(tokens, seen.times, event.places[i].mention))
                event.entry_place = i;
        }
        const bool fell =
            event.trigger && event.trigger->is_verb && event.trigger->sort == TriggerSort::lands;
        if (!event.finds_launcher || fell) read_weapon(event, seen, text);
        if (!event.trigger && event.toll.known() && event.weapon &&
            event.weapon->at.begin < event.toll.at.begin) {
            // `an American drone killed a general`
            event.trigger = Trigger{event.toll.at, TriggerSort::strikes, true, event.weapon->kind};
        }
        if (!event.trigger && event.toll.killed && !event.finds_launcher)
            event.trigger = killing_by(seen, clause.at);
        read_times(event, seen);
        read_speaker(event, seen, text);
        if (event.trigger) {
            event.modality = modality_of(seen, clause.at, *event.trigger);
            event.goes_back = subject_goes_back(tokens, clause.at, *event.trigger, event.weapon);
            event.is_plural_noun = is_plural(tokens, *event.trigger);
            event.is_carried_out = is_carried_out(tokens, clause.at, *event.trigger);
            if (event.modality == Modality::asserted && counts_attacks(event, tokens))
                event.modality = Modality::sum;
        } else {
            event.modality = modality_of(
                seen, clause.at, Trigger{event.toll.at, TriggerSort::strikes, true, WeaponKind::none});
            if (!event.toll.known() || event.modality == Modality::sum || event.modality == Modality::denied)
                event.modality = Modality::asserted;
        }
        event.takes_back = takes_back(seen, clause.at);
        if (event.link == LinkSort::none && event.trigger && hits_back(tokens, clause.at, *event.trigger))
            event.link = LinkSort::later;
        event.is_another = says_another(tokens, clause.at);
        event.tells_more = says_more(tokens, clause.at);
        if (!event.trigger && is_place_head(seen, event)) {
            event.is_place_head = true;
            for (PlaceUse& use : event.places) use.role = PlaceRole::parent;
            event.places[0].role = PlaceRole::target;
        }
        if (!event.trigger && !event.toll.known() && !event.finds_launcher && !event.takes_back &&
            event.places.empty())
            continue;
        for (Event& one : by_days(event, tokens)) events.push_back(std::move(one));
    }
    std::vector<Attribution> attributions = attributions_in(seen, sentence, text);
    if (!attributions.empty()) {
        if (events.empty()) {
            Event only;
            only.sentence = sentence;
            only.clause = {0, tokens.size()};
            only.in_title = seen.in_title;
            events.push_back(std::move(only));
        }
        events.back().attributions = std::move(attributions);
    }
    return events;
}

}  // namespace incidentmap
