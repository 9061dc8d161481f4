// SPDX-License-Identifier: MIT
#include "locate/tie_break.hpp"

#include <algorithm>
#include <iterator>

#include "geodesy/geodesic.hpp"
#include "geodesy/plane.hpp"
#include "locate/homonyms.hpp"
#include "locate/score.hpp"
#include "locate/words_for_people.hpp"

namespace incidentmap {
namespace {

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

/// Whether a place is of so many people or more, and ten times as populous as any other but its twins.
bool is_far_more_populous(const Candidate& lead, const std::vector<Candidate>& level,
                          std::int64_t least = populous) {
    const std::int64_t people = lead.place().population;
    return people >= least && std::all_of(level.begin(), level.end(), [&](const Candidate& c) {
               return are_twins(c, lead) || c.place().population <= people / population_ratio;
           });
}

/// Of those that fit equally well, the earliest gazetteer's go before later ones'; but a town of one
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
    const bool notable = kind_group(kind) != "settlement" || kind == "city";
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

/// Who is named together in one report lies in one country more often than not: of homonyms in several
/// countries the one in that of all companions. True where that decided.
bool apply_country_of_company(Ranking& ranking, std::vector<Candidate>& level,
                              const std::vector<Companion>& company) {
    const Companion* with = nullptr;
    for (const Companion& c : company) {
        if (!c.same_report || c.country.empty()) continue;
        if (with != nullptr && with->country != c.country) return false;
        with = &c;
    }
    if (with == nullptr) return false;
    const auto is_there = [&](const Candidate& c) { return c.place().country == with->country; };
    std::vector<Candidate> there;
    std::copy_if(level.begin(), level.end(), std::back_inserter(there), is_there);
    if (there.empty() || there.size() == level.size() || !all_twins_of_first(there)) return false;
    ranking.reasons.push_back("Of the " + std::to_string(level.size()) +
                              " places that fit it is the one in the country of " + with->name +
                              ", which the same report names.");
    set_aside_if(
        ranking, level, [&](const Candidate& c) { return !is_there(c); },
        [&](const Candidate&) {
            return "it is not in the country of " + with->name + ", which is named with it";
        });
    return true;
}

void apply_population(Ranking& ranking, std::vector<Candidate>& level, std::int64_t least) {
    const auto most = std::max_element(
        level.begin(), level.end(),
        [](const Candidate& a, const Candidate& b) { return a.place().population < b.place().population; });
    const Candidate lead = *most;
    if (!is_far_more_populous(lead, level, least)) return;
    set_aside_if(
        ranking, level, [&](const Candidate& c) { return !are_twins(c, lead); },
        [&](const Candidate&) { return lead.place().name + " is far more populous"; });
    std::stable_sort(level.begin(), level.end(), [](const Candidate& a, const Candidate& b) {
        return a.place().population > b.place().population;
    });
}

/// Of more entries than that, the distances between all of them are not measured.
constexpr std::size_t most_measured = 100;

/// Of three or more entries that are one answer and differ in nothing but where they lie, the one in the
/// middle leads: it is nearest to all that may be meant.
void lead_with_the_middle(std::vector<Candidate>& twins) {
    const Candidate& first = twins.front();
    const bool similar = std::all_of(twins.begin(), twins.end(), [&](const Candidate& c) {
        return c.gazetteer == first.gazetteer && c.place().kind == first.place().kind;
    });
    if (twins.size() < 3 || !similar) return;
    if (twins.size() > most_measured) {
        MeanPosition mean;
        for (const Candidate& c : twins) mean.add(c.place().point);
        const LonLat middle = mean.position();
        const auto away_m = [&](const Candidate& c) { return geodesic(middle, c.place().point).distance_m; };
        std::iter_swap(twins.begin(), std::min_element(twins.begin(), twins.end(),
                                                       [&](const Candidate& a, const Candidate& b) {
                                                           return away_m(a) < away_m(b);
                                                       }));
        return;
    }
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
    // A city that people know by its other name is not outdone by a village that is called so.
    constexpr std::int64_t least_population = 1'000;
    const std::int64_t bound = outshone_ratio * std::max(best.front().place().population, least_population);
    const bool is_outshone = std::any_of(level.begin(), level.end(),
                                         [&](const Candidate& c) { return c.place().population >= bound; });
    if (is_outshone) return false;
    for (std::size_t i = 0; i < level.size(); ++i) level[i].set_aside = claims[i];
    std::copy_if(level.begin(), level.end(), std::back_inserter(ranking.set_aside),
                 [](const Candidate& c) { return !c.set_aside.empty(); });
    level = std::move(best);
    return true;
}

bool in_several_countries(const std::vector<Candidate>& level) {
    return std::any_of(level.begin(), level.end(), [&](const Candidate& c) {
        return c.place().country != level.front().place().country;
    });
}

}  // namespace

std::string_view group(const Candidate& candidate) { return kind_group(candidate.place().kind); }

bool all_twins_of_first(const std::vector<Candidate>& level) {
    return std::all_of(level.begin() + 1, level.end(),
                       [&](const Candidate& c) { return are_twins(level.front(), c); });
}

TieBreak break_tie(Ranking& ranking, std::vector<Candidate>& level, const AskedName& asked,
                   const Context& context, bool bare, const std::vector<Gazetteer>& gazetteers) {
    TieBreak broken;
    if (!all_twins_of_first(level)) broken.by_order = apply_order(ranking, level, gazetteers);
    if (!all_twins_of_first(level) && context.near) apply_nearness(ranking, level, *context.near);
    if (!all_twins_of_first(level) && !context.company.empty())
        broken.by_company = apply_company(ranking, level, context.company) ||
                            apply_country_of_company(ranking, level, context.company);
    if (!all_twins_of_first(level)) {
        const bool abroad = in_several_countries(level);
        apply_population(ranking, level, abroad ? known_on_earth : populous);
        broken.by_population = abroad && all_twins_of_first(level);
    }
    if (!bare && !all_twins_of_first(level))
        broken.by_claims = apply_claims(ranking, level, asked, gazetteers);
    if (all_twins_of_first(level)) lead_with_the_middle(level);
    return broken;
}

}  // namespace incidentmap
