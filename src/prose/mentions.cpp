// SPDX-License-Identifier: MIT
#include "prose/mentions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/date_words.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/no_places.hpp"
#include "prose/capital.hpp"
#include "prose/going_back.hpp"
#include "prose/mention_area.hpp"
#include "prose/number_word.hpp"
#include "prose/people.hpp"
#include "prose/place_words.hpp"
#include "prose/trigger.hpp"

namespace incidentmap {
namespace {

constexpr std::array<std::string_view, 24> particles{"al",  "el",  "ul",  "ez",  "az", "ad",  "as", "ar",
                                                     "at",  "an",  "ash", "ad",  "de", "del", "la", "las",
                                                     "los", "bin", "ibn", "abu", "es", "esh", "er", "du"};

/// Finds the mentions of one sentence.
class MentionReader {
  public:
    MentionReader(const Sentence& sentence, std::string_view text, TextPlaces& places)
        : m_tokens(sentence.tokens), m_text(text), m_places(places) {}

    std::vector<Mention> read() {
        while (m_at < m_tokens.size()) {
            if (read_arabic() || read_capital() || read_going_back() || read_run()) continue;
            ++m_at;
        }
        return std::move(m_found);
    }

  private:
    std::string slice(Span at) const { return incidentmap::slice(m_text, m_tokens, at); }
    bool is_word_at(std::size_t at) const { return at < m_tokens.size() && m_tokens[at].is_word(); }
    const std::string& low(std::size_t at) const { return m_tokens[at].low; }

    bool begins_name(std::size_t at) const {
        if (!is_word_at(at)) return false;
        if (m_tokens[at].capital) return true;
        return is_one_of(low(at), particles) && is_word_at(at + 1) && m_tokens[at + 1].after_hyphen &&
               m_tokens[at + 1].capital;
    }

    /// Where the capitals that begin here end.
    std::size_t run_end(std::size_t begin) const {
        std::size_t end = begin + 1;
        if (!m_tokens[begin].capital) ++end;
        while (end < m_tokens.size()) {
            const Token& token = m_tokens[end];
            if (token.is_word() && token.capital) {
                ++end;
            } else if ((token.is("’") || token.is("'")) && !token.after_blank && is_word_at(end + 2) &&
                       is_one_of(low(end + 1), particles) && m_tokens[end + 2].capital) {
                end += 3;  // `Saba’ al-Bour`
            } else if (token.is_word() && is_one_of(low(end), particles) && is_word_at(end + 1) &&
                       m_tokens[end + 1].capital &&
                       // `from Tabriz at Erbil`: English, and no article of a name
                       (m_tokens[end + 1].after_hyphen ||
                        !(token.is("at") || token.is("as") || token.is("an")))) {
                end += 2;
            } else if (token.is_word() && (token.is("of") || token.is("and")) && is_word_at(end + 1) &&
                       m_tokens[end + 1].capital && m_places.is_name(slice({begin, run_tail(end + 1)}))) {
                end = run_tail(end + 1);
            } else if (token.is_number() &&
                       (token.after_hyphen || m_places.is_name(slice({begin, end + 1})))) {
                ++end;
            } else {
                break;
            }
        }
        return end;
    }
    std::size_t run_tail(std::size_t at) const {
        while (at < m_tokens.size() && m_tokens[at].is_word() && m_tokens[at].capital) ++at;
        return at;
    }

    /// How many tokens behind the name say its kind: `air base` of `Balad air base`.
    std::size_t kind_behind(std::size_t at) const {
        if (at >= m_tokens.size() || !m_tokens[at].is_word()) return 0;
        const auto hit = place_noun(m_tokens, at);
        return hit ? hit->size : 0;
    }

