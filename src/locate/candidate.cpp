// SPDX-License-Identifier: MIT
#include "locate/candidate.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/spelling/code_points.hpp"
#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/similarity.hpp"
#include "locate/list_of_towns.hpp"

namespace incidentmap {
namespace {

constexpr double least_score = 0.60;
constexpr double code = 0.98;
constexpr double same_name = 0.95;
constexpr double same_sounds = 0.88;
constexpr double one_typo = 0.83;
constexpr double former = 0.10;
constexpr double other_script = 0.06;
constexpr double from_arabic = 0.03;
constexpr double article_asked = 0.06;
constexpr double article_not_asked = 0.02;
constexpr double town_or_city = 0.99;  ///< reports call a city a town
constexpr double other_size = 0.95;    ///< a village that is asked for as a town
constexpr double unknown_size = 0.98;  ///< the same where no source knows how many people live there
constexpr double least_similarity_of_short = 0.80;
constexpr std::size_t short_name = 4;         ///< letters
constexpr std::size_t short_arabic_name = 3;  ///< its short vowels are not written

/// A code of up to four letters is a word in small letters (`in`, `us`, `hema`), so it counts in capitals
/// only.
bool is_code_as_written(std::string_view asked, const Name& name) {
    return name.text.size() > 4 || trimmed(asked) == name.text;
}

bool is_town_or_village(std::string_view kind) {
    return kind == "city" || kind == "town" || kind == "village";
}

/// Most lists of places have one word for every settlement whose people nobody counted.
bool is_of_unknown_size(const Place& place) { return place.kind == "village" && place.population == 0; }

/// Installations that reports take for one another: an air base for an airport, an oil field for a gas field.
bool of_one_trade(std::string_view a, std::string_view b) {
    constexpr std::string_view trades[] = {
        "airport airfield air base military base training range headquarters compound",
        "oil field gas field refinery",
    };
    return std::any_of(std::begin(trades), std::end(trades), [&](std::string_view trade) {
        return trade.find(a) != std::string_view::npos && trade.find(b) != std::string_view::npos;
    });
}

/// A province and a district of one name are two areas, and a sea is no land.
double fit_of_areas(std::string_view asked, std::string_view kind) {
    if (asked == "sea" || kind == "sea") return 0.65;
    const auto is_small = [](std::string_view area) { return area == "district" || area == "subdistrict"; };
    return is_small(asked) == is_small(kind) ? 0.90 : 0.65;
}

bool has_article_before(const std::vector<NameForm>& forms) {
    return std::any_of(forms.begin(), forms.end(), [](const NameForm& form) { return form.without_article; });
}

/// What the name loses for an article that only one of the two has: English leaves articles out, but puts
/// none in.
double article_loss(const AskedName& asked, const NameHit& hit) {
    bool one_only = hit.without_article || hit.asked_without_article;
    if (hit.form != MatchForm::normal)
        one_only = asked.script == hit.name.script &&
                   asked.has_article != has_article_before(name_forms(hit.name.text, true));
    if (!one_only) return 0;
    return asked.has_article ? article_asked : article_not_asked;
}

/// How well the kind of a place fits the generic words of the name asked for.
double kind_fit(const AskedName& asked, const NameHit& hit) {
    const std::string_view group = kind_group(hit.place.kind);
    if (!asked.asks_for_kind()) {
        const bool bare = hit.form == MatchForm::normal ? hit.without_kind_words
                                                        : !name_parts(hit.name.text).kind_words.empty();
        return bare && group != "settlement" ? 0.80 : 1;
    }
    double fit = 0.45;
    const std::vector<KindWord> own = name_parts(hit.name.text).kind_words;
    for (const KindWord& word : asked.parts.kind_words) {
        if (word.kind == hit.place.kind || says_kind(word.words, hit.place.kind, hit.place.country)) return 1;
        const bool says_so =
            std::any_of(own.begin(), own.end(), [&](const KindWord& mine) { return mine.kind == word.kind; });
        if (says_so && kind_group(word.kind) == group) return 1;
        if (is_town_or_village(word.kind) && is_town_or_village(hit.place.kind))
            fit = std::max(fit, is_of_unknown_size(hit.place)                           ? unknown_size
                                : word.kind != "village" && hit.place.kind != "village" ? town_or_city
                                                                                        : other_size);
        if (kind_group(word.kind) != group) continue;
        if (group == "admin") {
            fit = std::max(fit, fit_of_areas(word.kind, hit.place.kind));
            continue;
        }
        fit = std::max(fit, group != "installation" || of_one_trade(word.kind, hit.place.kind) ? 0.90 : 0.65);
    }
    return fit;
}

double score_of_same_letters(MatchForm form) {
    return form == MatchForm::phonetic_key ? same_sounds : one_typo;
}

/// How well a name fits that only sounds like the one asked for, or is a slip away: by its letters. \p
/// short_bones whether the phonetic key has two letters or fewer: so many names share it that it says little
/// by itself.
double score_of_differing(MatchForm form, double similar, bool short_bones) {
    if (short_bones && similar < least_similarity_of_short) return 0;
    return score_of_same_letters(form) - (1 - similar);
}

double score_of(const AskedName& asked, const NameHit& hit, bool short_bones) {
    if (hit.form == MatchForm::code) return code;
    double score = same_name;
    if (hit.form != MatchForm::normal) {
        const double similar =
            hit.alike ? *hit.alike : similarity(asked.letters, ComparedName(compared_form(hit.name.text)));
        score = score_of_differing(hit.form, similar, short_bones);
        if (score < least_score) return 0;
        if (hit.name.script != asked.script) score -= asked.script == "Arab" ? from_arabic : other_script;
    }
    score -= article_loss(asked, hit);
    if (hit.name.sort == "former") score -= former;
    return hit.form == MatchForm::normal && !hit.without_kind_words ? score : score * kind_fit(asked, hit);
}

bool goes_before(const Candidate& a, const Candidate& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.gazetteer != b.gazetteer) return a.gazetteer < b.gazetteer;
    if (a.place().population != b.place().population) return a.place().population > b.place().population;
    return a.place().id < b.place().id;
}

/// Candidates in the making: each place once.
class CandidateList {
  public:
    CandidateList() = default;
    explicit CandidateList(std::vector<Candidate> candidates) : m_candidates(std::move(candidates)) {
        for (const Candidate& candidate : m_candidates)
            m_numbers.emplace(candidate.place().id, m_numbers.size());
    }

