// SPDX-License-Identifier: MIT
#include "prose/drafting.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>

#include "core/hash.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"

namespace incidentmap {
namespace {

/// Fills the cells of one draft, each with what it rests on.
class Drafter {
  public:
    Drafter(const Told& told, const std::vector<Seen>& seen, const TextToRead& text, const ProseText& prose,
            const CodePointCount& points, const std::string& home)
        : m_told(told), m_seen(seen), m_text(text), m_prose(prose), m_points(points), m_home(home) {}

    DraftReport draft() {
        m_draft.text_file = m_text.name;
        m_draft.text_sha256 = m_text.sha256;
        what();
        when();
        where();
        toll();
        who();
        source();
        quote();
        m_draft.tellings = m_told.tellings;
        m_draft.confidence = confidence();
        m_draft.why = why();
        return std::move(m_draft);
    }

  private:
    Span code_points(std::size_t sentence, Span at) const {
        const std::vector<Token>& tokens = m_seen[sentence].sentence->tokens;
        if (at.empty()) return {};
        return {m_points.at(tokens[at.begin].at.begin), m_points.at(tokens[at.end - 1].at.end)};
    }
    std::string slice(std::size_t sentence, Span at) const {
        return in_one_line(incidentmap::slice(m_prose.text, m_seen[sentence].sentence->tokens, at));
    }
    void set(ReportColumn column, std::string value, Span words, std::string rule) {
        if (value.empty()) return;
        m_draft[column] = std::move(value);
        m_draft.bases.push_back({column, words, std::move(rule)});
    }
    void set(ReportColumn column, const Cited& cited) {
        if (cited.known()) set(column, cited.text, code_points(cited.sentence, cited.at), cited.rule);
    }

    void what() {
        const WeaponEvent event = event_of(m_told.kind, m_told.sort);
        const Cited& from = m_told.weapon.known() ? m_told.weapon : m_told.trigger;
        const Span words = from.known() ? code_points(from.sentence, from.at) : Span{};
        set(ReportColumn::event_type, std::string(event.event_type), words,
            "the kind of weapon and of attack");
        set(ReportColumn::sub_event_type, std::string(event.sub_event_type), words,
            "the kind of weapon and of attack");
        set(ReportColumn::weapon, m_told.weapon);
        set(ReportColumn::weapon_count, m_told.weapon_count);
    }
    void when() {
        m_draft.date_basis = to_string(m_told.date ? m_told.basis : DateBasis::none);
        if (!m_told.date) return;
        const Cited& words = m_told.date_words;
        set(ReportColumn::event_date, to_edtf(*m_told.date),
            words.at.empty() ? Span{} : code_points(words.sentence, words.at), words.rule);
        if (words.known()) m_draft.date_basis += ": " + words.text;
    }

