// SPDX-License-Identifier: MIT
#include "prose/roles.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "locate/phrase.hpp"
#include "prose/governor.hpp"
#include "prose/launch_words.hpp"
#include "prose/number_word.hpp"
#include "prose/place_parents.hpp"
#include "prose/place_words.hpp"
#include "prose/relative_words.hpp"

namespace incidentmap {
namespace {

class Roles {
  public:
    Roles(const Seen& seen, Span clause, const std::optional<Trigger>& trigger, std::string_view text,
          TextPlaces& places)
        : m_seen(seen),
          m_tokens(seen.sentence->tokens),
          m_clause(clause),
          m_trigger(trigger),
          m_text(text),
          m_places(places) {}

    std::vector<PlaceUse> read() {
        for (const Mention& mention : m_seen.mentions) {
            if (!m_clause.has(mention.at)) continue;
            m_uses.push_back(use_of(mention));
        }
        yield_to_closer(m_uses, m_tokens, m_seen.times);
        settle_by_parents(m_uses, m_tokens, m_places);
        settle_sites_of_towns(m_uses, m_places);
        return std::move(m_uses);
    }

  private:
    bool is(std::size_t at, std::string_view word) const {
        return at < m_tokens.size() && m_tokens[at].is(word);
    }

    bool in_speech(const Mention& mention) const {
        return std::any_of(m_seen.speech.begin(), m_seen.speech.end(),
                           [&](const Speech& speech) { return speech.at.has(mention.at.begin); });
    }

    std::string slice(Span at) const { return incidentmap::slice(m_text, m_tokens, at); }

    PlaceUse aside(PlaceUse use, std::string why) const {
        use.role = PlaceRole::none;
        use.why = std::move(why);
        return use;
    }

    PlaceUse use_of(const Mention& mention) {
        PlaceUse use;
        use.mention = mention;
        use.words = mention.at;
        use.locality = mention.found ? mention.found->words : mention.words;
        if (in_speech(mention)) return aside(use, "who speaks, or from where");
        if (is_of_anchor(m_tokens, m_clause, m_trigger, m_seen.times, mention))
            return aside(use, "of the incident from which the day is counted");
        if (mention.goes_back && mention.noun == "there") {
            if (!m_trigger) return aside(use, "not said to be where");
            use.role = PlaceRole::target;
            return use;
        }
        if (is(mention.at.end, "'s") && !owns_site(m_tokens, mention) &&
            (mention.is_country || !belongs_to_place(mention)))
            return possessive(use);
        if (is_behind_launch(mention)) {
            if (m_uses.back().mention.rank <= 1) m_uses.back().role = PlaceRole::parent;
            use.role = PlaceRole::launch;
            return use;
        }
        if (leads_entry(m_tokens, m_seen.times, mention)) {
            use.role = PlaceRole::target;
            return use;
        }
        if (const auto listed = from_list(use)) return *listed;
        if (const auto part = from_to(use)) return *part;
        if (const auto turn = where_behind(use)) return *turn;
        const Governor governor = governor_of(m_tokens, m_clause, mention);
        if (reads_as_phrase(m_tokens, m_clause, governor)) return relative(use, governor);
        if (governor.none) return subject(use);
        use.words.begin = std::min(use.words.begin, governor.at.begin);
        if (governor.is_trigger) return of_trigger(use, governor);
        return governed(use, governor);
    }

    /// `Baghdad's Green Zone`: the place behind is the one; this one is its parent.
    bool belongs_to_place(const Mention& mention) const {
        return std::any_of(m_seen.mentions.begin(), m_seen.mentions.end(), [&](const Mention& other) {
            return other.at.begin > mention.at.end && other.at.begin <= mention.at.end + 3;
        });
    }
    PlaceUse possessive(PlaceUse use) const {
        if (use.mention.rank <= 3 && belongs_to_place(use.mention)) {
            use.role = PlaceRole::parent;
            return use;
        }
        // `near Dana's refinery`, `at Iraq's border` say whose something is.
        return aside(use, "says whose something is");
    }