    void add(Candidate candidate) {
        const auto [found, is_new] = m_numbers.try_emplace(candidate.place().id, m_candidates.size());
        if (is_new) {
            m_candidates.push_back(std::move(candidate));
            return;
        }
        Candidate& same = m_candidates[found->second];
        if (candidate.score <= same.score) return;
        // A later gazetteer may know more names; the earlier one's point and kind stay.
        same.score = candidate.score;
        same.hit.name = std::move(candidate.hit.name);
        same.hit.form = candidate.hit.form;
        same.hit.without_kind_words = candidate.hit.without_kind_words;
    }

    /// Best first.
    std::vector<Candidate> taken() && {
        std::stable_sort(m_candidates.begin(), m_candidates.end(), goes_before);
        return std::move(m_candidates);
    }

  private:
    std::vector<Candidate> m_candidates;
    std::unordered_map<std::string, std::size_t> m_numbers;  ///< by place id
};

void add_hits(CandidateList& candidates, const AskedName& asked, std::vector<NameHit> hits,
              std::size_t gazetteer, bool short_bones = false) {
    for (NameHit& hit : hits) {
        if (hit.name.sort == "code") {
            if (!is_code_as_written(asked.text, hit.name)) continue;
            hit.form = MatchForm::code;
        }
        const bool differs = hit.form == MatchForm::phonetic_key || hit.form == MatchForm::misspelt;
        if (differs && hit.place.kind == "country") continue;
        const double score = score_of(asked, hit, short_bones);
        if (score >= least_score) candidates.add({std::move(hit), gazetteer, score, {}, 0});
    }
}

/// What meets the name without its kind words or its article.
void add_shorter(CandidateList& candidates, const AskedName& asked, const Gazetteer& gazetteer,
                 std::size_t number) {
    for (const NameForm& form : asked.shorter) {
        std::vector<NameHit> hits = gazetteer.by_normal_form(form.normal);
        std::erase_if(hits, [&](const NameHit& hit) {
            return hit.name.sort == "code" || (form.without_article && !uses_phonetic_key(hit.place.country));
        });
        for (NameHit& hit : hits) {
            hit.without_kind_words = hit.without_kind_words || form.without_kind_words;
            // `Al Qaim` and `Al-Qa'im` meet without their articles too, but had them both.
            hit.asked_without_article = form.without_article != hit.without_article;
            hit.without_article = false;
        }
        add_hits(candidates, asked, std::move(hits), number);
    }
}

/// Whether a spelling of that phonetic key may be a candidate: what its letters say, before its place is
/// read.
NameTest is_alike(const AskedName& asked, MatchForm form, bool short_bones) {
    constexpr double rounding = 1e-6;
    const double least = 1 - (score_of_same_letters(form) - least_score) - rounding;
    return [&asked, form, short_bones, least](const ComparedName& spelling) -> std::optional<double> {
        const double similar = similarity(asked.letters, spelling, least);
        if (score_of_differing(form, similar, short_bones) < least_score) return std::nullopt;
        return similar;
    };
}

void add_that_sound_alike(CandidateList& candidates, const AskedName& asked, const Gazetteer& gazetteer,
                          std::size_t number) {
    const auto add = [&](const std::string& key) {
        const bool is_short = key.size() <= 2;
        const NameTest alike = is_alike(asked, MatchForm::phonetic_key, is_short);
        add_hits(candidates, asked, gazetteer.by_phonetic_key(key, alike), number, is_short);
    };
    if (!asked.phonetic_key.empty()) add(asked.phonetic_key);
    for (const std::string& other : asked.other_phonetic_keys) add(other);
}

void add_misspelt(CandidateList& candidates, const AskedName& asked, const Gazetteer& gazetteer,
                  std::size_t number) {
    const std::string& form = asked.shorter.empty() ? asked.normal : asked.shorter.back().normal;
    add_hits(candidates, asked, gazetteer.by_misspelt_form(form), number);
    const NameTest alike = is_alike(asked, MatchForm::misspelt, false);
    if (!asked.phonetic_key.empty())
        add_hits(candidates, asked, gazetteer.by_misspelt_phonetic_key(asked.phonetic_key, alike), number);
}

}  // namespace

