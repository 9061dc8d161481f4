// SPDX-License-Identifier: MIT
#include "prose/clauses.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "prose/number_word.hpp"
#include "prose/people.hpp"
#include "prose/time_words.hpp"
#include "prose/word_table.hpp"

namespace incidentmap {
namespace {

struct LinkRow {
    LinkSort sort;
    double days;
    std::string_view words;
};

constexpr LinkRow link_rows[] = {
#include "prose/tables/link_words.inc"
};

const WordTable& link_words() {
    static const WordTable table(link_rows);
    return table;
}

bool has_own_place(const Seen& seen, Span clause) {
    return std::any_of(seen.mentions.begin(), seen.mentions.end(), [&](const Mention& mention) {
        return clause.has(mention.at) && !is_in_speech(seen, mention.at.begin);
    });
}

/// Verbs that tell of an attack only beside a weapon or a noun of attack: `damaged`, `launched`, `seized`.
constexpr std::array<std::string_view, 45> weak_verbs{
    "damaged",  "rocked",   "hammered",  "battered", "slams",   "slammed",   "seized",  "boarded",
    "launched", "launches", "launching", "fired",    "fires",   "firing",    "fell",    "falls",
    "falling",  "landed",   "lands",     "land",     "landing", "dropped",   "drops",   "sent",
    "threw",    "thrown",   "hurled",    "aimed",    "engaged", "destroyed", "crashed", "crashing",
    "exploded", "explodes", "foiled",    "thwarted", "killed",  "kills",     "killing", "repelled",
    "downed",   "strike",   "plunged",   "set",      "setting"};

bool has_noun(std::span<const Token> tokens, Span clause) {
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        const auto trigger = trigger_at(tokens.first(clause.end), i);
        if (trigger && !trigger->is_verb) return true;
    }
    return false;
}

/// `strikes`, `raids` and `attacks` behind a number, an adjective, an article or a possessive are nouns.
bool is_really_noun(std::span<const Token> tokens, const Trigger& trigger) {
    const Token& token = tokens[trigger.at.begin];
    if (!(token.is("strikes") || token.is("strike") || token.is("attacks") || token.is("hits") ||
          token.is("raids") || token.is("targets") || token.is("shells") || token.is("fires") ||
          token.is("land") || token.is("lands") || token.is("shelling") || token.is("firing") ||
          token.is("bombing") || token.is("falls") || token.is("drops") || token.is("bombs")))
        return false;
    if (trigger.at.begin == 0) return true;
    const Token& before = tokens[trigger.at.begin - 1];
    static constexpr std::array<std::string_view, 24> nouns_before{
        "the",  "a",    "an",  "of",   "and", "these", "those", "its",   "by", "in",    "for", "several",
        "more", "with", "any", "such", "'s",  "her",   "from",  "their", "no", "heavy", "air", "on"};
    if (before.after_hyphen) return true;                             // `five self-defence strikes`
    if (before.is("by") && token.low.ends_with("ing")) return false;  // `retaliated by firing missiles`
    if (is_one_of(before.low, nouns_before) || number_of(before) || before.is_mark()) return true;
    // `to strike`, `jets strike`: a verb; `a similar strike`: a noun
    if (token.is("strike") && trigger.at.size() == 1) {
        static constexpr std::array<std::string_view, 10> helpers{"to",    "will", "would",  "could", "can",
                                                                  "might", "may",  "should", "must",  "did"};
        return !is_one_of(before.low, helpers) && !before.low.ends_with('s');
    }
    if (token.is("bombs")) return true;  // `dropped bombs`; the army `bombs` a town in headlines only
    if (token.is("land") && !before.is("to")) return true;
    return before.low.ends_with("ian") || before.low.ends_with("ish") || before.low.ends_with("can") ||
           before.low.ends_with("ly") || before.low.ends_with("eli") || before.low.ends_with("ial") ||
           before.low.ends_with("ary") ||
           (weapon_at(tokens, trigger.at.begin - 1) && !token.is("lands") && !token.is("falls") &&
            !token.is("hits"));
}

/// `by ballistic missiles and explosive drones`, `one missile and three drones launched from …`: the `and`
/// stands in a list of weapons.
bool lists_weapons(std::span<const Token> tokens, std::size_t begin, std::size_t link) {
    if (!tokens[link].is("and")) return false;
    bool before = false;
    for (std::size_t back = 1; back <= 5 && link >= begin + back; ++back) {
        const auto weapon = weapon_at(tokens, link - back);
        before = before || (weapon && weapon->at.end == link);
    }
    if (!before) return false;
    for (std::size_t i = link + 1; i < std::min(link + 5, tokens.size()); ++i) {
        if (tokens[i].is_mark()) return false;
        const auto weapon = weapon_at(tokens, i);
        if (!weapon) continue;
        const auto behind = trigger_at(tokens, weapon->at.end);
        return !behind || !behind->is_verb || behind->sort == TriggerSort::launches;
    }
    return false;
}

/// `between Bourzanga and Djibo`
bool is_of_between(std::span<const Token> tokens, std::size_t begin, std::size_t link) {
    if (!tokens[link].is("and")) return false;
    for (std::size_t back = 1; back <= 5 && link >= begin + back; ++back) {
        if (tokens[link - back].is("between")) return true;
        if (tokens[link - back].is_mark() && !tokens[link - back].after_hyphen) return false;
    }
    return false;
}

/// `responded to the attack on the base with strikes on depots`: two incidents.
bool answers_with(std::span<const Token> tokens, std::size_t begin, std::size_t with) {
    static constexpr std::array<std::string_view, 6> answers{"responded",  "retaliated", "answered",
                                                             "responding", "replied",    "reacted"};
    if (!tokens[with].is("with")) return false;
    bool answered = false;
    bool attack = false;
    for (std::size_t i = begin; i < with; ++i) {
        answered = answered || is_one_of(tokens[i].low, answers);
        attack = attack || (answered && trigger_at(tokens, i));
    }
    if (!attack) return false;
    for (std::size_t i = with + 1; i < std::min(with + 5, tokens.size()); ++i) {
        if (tokens[i].is_mark()) return false;
        if (trigger_at(tokens, i)) return true;
    }
    return false;
}

/// `before dawn`, `after midnight`, `before 11 a.m.` link nothing.
bool is_time_of_day(std::span<const Token> tokens, std::size_t at) {
    static constexpr std::array<std::string_view, 14> times{
        "dawn",     "daybreak",  "sunrise", "sunset",    "dusk",  "noon",  "midday",
        "midnight", "nightfall", "dark",    "breakfast", "lunch", "iftar", "prayers"};
    if (at >= tokens.size()) return false;
    if (is_one_of(tokens[at].low, times)) return true;
    return tokens[at].is_number() && at + 1 < tokens.size() &&
           (tokens[at + 1].is("am") || tokens[at + 1].is("pm") || tokens[at + 1].is("a.m") ||
            tokens[at].text.find(':') != std::string::npos);
}

/// `It came a day after two missiles struck Poltava`
bool it_came(std::span<const Token> tokens, Span left) {
    if (left.size() < 2 || left.size() > 5) return false;
    // `It came five days after`
    if (left.size() >= 4 && (tokens[left.begin + 1].is("came") || tokens[left.begin + 1].is("comes")) &&
        counted_days_at(tokens, left.begin + 2))
        return true;
    return tokens[left.end - 1].is("came") || tokens[left.end - 1].is("comes") ||
           tokens[left.end - 1].is("come");
}

/// `eight days after`: how many days stand before the word that links.
std::optional<int> days_before(std::span<const Token> tokens, std::size_t link) {
    if (link < 2 || !(tokens[link].is("after") || tokens[link].is("before"))) return std::nullopt;
    const auto counted = counted_days_at(tokens, link - 2);
    if (!counted || counted->size != 2) return std::nullopt;
    return counted->days;
}

/// Whether the words behind an `and` have a subject of their own before their verb: a weapon, or another
/// place with another verb.
bool stands_alone(const Seen& seen, Span left, Span right, const Trigger& left_head,
                  const Trigger& right_head) {
    const std::span<const Token> tokens = seen.sentence->tokens;
    // `nine were killed and 23 wounded when shells hit`
    if (tokens[left_head.at.begin].is("killed")) return false;
    if (!right_head.is_verb || !left_head.is_verb) {
        if (!right_head.is_verb) {
            // `the drone attack on Harir and a rocket attack on Balad`
            return has_own_place(seen, left) && has_own_place(seen, right) &&
                   right_head.at.begin > right.begin &&
                   (tokens[right.begin].is("a") || tokens[right.begin].is("an") ||
                    number_of(tokens[right.begin]));
        }
    }
    const bool weapon_before = [&] {
        for (std::size_t i = right.begin; i < right_head.at.begin; ++i) {
            if (weapon_at(tokens, i)) return true;
        }
        return false;
    }();
    if (weapon_before) return has_own_place(seen, right) || has_own_place(seen, left);
    const bool subject = right_head.at.begin > right.begin + 1;
    if (subject && has_own_place(seen, right) && has_own_place(seen, left)) {
        const bool pair = left_head.sort == TriggerSort::launches && right_head.sort == TriggerSort::lands;
        return !pair;
    }
    return false;
}

}  // namespace

