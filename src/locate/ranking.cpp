// SPDX-License-Identifier: MIT
#include "locate/ranking.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/ordinary_words.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/homonyms.hpp"
#include "locate/reasons.hpp"
#include "locate/score.hpp"

namespace incidentmap {
namespace {

constexpr std::int64_t populous = 10'000;
constexpr std::int64_t population_ratio = 10;
constexpr std::int64_t well_known = 100'000;

/// Sets aside the candidates of which \p test is true, with what \p why says of each.
template <typename Test, typename Why>
void set_aside_if(Ranking& ranking, std::vector<Candidate>& standing, Test test, Why why) {
    for (Candidate& candidate : standing) {
        if (!test(candidate)) continue;
        candidate.set_aside = why(candidate);
        ranking.set_aside.push_back(candidate);
    }
    std::erase_if(standing, [](const Candidate& candidate) { return !candidate.set_aside.empty(); });
}

/// What a place loses for lying outside the province stated: it may be meant only where nothing within fits
/// as well.
double border_penalty(double outside_m) {
    return outside_m == 0 ? 0 : 0.07 + 0.13 * outside_m / border_doubt_m;
}

std::string_view group(const Place& place) { return kind_group(place.kind); }

std::string_view group(const Candidate& candidate) { return group(candidate.place()); }

/// Applies one parent. One that no gazetteer knows decides nothing, and is told. A place a little outside may
/// be meant, but less likely.
void apply_parent(Ranking& ranking, std::vector<Candidate>& standing, const Parent& parent) {
    if (!parent.is_known()) {
        ranking.reasons.push_back("\"" + parent.words() +
                                  "\" is in no gazetteer loaded and decided nothing.");
        return;
    }
    for (Candidate& candidate : standing) {
        candidate.outside_m = std::max(candidate.outside_m, parent.outside_m(candidate.place()));
    }
    set_aside_if(
        ranking, standing, [](const Candidate& c) { return c.outside_m > border_doubt_m; },
        [&](const Candidate&) { return "it is not in " + parent.words(); });
}

/// What is to be told of the parents once the answer is known.
void tell_parents(Ranking& ranking, const std::vector<std::string>& parents) {
    if (ranking.answer.empty() || parents.empty()) return;
    const double outside = ranking.answer.front().outside_m;
    const std::string all = joined(parents, " and in ");
    if (outside == 0) {
        ranking.reasons.push_back("It lies in " + all + ", as stated.");
    } else {
        ranking.reasons.push_back("By the gazetteer's borders it lies " + distance_for_people(outside) +
                                  " outside " + all + ", as stated; borders differ between sources.");
    }
}

/// A bare name shared by a province and a village elsewhere is the province: only a town in it, its seat
/// mostly, or a city stands before a province of its name.
void apply_province(Ranking& ranking, std::vector<Candidate>& standing) {
    const auto province = std::find_if(standing.begin(), standing.end(),
                                       [](const Candidate& c) { return c.place().kind == "province"; });
    if (province == standing.end()) return;
    const Candidate lead = *province;
    const auto belongs = [&](const Candidate& c) {
        if (c.place().kind == "city") return true;
        const bool there =
            !c.place().admin1.empty() && normal_form(c.place().admin1) == normal_form(lead.place().name);
        const double away = geodesic(c.place().point, lead.place().point).distance_m;
        return c.place().kind == "town" && (there || away <= lead.place().extent_m);
    };
    const bool has_town = std::any_of(standing.begin(), standing.end(), [&](const Candidate& c) {
        return group(c) == "settlement" && c.score > lead.score - ambiguity_margin && belongs(c);
    });
    if (has_town) return;
    set_aside_if(
        ranking, standing,
        [&](const Candidate& c) {
            return group(c) == "settlement" && c.score <= lead.score + ambiguity_margin;
        },
        [&](const Candidate&) {
            return "the bare name is better known as the province " + lead.place().name;
        });
}

/// A country's name is the country; a bare name is the town rather than its province or a base named after
/// it.
void apply_kind(Ranking& ranking, std::vector<Candidate>& standing, const AskedName& asked) {
    if (asked.asks_for_kind()) return;
    const auto best_form_of = [&](auto test) {
        const Candidate* best = nullptr;
        for (const Candidate& c : standing) {
            if (test(c) && (best == nullptr || c.score > best->score)) best = &c;
        }
        return best == nullptr ? 0.0 : best->score;
    };
    if (best_form_of([](const Candidate& c) { return c.place().kind == "country"; }) >= 0.95) {
        set_aside_if(
            ranking, standing, [](const Candidate& c) { return c.place().kind != "country"; },
            [](const Candidate&) { return std::string("a country's name is the country"); });
        return;
    }
    apply_province(ranking, standing);
    const double town = best_form_of([](const Candidate& c) { return group(c) == "settlement"; });
    set_aside_if(
        ranking, standing,
        [&](const Candidate& c) {
            const bool close =
                group(c) == "installation" &&
                std::any_of(standing.begin(), standing.end(), [&](const Candidate& other) {
                    return group(other) == "settlement" &&
                           geodesic(c.place().point, other.place().point).distance_m <= neighbour_distance_m;
                });
            return town > 0 && group(c) != "settlement" && c.score <= town && !close;
        },
        [](const Candidate& c) {
            return "without a word such as " + c.place().kind + " the name is the town";
        });
}

/// A list of larger towns says nothing of smaller places of the same name, so a bare name that it alone has
/// must be of a place that is far more populous than any of them could be.
void apply_coverage(Ranking& ranking, std::vector<Candidate>& standing,
                    const std::vector<Gazetteer>& gazetteers) {
    set_aside_if(
        ranking, standing,
        [&](const Candidate& c) {
            const std::int64_t least = gazetteers[c.gazetteer].least_population();
            return least > 0 && group(c) == "settlement" && c.hit.form != MatchForm::code &&
                   c.place().population < population_ratio * least;
        },
        [&](const Candidate& c) {
            return "the gazetteer " + gazetteers[c.gazetteer].name() +
                   " lists larger towns only, so that others may share the name; state the country";
        });
}

double distance_m(const Candidate& a, const Candidate& b) {
    return geodesic(a.place().point, b.place().point).distance_m;
}

bool are_twins(const Candidate& a, const Candidate& b) {
    const Place& p = a.place();
    const Place& q = b.place();
    const double apart = distance_m(a, b);
    if (apart <= neighbour_distance_m) return true;
    return apart <= twin_distance_m && group(a) == group(b) && p.country == q.country && p.admin1 == q.admin1;
}

/// Whether a place is of 10,000 people or more and ten times as populous as any other but its twins.
bool is_far_more_populous(const Candidate& lead, const std::vector<Candidate>& level) {
    const std::int64_t people = lead.place().population;
    return people >= populous && std::all_of(level.begin(), level.end(), [&](const Candidate& c) {
               return are_twins(c, lead) || c.place().population <= people / population_ratio;
           });
}

/// Of those that fit equally well, the earliest gazetteer's go before later ones'; but a village of one
/// country does not go before another country's for the order of their gazetteers. True where that decided
/// and the population would not have.
bool apply_order(Ranking& ranking, std::vector<Candidate>& level, const std::vector<Gazetteer>& gazetteers) {
    const std::size_t first =
        std::min_element(level.begin(), level.end(), [](const Candidate& a, const Candidate& b) {
            return a.gazetteer < b.gazetteer;
        })->gazetteer;
    const Candidate lead =
        *std::find_if(level.begin(), level.end(), [&](const Candidate& c) { return c.gazetteer == first; });
    const std::string_view kind = lead.place().kind;
    const bool notable = kind != "village" && kind != "quarter" && kind != "locality";
    const std::size_t before = level.size();
    const bool stands_out = is_far_more_populous(lead, level);
    set_aside_if(
        ranking, level,
        [&](const Candidate& c) {
            const bool may_decide = c.place().country == lead.place().country || notable;
            return c.gazetteer != first && may_decide && !are_twins(c, lead);
        },
        [&](const Candidate&) { return "the gazetteer " + gazetteers[first].name() + " goes first"; });
    return level.size() < before && !stands_out;
}

void apply_nearness(Ranking& ranking, std::vector<Candidate>& level, LonLat near) {
    const auto from_near = [&](const Candidate& c) { return geodesic(near, c.place().point).distance_m; };
    std::stable_sort(level.begin(), level.end(),
                     [&](const Candidate& a, const Candidate& b) { return from_near(a) < from_near(b); });
    const Candidate lead = level.front();
    set_aside_if(
        ranking, level, [&](const Candidate& c) { return !are_twins(c, lead); },
        [&](const Candidate&) {
            return lead.place().name + " in " + lead.place().admin1 + " is nearer to the place asked for";
        });
}

/// Who is named together lies together more often than not: one of several homonyms that has a companion near
/// by, where all others are far from all of them. True where that decided.
bool apply_company(Ranking& ranking, std::vector<Candidate>& level, const std::vector<Companion>& company) {
    const auto nearest_to = [&](const Candidate& c) {
        return *std::min_element(company.begin(), company.end(), [&](const Companion& a, const Companion& b) {
            return geodesic(c.place().point, a.point).distance_m <
                   geodesic(c.place().point, b.point).distance_m;
        });
    };
    const auto away_m = [&](const Candidate& c) {
        return geodesic(c.place().point, nearest_to(c).point).distance_m;
    };
    const Candidate lead =
        *std::min_element(level.begin(), level.end(),
                          [&](const Candidate& a, const Candidate& b) { return away_m(a) < away_m(b); });
    const double near = away_m(lead);
    const bool clear =
        near <= company_reach_m && std::all_of(level.begin(), level.end(), [&](const Candidate& c) {
            const double away = away_m(c);
            return are_twins(c, lead) || (away >= 2 * near && away >= near + company_lead_m);
        });
    if (!clear) return false;
    const Companion with = nearest_to(lead);
    ranking.reasons.push_back(
        "Of the " + std::to_string(level.size()) + " places that fit it is the one near " + with.name + ", " +
        distance_for_people(near) + " away, which " +
        (with.same_report ? "the same report" : "another report of the incident") + " names.");
    set_aside_if(
        ranking, level, [&](const Candidate& c) { return !are_twins(c, lead); },
        [&](const Candidate& c) {
            return "it is " + distance_for_people(away_m(c)) + " from " + nearest_to(c).name +
                   ", which is named with it";
        });
    const auto first = std::find_if(level.begin(), level.end(),
                                    [&](const Candidate& c) { return c.place().id == lead.place().id; });
    std::rotate(level.begin(), first, first + 1);
    return true;
}

void apply_population(Ranking& ranking, std::vector<Candidate>& level) {
    const auto most = std::max_element(
        level.begin(), level.end(),
        [](const Candidate& a, const Candidate& b) { return a.place().population < b.place().population; });
    const Candidate lead = *most;
    if (!is_far_more_populous(lead, level)) return;
    set_aside_if(
        ranking, level, [&](const Candidate& c) { return !are_twins(c, lead); },
        [&](const Candidate&) { return lead.place().name + " is far more populous"; });
    std::stable_sort(level.begin(), level.end(), [](const Candidate& a, const Candidate& b) {
        return a.place().population > b.place().population;
    });
}

bool all_twins_of_first(const std::vector<Candidate>& level) {
    return std::all_of(level.begin() + 1, level.end(),
                       [&](const Candidate& c) { return are_twins(level.front(), c); });
}

/// Of three or more entries that are one answer and differ in nothing but where they lie, the one in the
/// middle leads: it is nearest to all that may be meant.
void lead_with_the_middle(std::vector<Candidate>& twins) {
    const Candidate& first = twins.front();
    const bool similar = std::all_of(twins.begin(), twins.end(), [&](const Candidate& c) {
        return c.gazetteer == first.gazetteer && c.place().kind == first.place().kind;
    });
    if (twins.size() < 3 || !similar) return;
    const auto farthest_m = [&](const Candidate& c) {
        double farthest = 0;
        for (const Candidate& other : twins) farthest = std::max(farthest, distance_m(c, other));
        return farthest;
    };
    const auto middle = std::min_element(
        twins.begin(), twins.end(),
        [&](const Candidate& a, const Candidate& b) { return farthest_m(a) < farthest_m(b); });
    std::rotate(twins.begin(), middle, middle + 1);
}

/// Of those that nothing stated tells apart, the lesser claims go; true where one is left and its twins.
bool apply_claims(Ranking& ranking, std::vector<Candidate>& level, const AskedName& asked,
                  const std::vector<Gazetteer>& gazetteers) {
    const std::vector<std::string> claims = lesser_claims(level, asked, gazetteers);
    std::vector<Candidate> best;
    for (std::size_t i = 0; i < level.size(); ++i) {
        if (claims[i].empty()) best.push_back(level[i]);
    }
    if (best.size() == level.size() || !all_twins_of_first(best)) return false;
    for (std::size_t i = 0; i < level.size(); ++i) level[i].set_aside = claims[i];
    std::copy_if(level.begin(), level.end(), std::back_inserter(ranking.set_aside),
                 [](const Candidate& c) { return !c.set_aside.empty(); });
    level = std::move(best);
    return true;
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

/// What the fit of the answer loses in the end, for all that stands behind it.
double doubt_of(const AskedName& asked, const Candidate& answer, bool bare) {
    double doubt = 0;
    if (is_unvowelled(asked, answer)) {
        doubt = without_vowels;
    } else if (bare && is_small(answer.place()) && answer.hit.form == MatchForm::normal) {
        doubt = bare_village;
    }
    return differs_in_arabic_article(asked, answer) ? std::max(doubt, arabic_article) : doubt;
}

/// What a name loses for its namesakes outside the province stated: how many fit as well, and whether one
/// fits better. A town that many know is meant whatever villages share its name.
double namesakes_loss(const Ranking& ranking, const AskedName& asked, const Candidate& candidate) {
    double best = 0;
    int as_well = 0;
    for (const Candidate& other : ranking.set_aside) {
        if (other.place().country != candidate.place().country) continue;
        best = std::max(best, other.score);
        if (other.score >= candidate.score - ambiguity_margin / 2) ++as_well;
    }
    double loss = best >= candidate.score + ambiguity_margin ? better_elsewhere : 0;
    if (!is_small(candidate.place())) return loss;
    const double doublings = std::min(most_doublings, std::log2(1 + as_well));
    return loss + common_name * doublings * (is_unvowelled(asked, candidate) ? 2 : 1);
}

/// What the context says of how well names fit at all: namesakes outside the province stated, and nothing
/// stated at all.
void apply_doubts(const Ranking& ranking, std::vector<Candidate>& standing, const AskedName& asked,
                  bool bare) {
    for (Candidate& candidate : standing) {
        candidate.score -= border_penalty(candidate.outside_m);
        candidate.score -= namesakes_loss(ranking, asked, candidate);
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

/// Those that fit as well as the best within the margin; the others are set aside.
std::vector<Candidate> level_with_best(Ranking& ranking, std::vector<Candidate> standing) {
    const double bound = standing.front().score - ambiguity_margin;
    std::vector<Candidate> level;
    std::copy_if(standing.begin(), standing.end(), std::back_inserter(level),
                 [&](const Candidate& c) { return c.score > bound; });
    std::erase_if(standing, [&](const Candidate& c) { return c.score > bound; });
    set_aside_if(
        ranking, standing, [](const Candidate&) { return true; },
        [](const Candidate&) { return std::string("its name fits less well"); });
    return level;
}

}  // namespace

Ranking rank(std::vector<Candidate> standing, const AskedName& asked, const Context& context,
             Parents& parents) {
    const std::vector<Gazetteer>& gazetteers = parents.gazetteers();
    Ranking ranking;
    std::vector<std::string> stated = context.parents;
    if (!country_code(context.country).empty()) stated.push_back(context.country);
    std::vector<std::string> known;
    for (const std::string& words : stated) {
        const Parent& parent = parents.named(words);
        apply_parent(ranking, standing, parent);
        if (parent.is_known()) known.push_back(words);
    }
    const bool bare = stated.empty() && !context.near;
    apply_doubts(ranking, standing, asked, bare);
    if (bare) apply_coverage(ranking, standing, gazetteers);
    if (standing.empty()) return ranking;
    apply_kind(ranking, standing, asked);

    std::vector<Candidate> level = level_with_best(ranking, std::move(standing));
    const bool by_order = !all_twins_of_first(level) && apply_order(ranking, level, gazetteers);
    if (!all_twins_of_first(level) && context.near) apply_nearness(ranking, level, *context.near);
    const bool by_company = !all_twins_of_first(level) && !context.company.empty() &&
                            apply_company(ranking, level, context.company);
    if (!all_twins_of_first(level)) apply_population(ranking, level);
    const bool by_claims =
        !bare && !all_twins_of_first(level) && apply_claims(ranking, level, asked, gazetteers);
    const double doubt = doubt_of(asked, level.front(), bare) + (by_company ? only_company : 0);
    ranking.probability = probability(level.front().score - doubt);
    if (by_claims) ranking.probability = std::min(ranking.probability, claims_at_most);
    if (by_order) ranking.probability = std::min(ranking.probability, order_at_most);
    if (all_twins_of_first(level)) {
        lead_with_the_middle(level);
        ranking.answer = std::move(level);
    } else {
        ranking.answer.assign(level.begin(), level.begin() + 1);
        ranking.rivals.assign(level.begin() + 1, level.end());
    }
    tell_parents(ranking, known);
    return ranking;
}

}  // namespace incidentmap