    /// Whether a word before the name says that a place follows, and how many tokens stand between.
    bool is_governed(std::size_t begin) const {
        // `bombed Pazigyi`, `entered Kyamakanga`: of what else would that be said?
        static constexpr std::array<std::string_view, 12> onto{"raided",   "bombed",    "shelled", "stormed",
                                                               "entered",  "bombarded", "pounded", "overran",
                                                               "captured", "looted",    "torched", "retook"};
        if (begin > 0 && is_one_of(low(begin - 1), onto)) return true;
        std::size_t at = begin;
        for (int steps = 0; steps < 7 && at > 0; ++steps) {
            --at;
            const Token& token = m_tokens[at];
            if (token.is("'s") && at > 0) {  // `Iraq's southern city of Basra`
                --at;
                continue;
            }
            if (!token.is_word()) return false;
            static constexpr std::array<std::string_view, 22> locative{
                "in",     "at",     "near",   "from", "into",   "towards", "toward",  "outside",
                "around", "over",   "inside", "on",   "across", "within",  "between", "off",
                "in",     "beside", "في",     "قرب",  "to",     "against"};
            if (is_one_of(token.low, locative)) return true;
            if (token.is("of")) {
                if (at == 0) return false;
                if (is_place_noun(m_tokens[at - 1]) || is_direction(low(at - 1)) || is_villages(at - 1))
                    return true;
                return false;
            }
            const bool passed = is_direction(token.low) || token.is("the") || token.is("a") ||
                                !country_of_word(token).empty() || is_place_noun(token) ||
                                token.is("strategic") || token.is("capital") || token.is("nearby") ||
                                token.is("'s") || token.is("village") || token.is("border") ||
                                token.is("coastal") || token.is("besieged") || token.is("frontline");
            if (!passed) return false;
        }
        return false;
    }

    /// `villages of Anzourou`
    bool is_villages(std::size_t at) const {
        static constexpr std::array<std::string_view, 8> nouns{
            "villages", "towns", "suburbs", "districts", "outskirts", "areas", "neighbourhoods", "cities"};
        return is_one_of(low(at), nouns);
    }

    bool read_run() {
        if (!begins_name(m_at)) return false;
        std::size_t begin = m_at;
        const std::size_t end = run_end(m_at);
        // A sentence's first word has its capital from there.
        while (begin < end && (begin == 0 || (begin > 0 && m_tokens[begin - 1].is_mark())) &&
               (is_opener(low(begin)) || number_of(m_tokens[begin]) || trigger_at(m_tokens, begin) ||
                weapon_at(m_tokens, begin)))
            ++begin;
        while (begin < end && is_date_word(m_tokens[begin])) ++begin;
        if (begin >= end) {
            m_at = end;
            return true;
        }
        if (take_border({begin, end})) return true;
        if (hyphened(end)) {  // `Iran-backed`, `US-led`
            note_people({begin, end});
            m_at = end;
            return true;
        }
        take_run({begin, end});
        return true;
    }
    bool hyphened(std::size_t end) const {
        return end < m_tokens.size() && m_tokens[end].after_hyphen && m_tokens[end].is_word() &&
               !m_tokens[end].capital;
    }

    void note_people(Span at) {
        for (std::size_t i = at.begin; i < at.end; ++i) {
            const std::string code = country_of_word(m_tokens[i]);
            if (!code.empty()) m_places.note_country(code, code == "US" || code == "GB" ? 0.4 : 1.0);
        }
    }

    /// `the Iraqi-Syrian border`
    bool take_border(Span run) {
        if (run.size() != 2 || !m_tokens[run.begin + 1].after_hyphen || run.end >= m_tokens.size() ||
            !m_tokens[run.end].is("border"))
            return false;
        const Span whole{run.begin, run.end + 1};
        std::optional<FoundPlace> found = m_places.find(slice(whole));
        if (!found) return false;
        add(whole, slice(whole), std::move(found), 0);
        m_found.back().rank = 1;
        return true;
    }