bool is_in_speech(const Seen& seen, std::size_t at) {
    return std::any_of(seen.speech.begin(), seen.speech.end(),
                       [&](const Speech& speech) { return speech.at.has(at); });
}

std::optional<Weapon> weapon_in(const Seen& seen, Span clause, const std::optional<Trigger>& trigger) {
    const std::span<const Token> tokens = std::span(seen.sentence->tokens).first(clause.end);
    std::optional<Weapon> before;
    std::optional<Weapon> behind;
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        // `destroyed the launcher from which the missiles had been fired`
        if (trigger && i > trigger->at.end && tokens[i].is("which") && tokens[i - 1].is("from")) break;
        const auto weapon = weapon_at(tokens, i);
        if (!weapon) continue;
        const std::size_t next = weapon->at.end;
        // A rocket launcher, a missile programme, an air defence are no weapon that was used.
        const bool other =
            next < tokens.size() &&
            (tokens[next].is("launcher") || tokens[next].is("launchers") || tokens[next].is("programme") ||
             tokens[next].is("program") || tokens[next].is("defence") || tokens[next].is("defences") ||
             tokens[next].is("factory") || tokens[next].is("base") || tokens[next].is("depot"));
        const bool joined = next < tokens.size() && tokens[next].after_hyphen;  // `explosives-laden`
        const bool watches =
            i > clause.begin && (tokens[i - 1].is("surveillance") || tokens[i - 1].is("reconnaissance") ||
                                 tokens[i - 1].is("spy") || tokens[i - 1].is("unarmed"));
        const bool of_verb = trigger && trigger->is_verb && i > trigger->at.begin && i < trigger->at.end;
        const bool mere_aircraft = tokens[i].is("air") && next < tokens.size() && tokens[next].is("base");
        if (!other && !of_verb && !mere_aircraft && !joined && !watches && !is_in_speech(seen, i)) {
            if (!trigger || i < trigger->at.end) {
                // Of `Air defences shot down two drones` the drones; of two before the verb the first that is
                // no crew or carrier.
                if (!before || before->kind == WeaponKind::gun || before->kind == WeaponKind::aircraft)
                    before = weapon;
            } else if (!behind) {
                behind = weapon;
            }
        }
        i = next - 1;
    }
    // `a jet dropped bombs`: from the air.
    if (before && behind && before->kind == WeaponKind::aircraft && behind->kind == WeaponKind::bomb)
        return before;
    if (trigger && (trigger->sort == TriggerSort::foils || trigger->sort == TriggerSort::launches) &&
        behind && (!before || before->kind == WeaponKind::aircraft || before->kind == WeaponKind::gun))
        return behind;
    return before ? before : behind;
}

