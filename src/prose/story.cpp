// SPDX-License-Identifier: MIT
#include "prose/story.hpp"

#include <algorithm>
#include <utility>

#include "prose/dated_event.hpp"
#include "prose/placed_event.hpp"
#include "prose/same_incident.hpp"
#include "prose/stand_in.hpp"

namespace incidentmap {
namespace {

/// Brings events together, one after the other.
class Teller {
  public:
    Teller(const std::vector<Event>& events, const std::vector<Sentence>& sentences,
           const std::optional<Day>& published)
        : m_sentences(sentences), m_published(published), m_about(places_about(events, sentences)) {}

    void add(const Event& event) {
        if (event.takes_back) return take_back(event);
        if (event.trigger && event.modality != Modality::asserted) {
            m_story.sums.push_back({event.sentence, event.clause, event.modality});
            remember(event);
            attribute(event);
            return;
        }
        if (!event.trigger && event.modality != Modality::asserted) return;
        if (!event.trigger) {
            add_without_trigger(event);
        } else {
            add_told(event);
        }
        remember(event);
        attribute(event);
    }

    Story story() && {
        drop_umbrellas();
        return std::move(m_story);
    }
    bool is_empty() const { return m_story.told.empty(); }

    /// What the first paragraph tells without a place is where the title says: `Bombs kill three in Kharkiv`.
    void place_by_title(const std::vector<Event>& events) {
        std::optional<ToldPlace> title;
        for (const Event& event : events) {
            if (!event.in_title) continue;
            for (const ToldPlace& place : placed_event(event, {}, m_about).targets) {
                if (!place.use.mention.found || place.use.mention.rank < 2) continue;
                if (title) return;
                title = place;
            }
        }
        if (!title || m_story.told.empty()) return;
        Told& lead = m_story.told[0];
        const auto body =
            std::find_if(events.begin(), events.end(), [](const Event& e) { return !e.in_title; });
        if (lead.in_title || !lead.targets.empty() || body == events.end() ||
            m_sentences[lead.sentence].block != m_sentences[body->sentence].block)
            return;
        title->named_before = true;
        title->rule = "the place that the title names";
        lead.targets = {*title};
    }

    /// Keeps the places named, to which later words may go back.
    void remember(const Event& event) {
        for (const PlaceUse& use : event.places) {
            if (use.mention.goes_back || use.mention.rank < 2 || use.mention.is_country) continue;
            if (use.role == PlaceRole::none &&
                (use.why == "who speaks, or from where" || use.why == "where the victims were taken"))
                continue;
            m_named.push_back(use);
            if (!use.mention.found) m_named.back().mention.found = stand_in_of(use);
        }
    }

  private:
    /// Who claims, denies or blames: of the incident of the same sentence, or of the one in view.
    void attribute(const Event& event) {
        if (m_story.told.empty()) return;
        Told& told =
            m_story.told.back().sentence == event.sentence ? m_story.told.back() : m_story.told[m_focus];
        for (const Attribution& one : event.attributions) {
            if (one.sort == AttributionSort::claims && !told.claimed_by.known()) told.claimed_by = one.who;
            if (one.sort == AttributionSort::denies && !told.denied_by.known()) told.denied_by = one.who;
            if (one.sort == AttributionSort::blames && !told.attributed_to.known()) {
                told.attributed_to = one.whom;
                told.attributed_by = one.who;
            }
        }
    }
    /// The incident in view was none, where it was told just before.
    void take_back(const Event& event) {
        m_story.sums.push_back({event.sentence, event.clause, Modality::taken_back});
        std::vector<Told>& told = m_story.told;
        if (told.empty() || told[m_focus].sentence + 2 < event.sentence) return;
        told.erase(told.begin() + static_cast<std::ptrdiff_t>(m_focus));
        m_focus = told.empty() ? 0 : told.size() - 1;
    }
    /// The place that stands for one that no gazetteer has.
    std::optional<FoundPlace> stand_in_of(const PlaceUse& use) const {
        if (m_story.told.empty()) return std::nullopt;
        const Told& told = m_story.told[m_focus];
        const bool stood_for = std::any_of(told.aside.begin(), told.aside.end(), [&](const PlaceUse& aside) {
            return aside.mention.words == use.mention.words && aside.why.starts_with("no gazetteer has it");
        });
        if (!stood_for || told.targets.empty()) return std::nullopt;
        return told.targets[0].use.mention.found;
    }

    Told* last() { return m_story.told.empty() ? nullptr : &m_story.told[m_focus]; }