    /// `launched from Nineveh province, near Bartella`
    bool is_behind_launch(const Mention& mention) const {
        if (m_uses.empty() || m_uses.back().role != PlaceRole::launch ||
            mention.rank <= m_uses.back().mention.rank)
            return false;
        const std::size_t gap = m_uses.back().mention.at.end;
        return is(gap, ",") && (is(gap + 1, "near") || is(gap + 1, "in")) && mention.at.begin <= gap + 3;
    }
    /// Behind `and` or a comma right after another place: the same part, or its parent.
    std::optional<PlaceUse> from_list(PlaceUse& use) const {
        if (m_uses.empty()) return std::nullopt;
        const PlaceUse& before = m_uses.back();
        std::size_t gap = before.mention.at.end;
        if (gap > use.mention.at.begin) return std::nullopt;
        if (is_apposition(m_tokens, {gap, use.mention.at.begin}) && before.role != PlaceRole::none) {
            use.role = PlaceRole::parent;
            return use;
        }
        bool comma = false;
        bool also = false;
        while (gap < use.mention.at.begin) {
            const Token& token = m_tokens[gap];
            if (token.is(",") || token.is("(")) {
                comma = true;
            } else if (token.is("and") || token.is("or")) {
                also = true;
            } else if (!(token.is("the") || token.is("nearby") || token.is("both") || token.is("also") ||
                         (also && (token.is("one") || token.is("another") || token.is("at") ||
                                   token.is("in") || token.is("on"))) ||
                         (token.is_word() && !country_of_word(token).empty()))) {
                return std::nullopt;
            }
            ++gap;
        }
        if (!comma && !also) return std::nullopt;
        const bool larger = use.mention.rank < before.mention.rank && use.mention.rank <= 3;
        if (comma && !also && larger) {
            use.role = PlaceRole::parent;
            return use;
        }
        if (before.role == PlaceRole::none) return aside(use, before.why);
        if (comma && !also && use.mention.rank > before.mention.rank) return std::nullopt;
        // `in Ahad al-Masarihah, Jazan`: two with a comma between are no list, unless an `and` ends it.
        if (comma && !also && !before.listed && !list_goes_on(m_tokens, {use.mention.at.end, m_clause.end})) {
            use.role = PlaceRole::parent;
            return use;
        }
        use.role = before.role;
        use.near = before.near;
        use.listed = true;
        return use;
    }

    /// `strikes from Deir ez-Zor to the desert`: both are struck.
    std::optional<PlaceUse> from_to(PlaceUse& use) const {
        if (!m_trigger || m_trigger->sort == TriggerSort::launches) return std::nullopt;
        const auto before = [&](std::string_view word) {
            const std::size_t at = use.mention.at.begin;
            return (at > m_clause.begin && m_tokens[at - 1].is(word)) ||
                   (at > m_clause.begin + 1 && m_tokens[at - 1].is("the") && m_tokens[at - 2].is(word));
        };
        if (before("from") && is(use.mention.at.end, "to") && m_trigger->at.end <= use.mention.at.begin) {
            use.role = PlaceRole::target;
            return use;
        }
        if (before("to") && !m_uses.empty() && m_uses.back().role == PlaceRole::target &&
            m_uses.back().mention.at.end + 3 > use.mention.at.begin) {
            use.role = PlaceRole::target;
            use.listed = true;
            return use;
        }
        return std::nullopt;
    }
    /// `the turn of Balad, where two projectiles landed`
    std::optional<PlaceUse> where_behind(PlaceUse& use) const {
        const std::size_t end = use.mention.at.end;
        if (!m_trigger || !m_trigger->is_verb || !is(end, ",") || !is(end + 1, "where")) return std::nullopt;
        if (m_trigger->at.begin < end || m_trigger->at.begin > end + 9) return std::nullopt;
        use.role = PlaceRole::target;
        return use;
    }

    PlaceUse relative(PlaceUse use, const Governor& governor) {
        const std::size_t begin = phrase_begin(m_tokens, m_clause, governor);
        const bool says_more = std::any_of(m_uses.begin(), m_uses.end(), [&](const PlaceUse& other) {
            return (other.role == PlaceRole::target || other.role == PlaceRole::aim ||
                    other.role == PlaceRole::launch) &&
                   other.mention.rank >= 2;
        });
        use.words = {begin, use.mention.at.end};
        const bool launched = stands_after_from(m_tokens, m_clause, begin);
        std::string words = slice({begin, use.mention.at.end});
        // `north of the Lebanese village of Chebaa`
        if (!read_phrase(words) || !m_places.find(words))
            words = slice({begin, governor.at.end}) + " " + use.locality;
        if (says_more && !launched) {
            use.role = PlaceRole::reference;
            use.why = "says where another place is";
            if (read_phrase(words)) use.there = m_places.find(words);
            return use;
        }
        if (read_phrase(words)) {
            if (auto found = m_places.find(words)) {
                use.there = found;
                use.mention.found = std::move(found);
                use.locality = words;
                use.mention.words = words;
                use.mention.rank = 3;
                use.role = launched ? PlaceRole::launch : PlaceRole::target;
                return use;
            }
        }
        return aside(use, "says where something else is");
    }

