// SPDX-License-Identifier: MIT
#include "locate/ranking.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/normal_form.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"

namespace incidentmap {
namespace {

constexpr std::int64_t populous = 10'000;
constexpr std::int64_t population_ratio = 10;

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

std::string_view group(const Candidate& candidate) { return kind_group(candidate.place().kind); }

/// A parent named by a report, and the places that it may be.
struct Parent {
    std::string words;
    std::string country;  ///< its code, where it is a country
    std::vector<Candidate> places;
};

Parent parent_named(const std::string& words, const std::vector<Gazetteer>& gazetteers) {
    Parent parent{words, country_code(words), {}};
    // Two or three letters may be a country's code or a province's: `Long Beach, CA`.
    if (!parent.country.empty() && trimmed(words).size() > 3) return parent;
    for (Candidate& candidate : candidates_for(gazetteers, asked_name(words))) {
        if (group(candidate) == "admin" || group(candidate) == "settlement")
            parent.places.push_back(std::move(candidate));
    }
    return parent;
}

bool same_admin(const Place& parent, const std::string& admin, const std::vector<Gazetteer>& gazetteers) {
    if (admin.empty()) return false;
    const std::string wanted = normal_form(admin);
    if (normal_form(parent.name) == wanted) return true;
    for (const Gazetteer& gazetteer : gazetteers) {
        for (const Name& name : gazetteer.names_of(parent.id)) {
            if (normal_form(name.text) == wanted || name_parts(name.text).core_normal == wanted) return true;
        }
    }
    return false;
}

/// Whether a place lies in its parent: by the parent's outline, by the province of its own record, or close
/// to a town that stands as a parent.
bool lies_in(const Place& place, const Place& parent, const std::vector<Gazetteer>& gazetteers) {
    if (place.id == parent.id) return true;
    if (!place.country.empty() && !parent.country.empty() && place.country != parent.country) return false;
    if (parent.kind == "country") return place.country == parent.country;
    if (same_admin(parent, place.admin1, gazetteers) || same_admin(parent, place.admin2, gazetteers))
        return true;
    if (kind_group(parent.kind) == "settlement") {
        return geodesic(place.point, parent.point).distance_m <=
               parent.extent_m + parent.accuracy_m + place.accuracy_m + 5'000;
    }
    if (!place.admin1.empty() && parent.kind == "province") return false;
    const auto area = area_of(parent, gazetteers);
    return area && covers(Footprint{*area}, place.point);
}

bool holds(const Parent& parent, const Place& place, const std::vector<Gazetteer>& gazetteers) {
    if (!parent.country.empty() && (place.country.empty() || place.country == parent.country)) return true;
    return std::any_of(parent.places.begin(), parent.places.end(), [&](const Candidate& candidate) {
        return lies_in(place, candidate.place(), gazetteers);
    });
}

/// Applies one parent. One that no gazetteer knows decides nothing, and is told.
void apply_parent(Ranking& ranking, std::vector<Candidate>& standing, const std::string& words,
                  const std::vector<Gazetteer>& gazetteers) {
    const Parent parent = parent_named(words, gazetteers);
    if (parent.country.empty() && parent.places.empty()) {
        ranking.reasons.push_back("\"" + words + "\" is in no gazetteer loaded and decided nothing.");
        return;
    }
    set_aside_if(
        ranking, standing, [&](const Candidate& c) { return !holds(parent, c.place(), gazetteers); },
        [&](const Candidate&) { return "it is not in " + words; });
    if (!standing.empty()) ranking.reasons.push_back("It lies in " + words + ", as stated.");
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

/// Of those that fit equally well, the earliest gazetteer's go before later ones'.
void apply_order(Ranking& ranking, std::vector<Candidate>& level, const std::vector<Gazetteer>& gazetteers) {
    const std::size_t first =
        std::min_element(level.begin(), level.end(), [](const Candidate& a, const Candidate& b) {
            return a.gazetteer < b.gazetteer;
        })->gazetteer;
    const Candidate lead =
        *std::find_if(level.begin(), level.end(), [&](const Candidate& c) { return c.gazetteer == first; });
    set_aside_if(
        ranking, level, [&](const Candidate& c) { return c.gazetteer != first && !are_twins(c, lead); },
        [&](const Candidate&) { return "the gazetteer " + gazetteers[first].name() + " goes first"; });
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

void apply_population(Ranking& ranking, std::vector<Candidate>& level) {
    const auto most = std::max_element(
        level.begin(), level.end(),
        [](const Candidate& a, const Candidate& b) { return a.place().population < b.place().population; });
    const Candidate lead = *most;
    const std::int64_t people = lead.place().population;
    const bool clear = people >= populous && std::all_of(level.begin(), level.end(), [&](const Candidate& c) {
                           return are_twins(c, lead) || c.place().population <= people / population_ratio;
                       });
    if (!clear) return;
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

}  // namespace

std::optional<MultiPolygon> area_of(const Place& place, const std::vector<Gazetteer>& gazetteers) {
    for (const Gazetteer& gazetteer : gazetteers) {
        if (auto area = gazetteer.area(place.id)) return area;
    }
    return std::nullopt;
}

Ranking rank(std::vector<Candidate> standing, const AskedName& asked, const Context& context,
             const std::vector<Gazetteer>& gazetteers) {
    Ranking ranking;
    if (!context.country.empty() && !country_code(context.country).empty()) {
        apply_parent(ranking, standing, context.country, gazetteers);
    }
    for (const std::string& parent : context.parents) apply_parent(ranking, standing, parent, gazetteers);
    const bool bare = context.parents.empty() && !context.near && country_code(context.country).empty();
    if (bare) apply_coverage(ranking, standing, gazetteers);
    if (standing.empty()) return ranking;
    apply_kind(ranking, standing, asked);

    const double best = standing.front().score;
    std::vector<Candidate> level;
    std::copy_if(standing.begin(), standing.end(), std::back_inserter(level),
                 [&](const Candidate& c) { return c.score > best - ambiguity_margin; });
    std::erase_if(standing, [&](const Candidate& c) { return c.score > best - ambiguity_margin; });
    set_aside_if(
        ranking, standing, [](const Candidate&) { return true; },
        [](const Candidate&) { return std::string("its name fits less well"); });

    if (!all_twins_of_first(level)) apply_order(ranking, level, gazetteers);
    if (!all_twins_of_first(level) && context.near) apply_nearness(ranking, level, *context.near);
    if (!all_twins_of_first(level)) apply_population(ranking, level);
    if (all_twins_of_first(level)) {
        ranking.answer = std::move(level);
    } else {
        ranking.answer.assign(level.begin(), level.begin() + 1);
        ranking.rivals.assign(level.begin() + 1, level.end());
    }
    return ranking;
}

}  // namespace incidentmap
