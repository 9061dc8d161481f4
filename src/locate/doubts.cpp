// SPDX-License-Identifier: MIT
#include "locate/doubts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "gazetteer/spelling/name_forms.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/ordinary_words.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "gazetteer/spelling/similarity.hpp"
#include "locate/parent.hpp"
#include "locate/score.hpp"
#include "locate/tie_break.hpp"

namespace incidentmap {
namespace {

/// What a place loses for lying outside the province stated: it may be meant only where nothing within fits
/// as well.
double border_penalty(double outside_m) {
    return outside_m == 0 ? 0 : 0.07 + 0.13 * outside_m / border_doubt_m;
}

/// A village, a quarter, a farm: there may be another of its name that no gazetteer has.
bool is_small(const Place& place) {
    return (place.kind == "village" || place.kind == "quarter" || place.kind == "locality") &&
           place.population < populous;
}

/// Arabic leaves short vowels out, so that names that differ are written alike.
bool is_unvowelled(const AskedName& asked, const Candidate& candidate) {
    return asked.script == "Arab" && candidate.hit.form == MatchForm::normal && is_small(candidate.place());
}

/// Whether of two names in Arabic letters one has an article that the other lacks, at its beginning or
/// within.
bool differs_in_arabic_article(const AskedName& asked, const Candidate& candidate) {
    if (asked.script != "Arab" || candidate.hit.name.script != "Arab") return false;
    const auto articles = [](std::string_view text) {
        const std::vector<Word> words = words_of(text);
        return std::count_if(words.begin(), words.end(),
                             [](const Word& word) { return word.normal.starts_with("ال"); });
    };
    return articles(asked.text) != articles(candidate.hit.name.text);
}

/// How well the names fit of those that were set aside, by country; least first.
using Fits = std::map<std::string, std::vector<double>>;

Fits fits_of(const std::vector<Candidate>& set_aside) {
    Fits fits;
    for (const Candidate& candidate : set_aside) fits[candidate.place().country].push_back(candidate.score);
    for (auto& [country, scores] : fits) std::sort(scores.begin(), scores.end());
    return fits;
}

/// What a name loses for its namesakes outside the province stated: how many fit as well, and whether one
/// fits better. A town that many know is meant whatever villages share its name.
double namesakes_loss(const Fits& namesakes, const AskedName& asked, const Candidate& candidate) {
    const auto found = namesakes.find(candidate.place().country);
    if (found == namesakes.end()) return 0;
    const std::vector<double>& fits = found->second;
    const double best = std::max(0.0, fits.back());
    const auto as_well = static_cast<double>(
        fits.end() - std::lower_bound(fits.begin(), fits.end(), candidate.score - ambiguity_margin / 2));
    double loss = best >= candidate.score + ambiguity_margin ? better_elsewhere : 0;
    if (!is_small(candidate.place())) return loss;
    const double doublings = std::min(most_doublings, std::log2(1 + as_well));
    return loss + common_name * doublings * (is_unvowelled(asked, candidate) ? 2 : 1);
}

/// Whether the name that was met is another than the place's own, and no other spelling of it. Of a short
/// name every other spelling is another name.
bool is_other_name(const AskedName& asked, const Candidate& candidate) {
    constexpr double least_similar = 0.75;
    const Name& name = candidate.hit.name;
    if (asked.script != "Latn" || candidate.differs() || name.sort == "preferred" || name.sort == "code")
        return false;
    const std::string own = compared_form(candidate.place().name);
    const std::string other = compared_form(name.text);
    return asked.is_short ? own != other : similarity(other, own) < least_similar;
}

}  // namespace

double other_name_loss(const AskedName& asked, const Candidate& candidate) {
    if (!is_other_name(asked, candidate)) return 0;
    const Place& place = candidate.place();
    const bool is_known = place.population >= (asked.is_short ? known_by_short_names : known_by_other_names);
    return kind_group(place.kind) != "settlement" || is_known ? second_name : second_name_of_few;
}

double doubt_of(const AskedName& asked, const Candidate& answer, bool bare) {
    double doubt = 0;
    if (is_unvowelled(asked, answer)) {
        doubt = without_vowels;
    } else if (bare && is_small(answer.place()) && answer.hit.form == MatchForm::normal) {
        doubt = bare_village;
    }
    return differs_in_arabic_article(asked, answer) ? std::max(doubt, arabic_article) : doubt;
}

void apply_doubts(const Ranking& ranking, std::vector<Candidate>& standing, const AskedName& asked,
                  bool bare) {
    const Fits namesakes = fits_of(ranking.set_aside);
    for (Candidate& candidate : standing) {
        candidate.score -= border_penalty(candidate.outside_m);
        candidate.score -= namesakes_loss(namesakes, asked, candidate);
        const bool differs =
            candidate.hit.form == MatchForm::phonetic_key || candidate.hit.form == MatchForm::misspelt;
        if (bare && differs && candidate.place().population < well_known) candidate.score -= nothing_stated;
        const bool whole = candidate.hit.form == MatchForm::code ||
                           (candidate.hit.form == MatchForm::normal && !candidate.hit.without_kind_words);
        if (bare && !whole && is_ordinary_word(asked.normal)) candidate.score -= ordinary_word;
        if (bare && candidate.hit.form == MatchForm::misspelt && candidate.place().population >= populous)
            candidate.score += typo_of_known;
    }
    std::stable_sort(standing.begin(), standing.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

}  // namespace incidentmap
