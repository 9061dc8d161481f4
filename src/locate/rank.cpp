// SPDX-License-Identifier: MIT
#include "locate/rank.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "core/text.hpp"
#include "gazetteer/contested_places.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/near_points.hpp"
#include "locate/doubts.hpp"
#include "locate/list_of_towns.hpp"
#include "locate/score.hpp"
#include "locate/tie_break.hpp"
#include "locate/words_for_people.hpp"

namespace incidentmap {
namespace {

/// What is stated of where the place lies, and what of that a gazetteer knows.
struct Stated {
    std::vector<std::string> known;    ///< words of the parents that must hold
    std::vector<std::string> unknown;  ///< words of those that no gazetteer has
    bool is_narrow = false;            ///< one of the known ones is less than a country
};

/// Applies one parent. A place a little outside may be meant, but less likely.
void apply_parent(Ranking& ranking, std::vector<Candidate>& standing, const Parent& parent) {
    for (Candidate& candidate : standing) {
        candidate.outside_m = std::max(candidate.outside_m, parent.outside_m(candidate.place()));
    }
    set_aside_if(
        ranking, standing, [](const Candidate& c) { return c.outside_m > border_doubt_m; },
        [&](const Candidate&) { return "it is not in " + parent.words(); });
}

/// Sets aside what contradicts the country, the province, the district and the parents in the words.
Stated apply_stated(Ranking& ranking, std::vector<Candidate>& standing, const Context& context,
                    Parents& parents) {
    Stated stated;
    std::vector<std::string> all = context.parents;
    if (!context.district.empty()) all.push_back(context.district);
    for (const std::string& words : all) {
        const Parent& parent = words == context.district
                                   ? parents.named_within(words, context.province, context.countries)
                                   : parents.named(words, context.countries);
        if (parent.is_known()) {
            apply_parent(ranking, standing, parent);
            stated.known.push_back(words);
            stated.is_narrow = stated.is_narrow || parent.is_within_country();
        } else {
            ranking.reasons.push_back("\"" + words + "\" is in no gazetteer loaded and decided nothing.");
            if (words != context.district) stated.unknown.push_back(words);
        }
    }
    if (context.country_is_unknown()) stated.unknown.push_back(context.country);
    if (context.countries.empty()) return stated;
    set_aside_if(
        ranking, standing,
        [&](const Candidate& c) {
            const Place& place = c.place();
            return !place.country.empty() && !may_be_stated_as(place.country, place.point, context.countries);
        },
        [&](const Candidate&) { return "it is not in " + context.country; });
    stated.known.push_back(context.country);
    return stated;
}

/// What is to be told of the parents once the answer is known.
void tell_parents(Ranking& ranking, const std::vector<std::string>& parents, const Context& context,
                  Parents& areas) {
    if (ranking.answer.empty() || parents.empty()) return;
    const double outside = ranking.answer.front().outside_m;
    const std::string all = joined(parents, " and in ");
    for (const std::string& words : parents) {
        if (words == context.country) continue;
        const SplitDivision* split =
            areas.named(words, context.countries).split_off(ranking.answer.front().place());
        if (split == nullptr) continue;
        ranking.reasons.push_back(std::string(split->division) + " was part of " +
                                  std::string(split->part_of) + " until " + std::to_string(split->until) +
                                  ".");
    }
    if (outside == 0) {
        ranking.reasons.push_back("It lies in " + all + ", as stated.");
    } else {
        ranking.reasons.push_back("By the gazetteer's borders it lies " + distance_for_people(outside) +
                                  " outside " + all + ", as stated; borders differ between sources.");
    }
}

/// By the name that the gazetteer calls it by, and no other one of it.
bool is_called_so(const Candidate& candidate) {
    return compared_form(candidate.hit.name.text) == compared_form(candidate.place().name);
}

/// A bare name shared by a province and a village elsewhere is the province: only a town in it, its seat
/// mostly, or a city stands before a province of its name. A city elsewhere does not that is called otherwise
/// (`Antioquia` is a name of Antakya).
void apply_province(Ranking& ranking, std::vector<Candidate>& standing) {
    const auto province = std::find_if(standing.begin(), standing.end(), [](const Candidate& c) {
        return c.place().kind == "province" || c.place().kind == "region";
    });
    if (province == standing.end()) return;
    const Candidate lead = *province;
    const bool is_own = is_called_so(lead);
    const auto belongs = [&](const Candidate& c) {
        if (c.place().kind == "city" && !(is_own && !is_called_so(c))) return true;
        const bool there =
            c.place().admin1.empty()
                ? c.place().country == lead.place().country  // nobody says that it is elsewhere
                : normal_form(c.place().admin1) == normal_form(lead.place().name);
        const double away = geodesic(c.place().point, lead.place().point).distance_m;
        const bool is_town = c.place().kind == "town" || c.place().kind == "city";
        return is_town && (there || away <= lead.place().extent_m);
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
            return "the bare name is better known as the " + lead.place().kind + " " + lead.place().name;
        });
}

/// The best fit of those of which \p test is true; 0 where there is none.
template <typename Test>
double best_of(const std::vector<Candidate>& standing, Test test) {
    double best = 0;
    for (const Candidate& candidate : standing) {
        if (test(candidate)) best = std::max(best, candidate.score);
    }
    return best;
}

/// `southern Gaza`: where the strip, the province or the region has the name too, that is divided, and not
/// the city.
void prefer_area(Ranking& ranking, std::vector<Candidate>& standing) {
    const double area =
        best_of(standing, [](const Candidate& c) { return group(c) == "admin" && !c.differs(); });
    if (area == 0) return;
    set_aside_if(
        ranking, standing, [](const Candidate& c) { return group(c) != "admin"; },
        [](const Candidate&) { return std::string("a larger area has the name, and may be meant"); });
}

/// Of areas of one name in one country the higher division is meant: the province rather than the district of
/// its seat.
void apply_division(Ranking& ranking, std::vector<Candidate>& standing) {
    const auto depth = [](const Candidate& c) -> std::size_t {
        const std::string& kind = c.place().kind;
        return kind == "province" ? 0 : (kind == "region" ? 1 : (kind == "district" ? 2 : 3));
    };
    std::map<std::string, std::array<double, 4>> best;  // fits, by country and depth
    for (const Candidate& c : standing) {
        const std::string& kind = c.place().kind;
        if (group(c) != "admin" || kind == "country" || kind == "sea") continue;
        double& fit = best[c.place().country][depth(c)];
        fit = std::max(fit, c.score);
    }
    set_aside_if(
        ranking, standing,
        [&](const Candidate& c) {
            if (group(c) != "admin" || c.place().kind == "country" || depth(c) == 0) return false;
            const auto larger = best.find(c.place().country);
            if (larger == best.end()) return false;
            const auto begin = larger->second.begin();
            return *std::max_element(begin, begin + static_cast<std::ptrdiff_t>(depth(c))) >
                   std::max(0.0, c.score - ambiguity_margin);
        },
        [](const Candidate& c) { return "a larger area than this " + c.place().kind + " has the name"; });
}

/// `Sahel` in Burkina Faso is its province, and not the region of that name across several countries.
void apply_unit_of_country(Ranking& ranking, std::vector<Candidate>& standing, const Context& context) {
    if (context.countries.empty()) return;
    const double unit = best_of(standing, [](const Candidate& c) {
        return group(c) == "admin" && c.place().kind != "country" && !c.place().country.empty() &&
               !c.differs();
    });
    if (unit == 0) return;
    set_aside_if(
        ranking, standing,
        [](const Candidate& c) { return c.place().kind == "region" && c.place().country.empty(); },
        [&](const Candidate&) {
            return "it reaches beyond " + context.country + ", which has a unit of the name";
        });
}

/// A sea's name is the sea, where no country is stated that has a province of its name.
void apply_sea(Ranking& ranking, std::vector<Candidate>& standing, const Context& context) {
    constexpr double least = 0.93;
    const auto is_sea = [](const Candidate& c) { return c.place().kind == "sea"; };
    if (!context.countries.empty() || best_of(standing, is_sea) < least) return;
    set_aside_if(
        ranking, standing, [&](const Candidate& c) { return !is_sea(c); },
        [](const Candidate&) { return std::string("a sea's name is the sea"); });
}

/// `Kyiv oblast`: of two areas the one that has the word in its name too, rather than the city of that name.
void apply_whole_name(Ranking& ranking, std::vector<Candidate>& standing) {
    const auto is_whole = [](const Candidate& c) {
        return c.hit.form == MatchForm::normal && !c.hit.without_kind_words;
    };
    if (best_of(standing, [&](const Candidate& c) { return group(c) == "admin" && is_whole(c); }) == 0)
        return;
    set_aside_if(
        ranking, standing, [&](const Candidate& c) { return group(c) == "admin" && !is_whole(c); },
        [](const Candidate&) { return std::string("another area has the whole name"); });
}

/// A country's name is the country; a bare name is the town rather than its province or a base named after
/// it.
void apply_kind(Ranking& ranking, std::vector<Candidate>& standing, const AskedName& asked,
                const Context& context) {
    apply_unit_of_country(ranking, standing, context);
    apply_division(ranking, standing);
    apply_sea(ranking, standing, context);
    if (asked.asks_for_kind()) return apply_whole_name(ranking, standing);
    constexpr double least_of_country = 0.95;
    if (best_of(standing, [](const Candidate& c) { return c.place().kind == "country"; }) >=
        least_of_country) {
        set_aside_if(
            ranking, standing, [](const Candidate& c) { return c.place().kind != "country"; },
            [](const Candidate&) { return std::string("a country's name is the country"); });
        return;
    }
    if (context.prefers_area) prefer_area(ranking, standing);
    apply_province(ranking, standing);
    const double town = best_of(standing, [](const Candidate& c) { return group(c) == "settlement"; });
    NearPoints settlements(neighbour_distance_m);
    for (std::size_t i = 0; i < standing.size(); ++i) {
        if (group(standing[i]) == "settlement") settlements.add(standing[i].place().point, i);
    }
    set_aside_if(
        ranking, standing,
        [&](const Candidate& c) {
            if (town <= 0 || group(c) == "settlement" || c.score > town) return false;
            const LonLat point = c.place().point;
            return group(c) != "installation" || !settlements.any_near(point, [&](std::size_t number) {
                return geodesic(point, standing[number].place().point).distance_m <= neighbour_distance_m;
            });
        },
        [](const Candidate& c) {
            return "without a word such as " + c.place().kind + " the name is the town";
        });
}

/// What lies a little outside the area stated gives way to what has the name too, or had it once, and lies
/// within.
void apply_within(Ranking& ranking, std::vector<Candidate>& standing) {
    constexpr double as_former = 0.10;  // what a former name loses (candidate.hpp)
    const double within = best_of(standing, [](const Candidate& c) { return c.outside_m == 0; });
    if (within == 0) return;
    set_aside_if(
        ranking, standing,
        [&](const Candidate& c) {
            return c.outside_m > 0 && c.score <= within + as_former + ambiguity_margin;
        },
        [](const Candidate&) { return std::string("it lies outside, and another of the name within"); });
}

/// A list of larger towns says nothing of smaller places of the same name, so a bare name that it alone has
/// must be of a place that is far more populous than any of them could be.
bool is_beyond_coverage(const Candidate& lead, const std::vector<Gazetteer>& gazetteers) {
    const std::int64_t least = gazetteers[lead.gazetteer].least_population();
    return least >= least_of_larger_towns && group(lead) == "settlement" &&
           lead.hit.form != MatchForm::code && lead.place().population < bare_town_ratio * least;
}

/// A name that differs goes before no place that has the very name.
void put_exact_first(std::vector<Candidate>& standing) {
    const double exact = best_of(standing, [](const Candidate& c) { return !c.differs(); });
    if (exact == 0) return;
    for (Candidate& candidate : standing) {
        if (candidate.differs()) candidate.score = std::min(candidate.score, exact - ambiguity_margin / 2);
    }
}

/// A former name of a town fits as well as another name of a far smaller one in the same country: `Artemivsk`
/// was Bakhmut's name too.
void raise_former_names(std::vector<Candidate>& standing) {
    constexpr std::int64_t times_as_populous = 3;
    constexpr std::int64_t least_population = 1'000;
    for (Candidate& former : standing) {
        if (former.hit.name.sort != "former" || former.differs()) continue;
        double best = 0;
        std::int64_t most = least_population;
        for (const Candidate& other : standing) {
            if (other.score <= former.score || other.place().country != former.place().country) continue;
            best = std::max(best, other.score);
            most = std::max(most, other.place().population);
        }
        if (former.place().population >= times_as_populous * most)
            former.score = std::max(former.score, best);
    }
}

/// What a bare name loses that only a list of towns has: by another name than the place's own, and where it
/// is said to be a village's (`Bama village`), which is in no such list.
void doubt_lists_of_towns(std::vector<Candidate>& standing, const AskedName& asked,
                          const std::vector<Gazetteer>& gazetteers) {
    const bool says_village = std::any_of(asked.parts.kind_words.begin(), asked.parts.kind_words.end(),
                                          [](const KindWord& word) { return word.kind == "village"; });
    for (Candidate& candidate : standing) {
        if (!lists_towns_only(gazetteers[candidate.gazetteer])) continue;
        candidate.score -= other_name_loss(asked, candidate);
        if (says_village && group(candidate) == "settlement") candidate.score -= village_among_towns;
    }
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

/// The place far more populous than the answer to a bare name that has the name too, if not as its first one:
/// Bishkek, which was Frunze, and a town called Frunze. Null where there is none.
const Candidate* far_more_populous(const Ranking& ranking, const Candidate& lead) {
    if (group(lead) != "settlement") return nullptr;
    constexpr std::int64_t least_population = 1'000;
    const std::int64_t bound = outshone_ratio * std::max(lead.place().population, least_population);
    const auto found =
        std::find_if(ranking.set_aside.begin(), ranking.set_aside.end(), [&](const Candidate& c) {
            const bool is_as_whole = !c.hit.without_kind_words || lead.hit.without_kind_words;
            return !c.differs() && is_as_whole && group(c) == "settlement" && c.place().population >= bound;
        });
    return found == ranking.set_aside.end() ? nullptr : &*found;
}

/// No more than that is the probability of an answer, for how a tie was broken and for what is stated and not
/// known.
double at_most(const TieBreak& broken, const Stated& stated, const Context& context, const Candidate& lead) {
    double most = 1;
    if (broken.by_claims) most = std::min(most, claims_at_most);
    if (broken.by_order) most = std::min(most, order_at_most);
    if (broken.by_population) most = std::min(most, population_at_most);
    if (context.country_is_unknown()) return std::min(most, not_drawn_at_most);
    if (stated.unknown.empty() || stated.is_narrow) return most;
    const bool is_known_city = group(lead) == "settlement" && lead.place().population >= well_known;
    const bool is_area = group(lead) == "admin";
    return std::min(most, is_known_city || is_area ? order_at_most : not_drawn_at_most);
}

}  // namespace

Ranking rank(std::vector<Candidate> standing, const AskedName& asked, const Context& context,
             Parents& parents) {
    const std::vector<Gazetteer>& gazetteers = parents.gazetteers();
    Ranking ranking;
    const Stated stated = apply_stated(ranking, standing, context, parents);
    const bool bare = stated.known.empty() && !context.near;
    if (!stated.unknown.empty() && !stated.is_narrow) {
        set_aside_if(
            ranking, standing, [](const Candidate& c) { return c.differs(); },
            [&](const Candidate&) {
                return "its name differs, and no gazetteer has " + stated.unknown.front() +
                       ", where it is said to be";
            });
    }
    put_exact_first(standing);
    if (bare) doubt_lists_of_towns(standing, asked, gazetteers);
    apply_doubts(ranking, standing, asked, bare);
    if (standing.empty()) return ranking;
    apply_within(ranking, standing);
    raise_former_names(standing);
    apply_kind(ranking, standing, asked, context);

    std::vector<Candidate> level = level_with_best(ranking, std::move(standing));
    const TieBreak broken = break_tie(ranking, level, asked, context, bare, gazetteers);
    const double doubt = doubt_of(asked, level.front(), bare) + (broken.by_company ? only_company : 0);
    bool is_covered = true;
    if (bare && all_twins_of_first(level) && is_beyond_coverage(level.front(), gazetteers)) {
        ranking.reasons.push_back(
            "The gazetteer " + gazetteers[level.front().gazetteer].name() +
            " lists larger towns only, so that others may share the name; state the country.");
        is_covered = false;
    }
    ranking.probability =
        std::min(probability(level.front().score - doubt), at_most(broken, stated, context, level.front()));
    const bool is_alone = bare && all_twins_of_first(level);
    if (const Candidate* other = is_alone ? far_more_populous(ranking, level.front()) : nullptr) {
        ranking.reasons.push_back(other->place().name +
                                  " is far more populous and has that name too; state the country.");
        ranking.probability = std::min(ranking.probability, order_at_most);
    }
    if (!is_covered || (bare && level.front().hit.form == MatchForm::phonetic_key &&
                        ranking.probability < least_of_differing))
        ranking.probability = std::min(ranking.probability, not_drawn_at_most);
    if (all_twins_of_first(level)) {
        ranking.answer = std::move(level);
    } else {
        ranking.answer.assign(level.begin(), level.begin() + 1);
        ranking.rivals.assign(level.begin() + 1, level.end());
    }
    tell_parents(ranking, stated.known, context, parents);
    return ranking;
}

}  // namespace incidentmap