    /// A launcher that was found, a toll, a launch place: of the incident told before.
    void add_without_trigger(const Event& event) {
        PlacedEvent placed = placed_event(event, m_named, m_about);
        Told* before = last();
        if (!placed.targets.empty() && event.toll.known() && before && is_new_place(placed, *before) &&
            placed.targets[0].use.mention.rank >= 2) {
            Told told = told_of(event, std::move(placed));
            told.kind = before->kind;
            told.weapon = before->weapon;
            told.sort = before->sort;
            told.reasons.push_back("its weapon is that of the incident told before");
            date_event(told, event, before, m_sentences, m_published);
            keep(std::move(told), event);
            return;
        }
        if (!event.toll.known() && !event.finds_launcher && placed.launches.empty()) {
            // Says where the next sentence is.
            m_scene = placed.targets;
            m_scene_sentence = event.sentence;
            if (event.is_place_head) m_head = event;
            return;
        }
        if (!before) return;
        if (event.modality == Modality::accident) return;
        const Token& first = m_sentences[event.sentence].tokens[event.clause.begin];
        if (first.is("neither") && m_story.told.size() >= 2) {
            for (Told& told : m_story.told) {
                if (m_story.told.end() - (m_story.told.begin() + (&told - m_story.told.data())) <= 2)
                    take_toll(told, event);
            }
        }
        join(*before, event, std::move(placed), "told of the incident before");
    }
    static bool is_new_place(const PlacedEvent& placed, const Told& before) {
        if (before.targets.empty()) return false;
        return std::all_of(before.targets.begin(), before.targets.end(), [&](const ToldPlace& place) {
            const Sameness same = sameness(placed.targets[0], place);
            return same == Sameness::other || (same == Sameness::unknown && !placed.targets[0].named_before);
        });
    }

    Told told_of(const Event& event, PlacedEvent placed) const {
        Told told;
        told.sentence = event.sentence;
        told.clause = event.clause;
        told.in_title = event.in_title;
        if (event.trigger) {
            told.sort = event.trigger->sort;
            told.kind = event.weapon ? event.weapon->kind : event.trigger->kind;
            told.by_verb = event.trigger->is_verb;
            told.is_plural_noun = event.is_plural_noun;
            const Span at = event.trigger->at;
            told.trigger = {event.sentence, at, words_of(m_sentences[event.sentence], at), "words of attack"};
        }
        told.weapon = event.weapon_words;
        told.weapon_count = event.weapon_count;
        told.targets = std::move(placed.targets);
        told.launches = std::move(placed.launches);
        told.parents = std::move(placed.parents);
        told.references = std::move(placed.references);
        told.aside = std::move(placed.aside);
        take_toll(told, event);
        told.said_by = event.said_by;
        return told;
    }
    void take_toll(Told& told, const Event& event) const {
        if (event.toll.killed && !told.killed.known())
            told.killed = {event.sentence, event.toll.killed->at, event.toll.killed->text,
                           "the number said to be killed"};
        if (event.toll.injured && !told.injured.known())
            told.injured = {event.sentence, event.toll.injured->at, event.toll.injured->text,
                            "the number said to be injured"};
    }