    /// No word governs it: it is what the sentence is about.
    PlaceUse subject(PlaceUse use) const {
        // `Same day: Conoco gas field in Deir ez-Zor, rockets, no casualties`
        if (m_trigger && !m_trigger->is_verb && use.mention.rank >= 3 && use.mention.at.begin > 0 &&
            m_seen.in_entry && !has_target() &&
            (is(use.mention.at.begin - 1, ":") || is(use.mention.at.begin - 1, "-"))) {
            use.role = PlaceRole::target;
            return use;
        }
        // `entered Kyamakanga and killed eight villagers`
        if (m_trigger && m_trigger->at.begin > use.mention.at.begin &&
            use.mention.at.begin > m_clause.begin && m_tokens[use.mention.at.begin - 1].is("entered")) {
            use.role = PlaceRole::target;
            return use;
        }
        if (m_trigger && m_trigger->at.begin >= use.mention.at.end) {
            if (m_trigger->sort == TriggerSort::comes_under ||
                (m_trigger->is_verb && m_trigger->sort == TriggerSort::strikes &&
                 is_passive(m_tokens, m_clause, *m_trigger)) ||
                (m_trigger->is_verb && m_trigger->sort == TriggerSort::clashes &&
                 is_passive(m_tokens, m_clause, *m_trigger))) {
                use.role = PlaceRole::target;
                return use;
            }
            // `a Taji rocket attack`, `the Erbil attack`
            if (!m_trigger->is_verb && stands_before_noun(m_tokens, use.mention, *m_trigger) &&
                use.mention.rank >= 2 && !use.mention.is_country) {
                use.role = PlaceRole::target;
                return use;
            }
        }
        // Arabic puts what is struck behind the verb without a word between: `قصفت المدفعية مدينة الفاشر`.
        if (m_trigger && m_trigger->is_verb &&
            (m_trigger->sort == TriggerSort::strikes || m_trigger->sort == TriggerSort::comes_under) &&
            m_trigger->at.end <= use.mention.at.begin && !m_tokens[use.mention.at.begin].stems.empty() &&
            !has_target()) {
            use.role = PlaceRole::target;
            return use;
        }
        if (m_trigger && !m_trigger->is_verb && use.mention.goes_back)
            return aside(use, "not what was struck");
        return aside(use, use.mention.is_country || use.mention.rank >= 3 ? "who acts or speaks, not where"
                                                                          : "not said to be where");
    }

    bool has_target() const {
        return std::any_of(m_uses.begin(), m_uses.end(),
                           [](const PlaceUse& use) { return use.role == PlaceRole::target; });
    }

    PlaceUse of_trigger(PlaceUse use, const Governor& governor) const {
        const auto trigger = trigger_at(m_tokens, governor.at.begin);
        if (trigger && trigger->is_verb &&
            (trigger->sort == TriggerSort::launches || trigger->sort == TriggerSort::lands))
            return aside(use, "not said to be where");
        use.role = PlaceRole::target;
        use.words = use.mention.at;
        return use;
    }