std::optional<Trigger> head_of(const Seen& seen, Span clause) {
    const std::span<const Token> tokens = std::span(seen.sentence->tokens).first(clause.end);
    const bool weapon = weapon_in(seen, clause, std::nullopt).has_value();
    std::optional<Trigger> verb;
    std::optional<Trigger> noun;
    for (std::size_t i = clause.begin; i < clause.end; ++i) {
        auto trigger = trigger_at(tokens, i);
        if (!trigger || is_in_speech(seen, i)) continue;
        i = trigger->at.end - 1;
        if (trigger->is_verb && is_really_noun(tokens, *trigger)) {
            // A plural noun that its own row of the table would have as a verb.
            const auto as_noun = trigger_at(tokens, trigger->at.begin);
            trigger->is_verb = false;
            // `the bombing in Marka` says not from where.
            if (tokens[trigger->at.begin].is("bombing") && trigger->at.size() == 1)
                trigger->kind = WeaponKind::none;
            if (as_noun && (tokens[trigger->at.begin].is("shells") || tokens[trigger->at.begin].is("bombs")))
                continue;
            if (tokens[trigger->at.begin].is("land") || tokens[trigger->at.begin].is("targets") ||
                tokens[trigger->at.begin].is("lands"))
                continue;
        }
        if (trigger->is_verb) {
            // `blew himself up`, `drove over a mine` say with what.
            const bool says_weapon = trigger->at.size() >= 3 && trigger->sort == TriggerSort::goes_off;
            const bool weak =
                !says_weapon &&
                (is_one_of(tokens[trigger->at.begin].low, weak_verbs) ||
                 (trigger->sort != TriggerSort::strikes && trigger->sort != TriggerSort::clashes &&
                  (trigger->sort != TriggerSort::comes_under || !tokens[trigger->at.begin].stems.empty())));
            const bool pronoun =
                trigger->at.begin > clause.begin &&
                (tokens[trigger->at.begin - 1].is("it") || tokens[trigger->at.begin - 1].is("they") ||
                 tokens[trigger->at.begin - 1].is("them") || tokens[trigger->at.begin - 1].is("third") ||
                 tokens[trigger->at.begin - 1].is("were") || tokens[trigger->at.begin - 1].is("second") ||
                 tokens[trigger->at.begin - 1].is("others") || tokens[trigger->at.begin - 1].is("one") ||
                 number_of(tokens[trigger->at.begin - 1]));
            if (weak && !weapon && !has_noun(tokens, clause) && !pronoun) continue;
            // Of launched and landed, where it landed tells more.
            const bool kills =
                verb && (tokens[verb->at.begin].is("killed") || tokens[verb->at.begin].is("kills") ||
                         tokens[verb->at.begin].is("set"));
            const bool better =
                !verb || kills ||
                (verb->sort == TriggerSort::launches &&
                 (trigger->sort == TriggerSort::lands || trigger->sort == TriggerSort::strikes));
            if (better) verb = trigger;
        } else if (!noun) {
            noun = trigger;
        }
    }
    // `were killed in the raids`: the noun says more.
    const bool tolls = verb && (tokens[verb->at.begin].is("killed") || tokens[verb->at.begin].is("kills"));
    if (tolls && noun && noun->kind != WeaponKind::none) return noun;
    return verb ? verb : noun;
}