    void where() {
        if (!m_told.targets.empty()) {
            std::string places;
            for (const ToldPlace& place : m_told.targets)
                places += (places.empty() ? "" : " | ") + place.use.locality;
            const ToldPlace& first = m_told.targets[0];
            const Span words = code_points(first.use.sentence, first.use.words);
            set(ReportColumn::place, places, words, first.rule);
            const PlaceUse& own = first.stands_for ? *first.stands_for : first.use;
            const bool within = own.sentence == first.use.sentence &&
                                own.words.begin >= first.use.words.begin &&
                                own.words.end <= first.use.words.end;
            const PlaceUse& worded = within ? first.use : own;
            set(ReportColumn::place_words, slice(worded.sentence, worded.words),
                code_points(worded.sentence, worded.words), "the text's words");
            area(first, ReportColumn::country, ReportColumn::admin1);
            m_draft.at = position_of(first);
        }
        if (!m_told.launches.empty()) {
            const ToldPlace& first = m_told.launches[0];
            std::string places;
            for (const ToldPlace& place : m_told.launches)
                places += (places.empty() ? "" : " | ") + place.use.locality;
            const Span words = code_points(first.use.sentence, first.use.words);
            set(ReportColumn::launch_place, places, words, first.rule);
            set(ReportColumn::launch_words, slice(first.use.sentence, first.use.words), words,
                "the text's words");
            area(first, ReportColumn::launch_country, ReportColumn::launch_admin1);
            m_draft.launched_at = position_of(first);
        }
        if (!m_told.references.empty()) {
            const PlaceUse& use = m_told.references[0];
            set(ReportColumn::place_said_to_be, slice(use.sentence, use.words),
                code_points(use.sentence, use.words), "says where the place is");
        }
        std::map<std::string, bool> seen;
        for (const std::vector<PlaceUse>* uses : {&m_told.aside, &m_told.references, &m_told.parents}) {
            for (const PlaceUse& use : *uses) {
                if (use.mention.goes_back || std::exchange(seen[use.mention.words], true)) continue;
                const std::string why = uses == &m_told.parents ? "an area about the place" : use.why;
                m_draft.set_aside.push_back(
                    {use.mention.words, code_points(use.sentence, use.mention.at), why});
            }
        }
    }
    static std::optional<DraftPosition> position_of(const ToldPlace& place) {
        const std::optional<FoundPlace>& found = place.use.mention.found;
        if (!found) return std::nullopt;
        return DraftPosition{found->point, found->uncertainty_m};
    }
    /// Whether a place may lie in a province; that of another place of the sentence is not its own.
    static bool lies_in(const FoundPlace& place, const FoundPlace& province) {
        if (place.country != province.country) return false;
        return place.admin1.empty() || place.admin1 == province.admin1 || place.admin1 == province.name;
    }
    /// The country and the province of a place: as the text states them about it, or of the gazetteer's
    /// place.
    void area(const ToldPlace& place, ReportColumn country, ReportColumn admin1) {
        const PlaceUse* stated_country = nullptr;
        const PlaceUse* stated_province = nullptr;
        for (const PlaceUse& use : m_told.parents) {
            if (!use.mention.found || (use.sentence != place.use.sentence && !use.stands_above)) continue;
            const FoundPlace& found = *use.mention.found;
            if (use.mention.is_country) {
                if (stated_country == nullptr) stated_country = &use;
            } else if (found.kind == "province" && stated_province == nullptr) {
                stated_province = &use;
            }
        }
        const std::optional<FoundPlace>& found = place.use.mention.found;
        if (found && place.use.mention.is_country) return;
        const bool fits = !found;
        if (stated_country != nullptr && country == ReportColumn::country &&
            (fits || stated_country->mention.found->country == found->country)) {
            set(country, country_name(stated_country->mention.found->country),
                code_points(stated_country->sentence, stated_country->mention.at), "stated about the place");
        } else if (found && !found->country.empty()) {
            set(country, country_name(found->country), {}, "the country of the gazetteer's place");
        } else if (stated_province != nullptr && !stated_province->mention.found->country.empty()) {
            set(country, country_name(stated_province->mention.found->country), {},
                "the country of the stated province");
        } else if (!found && !m_home.empty()) {
            set(country, country_name(m_home), {}, "the country that the text is about");
        }
        if (stated_province != nullptr && admin1 == ReportColumn::admin1 &&
            (!found || lies_in(*found, *stated_province->mention.found))) {
            set(admin1, stated_province->mention.found->name,
                code_points(stated_province->sentence, stated_province->mention.at),
                "stated about the place");
        } else if (found && found->decided_by_text && rank_of_kind(found->kind) > 1) {
            set(admin1, found->admin1, {},
                "several bear the name; the province of the one near what the text names");
        }
    }

    void toll() {
        set(ReportColumn::killed, m_told.killed);
        set(ReportColumn::injured, m_told.injured);
    }
    void who() {
        set(ReportColumn::attributed_to, m_told.attributed_to);
        set(ReportColumn::attributed_by, m_told.attributed_by);
        set(ReportColumn::claimed_by, m_told.claimed_by);
        set(ReportColumn::denied_by, m_told.denied_by);
        if (m_draft[ReportColumn::launch_place].empty()) return;
        set(ReportColumn::launch_said_by, m_told.said_by);
    }
    void source() {
        const auto given = [&](ReportColumn column, const std::string& value) {
            set(column, value, {}, "the text's source");
        };
        given(ReportColumn::source_id, m_text.source_id);
        given(ReportColumn::publisher, m_text.publisher);
        given(ReportColumn::title, m_text.title);
        if (m_text.published) given(ReportColumn::published, to_iso(*m_text.published));
        if (!m_text.published && m_prose.published)
            set(ReportColumn::published, to_iso(*m_prose.published),
                {m_points.at(m_prose.published_at.begin), m_points.at(m_prose.published_at.end)},
                "the day that the text gives for its publication");
        given(ReportColumn::url, m_text.url);
    }
    void quote() {
        const Span about = m_told.trigger.known() ? m_told.trigger.at : m_told.clause;
        const Quote quote = quote_of(m_seen[m_told.sentence], m_prose.text, about);
        m_draft.quote = quote.words;
        m_draft.quote_at = code_points(m_told.sentence, quote.at);
        const Hash128 hash =
            hash128(m_text.name + "\x1F" + quote.words + "\x1F" + m_draft[ReportColumn::event_date]);
        char digits[17];
        std::snprintf(digits, sizeof digits, "%012llx",
                      static_cast<unsigned long long>(hash.high & 0xFFFF'FFFF'FFFFULL));
        m_draft.draft_id = "d-" + std::string(digits);
    }