    PlaceUse governed(PlaceUse use, const Governor& governor) {
        // `A rocket fell on Jadriya, and the launcher was found in Amil`: only what stands behind the
        // launcher.
        const bool fell_before = m_trigger && m_trigger->is_verb && m_trigger->sort != TriggerSort::foils &&
                                 m_trigger->at.begin < use.mention.at.begin &&
                                 use.mention.at.begin < launcher_in(m_tokens, m_clause);
        const bool launcher = finds_launcher(m_tokens, m_clause) && !fell_before;
        switch (governor.role) {
            case RoleWord::from: {
                // `Attacks were reported from Jalalabad, where gunmen …`
                if (governor.at.begin > m_clause.begin && m_tokens[governor.at.begin - 1].is("reported")) {
                    use.role = PlaceRole::target;
                    return use;
                }
                // `on the road from Atmeh to Deir Ballut`: no launch.
                if (is_way_before(m_tokens, m_clause, governor.at.begin)) {
                    use.role = PlaceRole::target;
                    use.near = true;
                    nearby(use, governor);
                    return use;
                }
                if (is_shelled_from(m_tokens, m_trigger, governor.at.begin)) {
                    use.role = PlaceRole::launch;
                    return use;
                }
                if (launches_before(m_tokens, m_clause, use.mention.at.begin) &&
                    has_weapon(m_tokens, m_clause)) {
                    use.role = PlaceRole::launch;
                    return use;
                }
                return aside(use, "something else came from there");
            }
            case RoleWord::other:
                // `The launch site was traced to Tel Rifaat.`
                if (launcher && is(governor.at.begin, "to") && governor.at.begin > m_clause.begin &&
                    m_tokens[governor.at.begin - 1].is("traced")) {
                    use.role = PlaceRole::launch;
                    return use;
                }
                if (use.mention.rank >= 2 && is_among_places(m_tokens, m_clause, governor)) {
                    use.role = PlaceRole::target;
                    use.listed = true;
                    return use;
                }
                return aside(use, "the words before it do not say where");
            case RoleWord::of: {
                const std::size_t before = governor.at.begin;
                if (before > m_clause.begin &&
                    (is(before - 1, "bank") || is(before - 1, "banks") || is(before - 1, "mouth")))
                    return aside(use, "a river, of which a bank is named");
                const auto trigger = trigger_ending(m_tokens, m_clause, before);
                if (trigger && (!trigger->is_verb || m_tokens[before - 1].low.ends_with("ing"))) {
                    use.role = PlaceRole::target;
                    return use;
                }
                if (use.mention.goes_back && !stands_after_from(m_tokens, m_clause, before)) {
                    PlaceUse part = part_of(use, before);
                    if (part.role == PlaceRole::target) return part;
                }
                // `Missiles fired from Iran hit outskirts of Erbil`
                const bool of_launch = !m_uses.empty() && m_uses.back().role == PlaceRole::launch &&
                                       m_uses.back().mention.at.end >= before;
                if (!has_target() && !of_launch && !stands_after_from(m_tokens, m_clause, before) &&
                    is_part_before(m_tokens, before)) {
                    use.role = PlaceRole::target;
                    return use;
                }
                if (std::any_of(m_uses.begin(), m_uses.end(), [&](const PlaceUse& other) {
                        return other.role == PlaceRole::target || other.role == PlaceRole::launch;
                    })) {
                    use.role = PlaceRole::parent;
                    return use;
                }
                if (stands_after_from(m_tokens, m_clause, before)) {
                    use.role = PlaceRole::launch;
                    return use;
                }
                return part_of(use, before);
            }
            case RoleWord::at:
            case RoleWord::toward: {
                const bool fired_at =
                    governor.at.begin > m_clause.begin && (m_tokens[governor.at.begin - 1].is("fired") ||
                                                           m_tokens[governor.at.begin - 1].is("launched"));
                if (launcher && governor.role == RoleWord::at && !fired_at) break;
                const bool aims = governor.role == RoleWord::toward ||
                                  launches_before(m_tokens, m_clause, use.mention.at.begin);
                use.role = aims && is_trigger_about(governor.at.begin) ? PlaceRole::aim : PlaceRole::target;
                return use;
            }
            case RoleWord::near:
                use.near = !governor_is_along(governor);
                break;
            case RoleWord::in:
                // `from the al-Hawban area in Taiz`
                if (!m_uses.empty() && m_uses.back().role == PlaceRole::launch &&
                    m_uses.back().mention.at.end + 2 >= use.mention.at.begin &&
                    use.mention.rank <= m_uses.back().mention.rank) {
                    use.role = PlaceRole::parent;
                    return use;
                }
                if (is_where_taken(m_tokens, m_clause, governor.at.begin))
                    return aside(use, "where the victims were taken");
                break;
        }
        if (launcher || stands_after_from(m_tokens, m_clause, governor.at.begin)) {
            use.role = PlaceRole::launch;
            return use;
        }
        use.role = PlaceRole::target;
        if (use.near) nearby(use, governor);
        return use;
    }
    bool governor_is_along(const Governor& governor) const {
        return is(governor.at.begin, "by") || is(governor.at.begin, "along") ||
               is(governor.at.begin, "alongside");
    }
    /// Whether fired words stand before, and nothing fell before them.
    bool is_trigger_about(std::size_t at) const {
        for (std::size_t i = at; i-- > m_clause.begin;) {
            const auto trigger = trigger_at(m_tokens, i);
            if (!trigger || !trigger->is_verb) continue;
            return trigger->sort == TriggerSort::launches;
        }
        return true;
    }
    PlaceUse part_of(PlaceUse use, std::size_t of) const {
        if (!is_part_before(m_tokens, of)) return aside(use, "says whose something is");
        use.role = PlaceRole::target;
        return use;
    }
    void nearby(PlaceUse& use, const Governor& governor) {
        const std::string words = m_tokens[governor.at.begin].low == "close" ? "close to " : "near ";
        if (!use.mention.found || use.mention.goes_back) return;
        const std::string locality = words + use.locality;
        if (auto found = m_places.find(locality)) {
            const PlaceRank rank = use.mention.rank;
            use.locality = locality;
            found->kind = use.mention.found->kind;
            use.mention.found = std::move(found);
            use.mention.rank = rank;
        }
    }

    const Seen& m_seen;
    std::span<const Token> m_tokens;
    Span m_clause;
    const std::optional<Trigger>& m_trigger;
    std::string_view m_text;
    TextPlaces& m_places;
    std::vector<PlaceUse> m_uses;
};

}  // namespace

std::vector<PlaceUse> roles_in(const Seen& seen, Span clause, const std::optional<Trigger>& trigger,
                               std::string_view text, TextPlaces& places) {
    return Roles(seen, clause, trigger, text, places).read();
}

}  // namespace incidentmap