    void add_told(const Event& event) {
        PlacedEvent placed = placed_event(event, m_named, m_about);
        Told told = told_of(event, std::move(placed));
        if (event.entry_place) {
            m_head = event;
            m_head->places = {event.places[*event.entry_place]};
        }
        if (told.targets.empty() && !m_scene.empty() && m_scene_sentence + 1 == event.sentence &&
            m_sentences[m_scene_sentence].block == m_sentences[event.sentence].block &&
            event.trigger->is_verb) {
            told.targets = m_scene;
            for (ToldPlace& place : told.targets) {
                place.named_before = true;
                place.rule = "the place of the sentence before";
            }
        }
        place_by_head(told, event);
        date_event(told, event, anchor_of(event), m_sentences, m_published);
        take_day_of_scene(told, event);
        if (Told* same = same_incident(told, event)) {
            PlacedEvent again = placed_event(event, m_named, m_about);
            same->tellings.push_back(telling_of(told));
            better_date(*same, told);
            if (same->kind == WeaponKind::none) same->kind = told.kind;
            join(*same, event, std::move(again), merge_reason(told, event));
            m_focus = static_cast<std::size_t>(same - m_story.told.data());
            return;
        }
        const bool own_time = !event.times.empty() || event.said_on;
        // `In London he called the raids …`: goes back to no incident that is told.
        if (event.goes_back && !event.trigger->is_verb && event.times.empty() &&
            std::none_of(told.targets.begin(), told.targets.end(), [&](const ToldPlace& place) {
                return place.use.sentence == event.sentence &&
                       place.use.words.begin >= event.trigger->at.begin;
            }))
            return;
        // `drone attacks on US forces in Iraq`: many, of no day.
        const bool vague_place = told.targets.empty() || told.targets[0].use.mention.rank <= 1;
        if (event.is_plural_noun && vague_place && event.times.empty() && !told.killed.known()) {
            m_story.sums.push_back({event.sentence, event.clause, Modality::sum});
            return;
        }
        if (told.targets.empty() && told.launches.empty()) {
            const bool linked = event.link != LinkSort::none && event.link != LinkSort::same &&
                                (own_time || (event.trigger->is_verb &&
                                              (event.trigger->kind != WeaponKind::none || event.weapon)));
            const bool blew_up =
                event.trigger->sort == TriggerSort::goes_off && event.trigger->at.size() >= 3;
            // `struck three missiles that were ready to be launched`
            const bool strikes_launcher = event.finds_launcher && event.trigger->is_verb;
            const bool tells =
                ((event.weapon || blew_up || strikes_launcher || event.is_carried_out) && own_time) ||
                linked ||
                (own_time && event.toll.known() &&
                 (told.kind != WeaponKind::none || (told.by_verb && told.sort == TriggerSort::clashes))) ||
                (told.killed.known() && event.weapon);
            if (!tells || (told.is_plural_noun && !linked && !event.is_carried_out)) {
                if (own_time && has_own_day(told)) m_scene_day = told;
                if (last() && are_alike(last()->kind, told.kind) && event.toll.known() && !own_time)
                    join(*last(), event, {}, "told of the incident before");
                return;
            }
        }
        keep(std::move(told), event);
    }
    /// `The day before the raid on Panjgur, …`: the incident told of that place, else the one in view.
    const Told* anchor_of(const Event& event) {
        for (const PlaceUse& use : event.places) {
            if (use.why != "of the incident from which the day is counted") continue;
            const ToldPlace place{use, false, {}, {}};
            for (const Told& told : m_story.told) {
                if (told.targets.empty()) continue;
                const Sameness same = sameness(place, told.targets[0]);
                if (same == Sameness::same || same == Sameness::within) return &told;
            }
        }
        return last();
    }
    /// `Yesterday the army carried out a campaign of air attacks. At 10:30 …`: the day stands in the sentence
    /// that says in advance what is told one by one.
    void take_day_of_scene(Told& told, const Event& event) const {
        if (!m_scene_day || has_own_day(told) ||
            std::any_of(event.times.begin(), event.times.end(), [](const TimeMention& t) { return t.date; }))
            return;
        if (m_sentences[m_scene_day->sentence].block != m_sentences[event.sentence].block) return;
        told.date = m_scene_day->date;
        told.basis = DateBasis::inherited;
        told.date_words = m_scene_day->date_words;
        told.date_words.rule = "that of the sentence that says in advance what is told one by one";
    }
    /// What has no place that is known is at the place that stands above it: `Khartoum. An air strike on …`
    void place_by_head(Told& told, const Event& event) const {
        if (!m_head) return;
        const std::size_t block = m_sentences[m_head->sentence].block;
        const bool alone = m_head->is_place_head && m_head->sentence + 1 < m_sentences.size() &&
                           m_sentences[m_head->sentence + 1].block != block;
        if (!alone && m_sentences[event.sentence].block != block) return;
        if (!told.targets.empty() && (told.targets[0].use.mention.found || told.targets[0].named_before))
            return;
        if (told.targets.empty() && !event.trigger->is_verb && event.is_plural_noun) return;
        ToldPlace head{m_head->places[0], true, "the place that stands above", {}};
        for (std::size_t i = 1; i < m_head->places.size(); ++i) told.parents.push_back(m_head->places[i]);
        // `Mali. Gendarmes died at Mahou`: a country says of what is closer only in which it lies.
        if (!told.targets.empty() && head.use.mention.is_country) {
            head.use.role = PlaceRole::parent;
            head.use.stands_above = true;
            told.parents.push_back(head.use);
            return;
        }
        if (!told.targets.empty()) {
            told.aside.push_back(told.targets[0].use);
            told.aside.back().why = stood_for;
            head.stands_for = told.targets[0].use;
        }
        told.targets = {std::move(head)};
    }
    void keep(Told told, const Event& event) {
        // `jets bombed Taji after a rocket hit Balad on Monday`: the day of the second is all that is known.
        if (event.link == LinkSort::earlier && told.basis == DateBasis::stated && last() &&
            last()->sentence == told.sentence &&
            (last()->basis == DateBasis::by_publication || last()->basis == DateBasis::none)) {
            last()->date = told.date;
            last()->basis = DateBasis::inherited;
            last()->date_words = told.date_words;
            last()->date_words.rule = "that of the incident told beside it";
        }
        told.tellings.push_back(telling_of(told));
        m_story.told.push_back(std::move(told));
        const bool aside = event.link == LinkSort::earlier || event.link == LinkSort::later;
        if (!aside || m_story.told.size() == 1) m_focus = m_story.told.size() - 1;
    }