    /// `the Taqadum party`, `a Kia lorry`: the word behind says that the name is of something else.
    bool says_no_place(std::size_t behind) const {
        static constexpr std::array<std::string_view, 18> others{
            "party", "movement", "militia", "faction", "brigade", "brigades", "group", "lorry", "lorries",
            "truck", "trucks",   "pickup",  "pickups", "minibus", "sedan",    "van",   "jeep",  "tribe"};
        return behind < m_tokens.size() && !m_tokens[behind].capital && is_one_of(low(behind), others);
    }

    /// A run of capitals: a place, or what is none.
    void take_run(Span run) {
        note_people(run);
        m_at = run.end;
        if (says_no_place(run.end)) return;
        const bool person = incidentmap::is_person(m_tokens, run);
        if ((person || is_organisation(m_tokens, run)) && (kind_behind(run.end) == 0 || !person)) {
            // The place behind an organisation's name is taken for itself: `US Embassy`, not `Islamic State`.
            if (person && !is_governed(run.begin)) {
                for (std::size_t i = run.begin; i < run.end; ++i) m_places.note_person(low(i));
            }
            if (!is_whole_place(run) || (person && !is_governed(run.begin))) return;
        }
        if (run.size() == 1 && m_places.is_person(low(run.begin)) && kind_behind(run.end) == 0) return;
        if (const auto weapon = weapon_at(m_tokens, run.begin); weapon && weapon->at.end >= run.end) return;
        std::size_t kind = kind_behind(run.end);
        if (kind > 0 && belongs_to_next(run, run.end + kind)) kind = 0;
        for (std::size_t begin = run.begin; begin < run.end; ++begin) {
            if (begin > run.begin && !may_begin_within(run.begin, begin)) break;
            for (std::size_t more : {kind, std::size_t{0}}) {
                if (keep({begin, run.end}, more)) return;
                if (kind == 0) break;
            }
        }
        // `Kawrgosk sub-district`: no gazetteer has it, and its words say that it is a place.
        const auto noun = place_noun(m_tokens, run.begin);
        const bool named = noun && noun->rank >= 3 && run.size() > 1;
        const auto last = place_noun(m_tokens, run.end - 1);
        const bool is_site = last && last->rank >= 4 && run.size() > 1 && is_governed(run.begin);
        // `a Druze town`, `a Bedouin village` name none.
        if (kind > 0 && run.size() == 1 && run.begin > 0 &&
            (low(run.begin - 1) == "a" || low(run.begin - 1) == "an"))
            return;
        if (kind > 0 || named || is_site || names_entry(run) ||
            (run.size() == 1 ? is_governed(run.begin) : is_located(run)))
            keep_unknown(run, kind);
    }
    /// `the Red Sea port of Mokha`: the kind is of the name behind it, where the one before is a sea or a
    /// land.
    bool belongs_to_next(Span run, std::size_t behind) {
        if (behind + 1 >= m_tokens.size() || !m_tokens[behind].is("of") || !m_tokens[behind + 1].capital)
            return false;
        const auto found = m_places.find(slice(run));
        return found && rank_of_kind(found->kind) <= 1;
    }
    /// Within a run of capitals a name begins only behind words of people and directions: `Iraqi Kurdistan`.
    bool may_begin_within(std::size_t first, std::size_t begin) const {
        for (std::size_t i = first; i < begin; ++i) {
            if (country_of_word(m_tokens[i]).empty() && !is_direction(low(i)) && !is_opener(low(i)) &&
                !m_tokens[i].is("greater"))
                return false;
        }
        return true;
    }
    /// Several capitals that no gazetteer has are a place right behind `in` or `near`, and of nobody's.
    bool is_located(Span run) const {
        static constexpr std::array<std::string_view, 8> words{"in",     "at",     "near", "outside",
                                                               "inside", "around", "into", "within"};
        if (run.begin == 0 || (run.end < m_tokens.size() && m_tokens[run.end].is("'s"))) return false;
        if (m_tokens[run.begin - 1].is("of"))  // `the village of al-Bu Hassan`
            return run.begin > 1 && (is_place_noun(m_tokens[run.begin - 2]) || low(run.begin - 2) == "edge" ||
                                     low(run.begin - 2) == "outskirts" || is_villages(run.begin - 2));
        return is_one_of(low(run.begin - 1), words) ||
               (run.size() <= 2 && is_governed(run.begin) && low(run.begin - 1).ends_with("ed"));
    }
    /// `• Wad Al Noura, Aj Jazirah.`, `Kashira, Moscow region: …`: at the head of an entry, with a place that
    /// is known about it.
    bool names_entry(Span run) const {
        for (std::size_t i = 0; i < run.begin; ++i) {
            if (m_tokens[i].is_word() && !is_date_word(m_tokens[i])) return false;
        }
        if (run.end + 1 >= m_tokens.size() || !m_tokens[run.end].is(",") || !begins_name(run.end + 1))
            return false;
        const Span about{run.end + 1, run_end(run.end + 1)};
        const std::size_t end = about.end + kind_behind(about.end);
        const bool ends = end >= m_tokens.size() || m_tokens[end].is(":") || m_tokens[end].is(".") ||
                          m_tokens[end].is("|") || m_tokens[end].is("-");
        return ends && (m_places.is_name(slice(about)) || m_places.is_name(slice({about.begin, end})));
    }
    bool is_whole_place(Span run) const { return m_places.is_name(slice(run)) && run.size() > 1; }