AskedName asked_name(std::string_view text) {
    AskedName asked{std::string(trimmed(text)), normal_form(text),
                    compared_form(text),        script_of(text),
                    name_parts(text),           false};
    asked.shorter = name_forms(asked.text, true);
    asked.has_article = has_article_before(asked.shorter);
    if (!asked.shorter.empty()) asked.shorter.erase(asked.shorter.begin());
    asked.letters = ComparedName(asked.compared);
    asked.phonetic_key = phonetic_key(asked.text).text;
    asked.other_phonetic_keys = other_phonetic_keys(asked.text);
    const std::size_t letters = code_points(asked.parts.core_normal).size();
    asked.is_short = letters <= (asked.script == "Arab" ? short_arabic_name : short_name);
    return asked;
}

bool is_whole_name(const std::vector<Gazetteer>& gazetteers, std::string_view text) {
    const std::string normal = normal_form(text);
    if (normal.empty()) return false;
    return std::any_of(gazetteers.begin(), gazetteers.end(), [&](const Gazetteer& gazetteer) {
        const std::vector<NameHit> hits = gazetteer.by_normal_form(normal);
        return std::any_of(hits.begin(), hits.end(), [&](const NameHit& hit) {
            return hit.form == MatchForm::code ? is_code_as_written(text, hit.name) : !hit.without_kind_words;
        });
    });
}

std::vector<Candidate> candidates_for(const std::vector<Gazetteer>& gazetteers, const AskedName& asked,
                                      const Search& search) {
    CandidateList candidates;
    if (asked.normal.empty()) return {};
    for (std::size_t i = 0; i < gazetteers.size(); ++i) {
        const Gazetteer& gazetteer = gazetteers[i];
        const bool may_differ = !asked.is_short && !(search.is_bare && lists_towns_only(gazetteer));
        if (search.reach == Reach::misspelt) {
            if (may_differ) add_misspelt(candidates, asked, gazetteer, i);
            continue;
        }
        add_hits(candidates, asked, gazetteer.by_normal_form(asked.normal), i);
        add_shorter(candidates, asked, gazetteer, i);
        if (may_differ) add_that_sound_alike(candidates, asked, gazetteer, i);
    }
    return std::move(candidates).taken();
}

void add_candidates(std::vector<Candidate>& candidates, std::vector<Candidate> more) {
    CandidateList all(std::move(candidates));
    for (Candidate& candidate : more) all.add(std::move(candidate));
    candidates = std::move(all).taken();
}

}  // namespace incidentmap