std::optional<Trigger> killing_by(const Seen& seen, Span clause) {
    const std::span<const Token> tokens = seen.sentence->tokens;
    for (std::size_t i = clause.begin + 1; i < clause.end; ++i) {
        if (!(tokens[i].is("killed") || tokens[i].is("kills"))) continue;
        if (tokens[i - 1].is("were") || tokens[i - 1].is("was") || tokens[i - 1].is("been") ||
            tokens[i - 1].is("who"))
            return std::nullopt;
        for (std::size_t k = clause.begin; k < i; ++k) {
            const bool body = !country_of_word(tokens[k]).empty() ||
                              people_word(tokens, k, PeopleSort::organisation).has_value() ||
                              tokens[k].is("gunmen") || tokens[k].is("militants") || tokens[k].is("rebels") ||
                              std::any_of(seen.mentions.begin(), seen.mentions.end(),
                                          [&](const Mention& m) { return m.is_country && m.at.has(k); });
            const bool speaks = std::any_of(seen.speech.begin(), seen.speech.end(),
                                            [&](const Speech& speech) { return speech.at.has(k); });
            if (body && !speaks) return Trigger{{i, i + 1}, TriggerSort::strikes, true, WeaponKind::none};
        }
        return std::nullopt;
    }
    return std::nullopt;
}

/// Where the next word of before and after stands: `A in Iraq and Syria on Friday, after B`.
static std::size_t next_link(std::span<const Token> tokens, Span right) {
    for (std::size_t i = right.begin; i < right.end; ++i) {
        const auto hit = link_words().find(tokens, i);
        if (hit && link_rows[hit->row].sort != LinkSort::same && !is_time_of_day(tokens, i + hit->size))
            return i;
    }
    return right.end;
}

std::vector<Clause> clauses_of(const Seen& seen) {
    const std::span<const Token> tokens = seen.sentence->tokens;
    std::vector<Clause> clauses;
    Clause current{{0, tokens.size()}, LinkSort::none, std::nullopt};
    std::size_t begin = 0;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (answers_with(tokens, begin, i)) {
            current.at = {begin, i};
            if (current.link == LinkSort::none) current.link = LinkSort::earlier;
            clauses.push_back(current);
            current = {{}, LinkSort::later, std::nullopt};
            begin = i + 1;
            continue;
        }
        const auto hit = link_words().find(tokens, i);
        if (!hit) continue;
        const LinkRow& row = link_rows[hit->row];
        if (is_time_of_day(tokens, i + hit->size) || lists_weapons(tokens, begin, i) ||
            is_of_between(tokens, begin, i))
            continue;
        const Span left{begin, i};
        Span right{i + hit->size, tokens.size()};
        if (row.sort == LinkSort::same && !tokens[i].is(";")) right.end = next_link(tokens, right);
        auto left_head = head_of(seen, left);
        if (!left_head && row.sort != LinkSort::same) left_head = killing_by(seen, left);
        const auto right_head = head_of(seen, right);
        const bool parted = tokens[i].is(";") && left_head && right.size() > 2;
        const bool came = row.sort != LinkSort::same && right_head && it_came(tokens, left);
        if (!parted && !came && (!left_head || !right_head)) continue;
        if (row.sort == LinkSort::same && !tokens[i].is(";")) {
            // Only as far as the next link: `A, and B hit C`.
            if (!stands_alone(seen, left, right, *left_head, *right_head)) continue;
        }
        current.at = left;
        clauses.push_back(current);
        current.link = row.sort;
        current.days = row.days < 99 ? std::optional(static_cast<int>(row.days)) : days_before(tokens, i);
        begin = i + hit->size;
        i = begin - 1;
    }
    current.at = {begin, tokens.size()};
    clauses.push_back(current);
    return clauses;
}

}  // namespace incidentmap