    /// The name with \p more tokens of its kind behind it, where the gazetteer has it.
    bool keep(Span name, std::size_t more) {
        const Span whole{name.begin, name.end + more};
        const std::string bare = slice(name);
        const std::string words = slice(whole);
        const bool of_people = name.size() == 1 && !country_of_word(m_tokens[name.begin]).empty();
        if (of_people && more == 0) return true;  // `Iraqi`: no place
        if (name.size() == 1 && bare.size() < 3 && more == 0) return false;
        const bool governed = is_governed(name.begin);
        if (!governed && more == 0 && !m_places.is_name(bare)) return false;
        std::optional<FoundPlace> found = m_places.find(words);
        if (of_people && !(found && found->is_point && m_places.is_name(words))) return true;
        bool is_bare = false;
        if (!found && more > 0 && (governed || m_places.is_name(bare))) {
            found = m_places.find(bare);
            is_bare = true;
        }
        if (!found) return false;
        add(whole, words, std::move(found), more);
        // `Grayvoron district` is no town, even where only the town is known.
        const auto noun = is_bare ? place_noun(m_tokens, whole.end - more) : std::nullopt;
        Mention& last = m_found.back();
        if (noun && noun->rank == 2 && last.rank == 3) last.rank = 2;
        return true;
    }
    void keep_unknown(Span run, std::size_t kind) {
        std::size_t begin = run.begin;
        const auto is_bare_noun = [&](std::size_t at) {
            return at + 1 == run.end && is_place_noun(m_tokens[at]);
        };
        while (begin + 1 < run.end &&
               (!country_of_word(m_tokens[begin]).empty() || is_direction(low(begin))) &&
               !is_bare_noun(begin + 1))  // `the South Hospital`
            ++begin;
        const Span whole{begin, run.end + kind};
        if (!country_of_word(m_tokens[begin]).empty() && run.end - begin == 1) return;
        add(whole, slice(whole), std::nullopt, kind);
    }