    static std::string merge_reason(const Told& told, const Event& event) {
        if (event.goes_back) return "“" + told.trigger.text + "” goes back to it";
        return "told again, of the same day and place";
    }

    /// The incident that was told before of which this tells more; null where there is none.
    Told* same_incident(const Told& told, const Event& event) {
        if (event.is_another) return nullptr;
        if (m_story.told.empty()) return nullptr;
        // The one in view first.
        Told& in_view = m_story.told[m_focus];
        if (may_be_one(told, in_view, event, true, m_sentences)) return &in_view;
        for (std::size_t k = m_story.told.size(); k-- > 0;) {
            Told& other = m_story.told[k];
            if (k != m_focus && may_be_one(told, other, event, false, m_sentences)) return &other;
        }
        return nullptr;
    }
    /// Adds what an event tells of an incident that is told already.
    void join(Told& told, const Event& event, PlacedEvent placed, const std::string& reason) {
        take_toll(told, event);
        if (!told.weapon.known()) told.weapon = event.weapon_words;
        if (!told.weapon_count.known() && event.weapon_count.known() && event.weapon &&
            told.kind == event.weapon->kind)
            told.weapon_count = event.weapon_count;
        if (!told.said_by.known()) told.said_by = event.said_by;
        if (told.targets.empty()) {
            told.targets = std::move(placed.targets);
        } else if (!placed.targets.empty()) {
            take_closer_place(told, placed.targets);
        }
        if (told.launches.empty()) told.launches = std::move(placed.launches);
        for (PlaceUse& use : placed.parents) told.parents.push_back(std::move(use));
        for (PlaceUse& use : placed.references) told.references.push_back(std::move(use));
        for (PlaceUse& use : placed.aside) told.aside.push_back(std::move(use));
        if (event.trigger) told.reasons.push_back(reason);
    }
    static void take_closer_place(Told& told, std::vector<ToldPlace>& places) {
        ToldPlace& place = places[0];
        const ToldPlace old = told.targets[0];
        const Sameness same = sameness(old, place);
        if (place.named_before) return;
        const bool wider = old.use.there && is_wide(old) && !is_wide(place);
        const bool closer = place.use.mention.rank > old.use.mention.rank;
        if (((old.use.mention.rank <= 1 && closer) || wider) &&
            (same == Sameness::within || same == Sameness::same ||
             (same == Sameness::unknown && old.use.there))) {
            told.parents.push_back(old.use);
            told.targets = std::move(places);
            told.targets[0].rule = "the closest of the places told of it";
        }
    }

    /// `Attacks rocked Iraq on Saturday`: says in advance what is told one by one.
    void drop_umbrellas() {
        std::vector<Told>& all = m_story.told;
        std::vector<Told> kept;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Told& told = all[i];
            const bool vague_place = told.targets.empty() || told.targets[0].use.mention.rank <= 1;
            const bool vague = vague_place && told.kind == WeaponKind::none;
            const bool told_closer = std::any_of(all.begin(), all.end(), [&](const Told& other) {
                return &other != &told && !other.targets.empty() && other.targets[0].use.mention.rank >= 2 &&
                       (!told.date || (other.date && overlap(*told.date, *other.date)));
            });
            if (vague && told_closer && told.launches.empty()) {
                m_story.sums.push_back({told.sentence, told.clause, Modality::sum});
                continue;
            }
            kept.push_back(told);
        }
        all = std::move(kept);
    }

    const std::vector<Sentence>& m_sentences;
    const std::optional<Day>& m_published;
    const PlacesAbout m_about;
    Story m_story;
    std::vector<PlaceUse> m_named;
    std::vector<ToldPlace> m_scene;  ///< of a sentence that says where, and not what
    std::size_t m_scene_sentence = 0;
    std::optional<Told> m_scene_day;  ///< of a sentence that says when, and what only in sum
    std::optional<Event> m_head;      ///< of a place that stands above what is told
    std::size_t m_focus = 0;
};

}  // namespace

Story story_of(const std::vector<Event>& events, const std::vector<Sentence>& sentences,
               const std::optional<Day>& published) {
    Teller teller(events, sentences, published);
    for (const Event& event : events) {
        if (event.in_title) teller.remember(event);
    }
    for (const Event& event : events) {
        if (!event.in_title || event.is_place_head) teller.add(event);
    }
    if (teller.is_empty()) {
        for (const Event& event : events) {
            if (event.in_title) teller.add(event);
        }
    }
    teller.place_by_title(events);
    return std::move(teller).story();
}

}  // namespace incidentmap