    Confidence confidence() const {
        const bool day =
            m_told.date && m_told.basis == DateBasis::stated && m_told.date->precision == DatePrecision::day;
        const bool place = !m_told.targets.empty() && m_told.targets[0].use.mention.found &&
                           !m_told.targets[0].named_before && m_told.targets[0].use.mention.rank >= 2;
        if (m_told.targets.empty() || !m_told.date || m_told.basis == DateBasis::by_publication ||
            m_told.in_title)
            return Confidence::weak;
        const bool wide = place && m_told.targets[0].stands_for && m_told.targets[0].use.mention.rank < 2;
        if (day && place && !wide && (m_told.kind != WeaponKind::none || m_told.by_verb))
            return Confidence::stated;
        return Confidence::inferred;
    }
    std::string why() const {
        std::vector<std::string> parts;
        if (m_told.trigger.known()) parts.push_back("“" + m_told.trigger.text + "” tells of an attack");
        if (m_told.date) {
            parts.push_back("day " + std::string(to_string(m_told.basis)) + ": " + m_told.date_words.rule);
        } else {
            parts.emplace_back("no day is stated");
        }
        if (m_told.targets.empty()) {
            parts.emplace_back("no place is stated");
        } else {
            parts.push_back("place: " + m_told.targets[0].rule);
            if (!m_told.targets[0].use.mention.found) parts.emplace_back("no gazetteer has the place");
        }
        for (const std::string& reason : m_told.reasons) {
            if (std::find(parts.begin(), parts.end(), reason) == parts.end()) parts.push_back(reason);
        }
        return joined(parts, "; ");
    }

    const Told& m_told;
    const std::vector<Seen>& m_seen;
    const TextToRead& m_text;
    const ProseText& m_prose;
    const CodePointCount& m_points;
    const std::string& m_home;
    DraftReport m_draft;
};

/// The only country that a text names, unless a place that it tells of lies in another: of a text that names
/// several nothing says in which one a village is.
std::string home_of(const Story& story, const std::string& only_country) {
    const auto abroad = [&](const PlaceUse& use) {
        return use.mention.found && !use.mention.found->country.empty() &&
               use.mention.found->country != only_country;
    };
    for (const Told& told : story.told) {
        if (std::any_of(told.parents.begin(), told.parents.end(), abroad)) return {};
        for (const ToldPlace& place : told.targets) {
            if (abroad(place.use)) return {};
        }
    }
    return only_country;
}

}  // namespace

std::vector<DraftReport> drafts_of(const Story& story, const std::vector<Seen>& seen, const TextToRead& text,
                                   const ProseText& prose, const std::string& only_country) {
    const CodePointCount points(prose.text);
    const std::string home = home_of(story, only_country);
    std::vector<DraftReport> drafts;
    std::map<std::string, int> ids;
    for (const Told& told : story.told) {
        DraftReport draft = Drafter(told, seen, text, prose, points, home).draft();
        if (const int again = ids[draft.draft_id]++; again > 0)
            draft.draft_id += "-" + std::to_string(again + 1);
        draft[ReportColumn::report_id] = draft.draft_id;
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

std::vector<Aggregate> aggregates_of(const Story& story, const std::vector<Seen>& seen,
                                     const TextToRead& text, const ProseText& prose) {
    const CodePointCount points(prose.text);
    std::vector<Aggregate> aggregates;
    for (const Sum& sum : story.sums) {
        if (sum.modality != Modality::sum || sum.clause.empty()) continue;
        const Quote quote = quote_of(seen[sum.sentence], prose.text, sum.clause);
        const std::vector<Token>& tokens = seen[sum.sentence].sentence->tokens;
        aggregates.push_back(
            {text.name,
             to_string(sum.modality),
             quote.words,
             {points.at(tokens[quote.at.begin].at.begin), points.at(tokens[quote.at.end - 1].at.end)}});
    }
    return aggregates;
}

const char* to_string(Confidence confidence) {
    switch (confidence) {
        case Confidence::stated:
            return "stated";
        case Confidence::inferred:
            return "inferred";
        case Confidence::weak:
            break;
    }
    return "weak";
}

std::optional<Confidence> confidence_named(std::string_view word) {
    for (const Confidence one : {Confidence::weak, Confidence::inferred, Confidence::stated}) {
        if (word == to_string(one)) return one;
    }
    return std::nullopt;
}

}  // namespace incidentmap