    void add(Span whole, std::string words, std::optional<FoundPlace> found, std::size_t kind) {
        Mention mention;
        mention.at = whole;
        mention.words = std::move(words);
        mention.rank = found ? rank_of_kind(found->kind) : 3;
        mention.is_country = found && found->kind == "country";
        if (found && !found->country.empty())
            m_places.note_country(found->country,
                                  mention.is_country ? (found->country == "US" ? 0.4 : 2.0) : 1.0);
        if (kind > 0) {
            const auto hit = place_noun(m_tokens, whole.end - kind);
            mention.noun = m_tokens[whole.end - 1].low;
            const auto said = hit->rank;
            mention.rank = found && said < mention.rank ? mention.rank : said;
        } else if (!found && whole.size() > 1 && kind == 0 && place_noun(m_tokens, whole.end - 1)) {
            mention.noun = low(whole.end - 1);
            mention.rank = place_noun(m_tokens, whole.end - 1)->rank;
        } else if (!found && whole.size() > 1 && place_noun(m_tokens, whole.begin)) {
            mention.noun = low(whole.begin);
            mention.rank = place_noun(m_tokens, whole.begin)->rank;
        }
        mention.found = std::move(found);
        if (mention.found && mention.rank >= 3) m_places.note_company(*mention.found);
        heed_kind_before(mention, m_tokens, m_places);
        heed_kind_behind(mention, m_tokens);
        widen_to_part(mention, m_tokens, m_text, m_places);
        m_at = mention.at.end;
        m_found.push_back(std::move(mention));
    }

    /// Arabic has no capitals: a name stands behind a word that says where, or behind one of its kind.
    bool read_arabic() {
        const Token& token = m_tokens[m_at];
        if (token.stems.empty()) return false;
        static constexpr std::array<std::string_view, 16> before{
            "وفي", "وعلي", "في",     "علي",  "قرب", "من",  "داخل",  "محيط",
            "نحو", "الي",  "باتجاه", "تجاه", "صوب", "فوق", "اطراف", "وسط"};
        const bool governed = m_at > 0 && has_stem_of(m_tokens[m_at - 1], before);
        const bool of_kind = is_place_noun(token);
        if (governed || of_kind) {
            for (std::size_t size = std::min<std::size_t>(4, m_tokens.size() - m_at); size > 0; --size) {
                if (of_kind && size == 1) break;
                bool whole = true;
                for (std::size_t i = m_at; i < m_at + size; ++i) whole = whole && !m_tokens[i].stems.empty();
                if (!whole) continue;
                const std::string words = slice({m_at, m_at + size});
                std::string bare = size > 1 ? slice({m_at + 1, m_at + size}) : words;
                // `العاصمة الصومالية مقديشو`
                if (size > 2 && token.low.ends_with("عاصمه") && low(m_at + 1).starts_with("ال"))
                    bare = slice({m_at + 2, m_at + size});
                if (!m_places.is_name(words) && !(of_kind && m_places.is_name(bare))) continue;
                std::optional<FoundPlace> found = m_places.find(words);
                if (!found && of_kind) found = m_places.find(bare);
                if (!found) continue;
                add({m_at, m_at + size}, words, std::move(found), 0);
                return true;
            }
            // `مدينة الكومة`: no gazetteer has it, and its word says that it is a place.
            if (of_kind && m_at + 1 < m_tokens.size() && m_tokens[m_at + 1].low.starts_with("ال")) {
                add({m_at, m_at + 2}, slice({m_at, m_at + 2}), std::nullopt, 0);
                return true;
            }
        }
        if (read_going_back()) return true;
        ++m_at;
        return true;
    }
    template <std::size_t count>
    static bool has_stem_of(const Token& token, const std::array<std::string_view, count>& words) {
        return std::any_of(token.stems.begin(), token.stems.end(),
                           [&](const std::string& stem) { return is_one_of(stem, words); });
    }

    bool read_capital() {
        auto mention = capital_at(m_tokens, m_text, m_at, m_places);
        if (!mention) return false;
        m_at = mention->at.end;
        m_found.push_back(std::move(*mention));
        return true;
    }

    bool read_going_back() {
        auto mention = going_back_at(m_tokens, m_text, m_at);
        if (!mention) return false;
        m_at = mention->at.end;
        m_found.push_back(std::move(*mention));
        return true;
    }

    const std::vector<Token>& m_tokens;
    std::string_view m_text;
    TextPlaces& m_places;
    std::vector<Mention> m_found;
    std::size_t m_at = 0;
};

}  // namespace

std::vector<Mention> mentions_in(const Sentence& sentence, std::string_view text, TextPlaces& places) {
    return MentionReader(sentence, text, places).read();
}

}  // namespace incidentmap
