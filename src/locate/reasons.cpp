// SPDX-License-Identifier: MIT
#include "locate/reasons.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/spelling_reasons.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/score.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_told = 3;

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

/// `Qaryat Shaykh Amīr in Nineveh, Iraq`: enough to tell it from others of its name.
std::string place_in_words(const Place& place) {
    std::string text = kind_group(place.kind) == "admin" && place.kind != "country"
                           ? "the " + place.kind + " " + place.name
                           : place.name;
    if (!place.admin1.empty() && place.admin1 != place.name) {
        text += " in " + place.admin1;
    } else if (!place.country.empty() && place.kind != "country") {
        text += " in " + country_name(place.country);
    }
    return text;
}

std::string former_until(const Name& name) {
    if (name.sort != "former") return {};
    return name.to_year ? ", its name until " + std::to_string(*name.to_year) : ", a former name";
}

/// What was set aside though its name fits as well as the answer's; the rest is not worth a sentence.
std::string set_aside_in_words(const std::vector<Candidate>& set_aside, const Candidate& best, LonLat from) {
    std::vector<std::string> told;
    std::size_t more = 0;
    for (const Candidate& other : set_aside) {
        if (other.score <= best.score - ambiguity_margin || other.hit.form > best.hit.form) continue;
        if (told.size() == most_told) {
            ++more;
            continue;
        }
        told.push_back(place_in_words(other.place()) + ", " +
                       distance_for_people(geodesic(from, other.place().point).distance_m) +
                       " away, was set aside: " + other.set_aside + ".");
    }
    std::string text = joined(told, " ");
    if (text.compare(0, 4, "the ") == 0) text.front() = 'T';
    if (more > 0) text += " So were " + std::to_string(more) + " more.";
    return text;
}

}  // namespace

std::string reason_of_match(const AskedName& asked, const Candidate& candidate) {
    const Place& place = candidate.place();
    const Name& name = candidate.hit.name;
    const std::string which = place_in_words(place);
    if (candidate.hit.form == MatchForm::code) return quoted(asked.text) + " is a code of " + which + ".";
    if (name.text == asked.text) {
        if (name.text == place.name)
            return "The gazetteer has " + which + " under this name" + former_until(name) + ".";
        return quoted(asked.text) + " is a name of " + which + former_until(name) + ".";
    }
    const std::vector<std::string> rules = spelling_reasons(asked.text, name.text);
    std::string text = quoted(asked.text) + " and the gazetteer's " + quoted(name.text) + " are one name";
    if (!rules.empty()) text += " (" + joined(rules, "; ") + ")";
    text += former_until(name);
    if (name.text != place.name) text += ": " + which;
    return text + ".";
}

std::vector<std::string> reasons_for(const AskedName& asked, const Ranking& ranking,
                                     const Location& location) {
    std::vector<std::string> reasons{reason_of_match(asked, ranking.answer.front())};
    reasons.insert(reasons.end(), ranking.reasons.begin(), ranking.reasons.end());
    for (auto twin = ranking.answer.begin() + 1; twin != ranking.answer.end(); ++twin) {
        reasons.push_back("Another entry of this name, " + place_in_words(twin->place()) + " (" +
                          twin->place().kind + "), lies " +
                          distance_for_people(geodesic(location.likely, twin->place().point).distance_m) +
                          " away; the possible area covers both.");
    }
    double farthest = 0;
    for (const OtherPoint& other : ranking.answer.front().place().other_points) {
        farthest = std::max(farthest, geodesic(location.likely, other.point).distance_m);
    }
    if (farthest > 0 && location.method == Method::place_name) {
        reasons.push_back("Other sources put it up to " + distance_for_people(farthest) +
                          " away; the possible area covers their points.");
    }
    if (location.status == Status::coarse) {
        reasons.push_back("It is a " + location.kind + ": known as an area, not as a point.");
    }
    if (std::string aside = set_aside_in_words(ranking.set_aside, ranking.answer.front(), location.likely);
        !aside.empty())
        reasons.push_back(std::move(aside));
    return reasons;
}

std::vector<std::string> reasons_for_doubt(const AskedName& asked, const Ranking& ranking) {
    std::vector<std::string> places{place_in_words(ranking.answer.front().place())};
    double farthest = 0;
    for (const Candidate& rival : ranking.rivals) {
        if (places.size() < most_told + 1) places.push_back(place_in_words(rival.place()));
        farthest = std::max(farthest,
                            geodesic(ranking.answer.front().place().point, rival.place().point).distance_m);
    }
    const std::size_t count = ranking.rivals.size() + 1;
    std::vector<std::string> reasons{
        quoted(asked.text) + " fits " + std::to_string(count) + " places up to " +
        distance_for_people(farthest) + " apart, and nothing stated decides: " + joined(places, "; ") +
        (count > places.size() ? "; and " + std::to_string(count - places.size()) + " more" : "") + "."};
    reasons.insert(reasons.end(), ranking.reasons.begin(), ranking.reasons.end());
    return reasons;
}

std::string what_would_decide(const Ranking& ranking) {
    const Place& first = ranking.answer.front().place();
    const Place& second = ranking.rivals.front().place();
    if (first.country != second.country) return "State the country.";
    if (first.admin1 != second.admin1)
        return "State the province: " + first.admin1 + " or " + second.admin1 + ".";
    if (first.kind != second.kind) return "State the kind: " + first.kind + " or " + second.kind + ".";
    return "Give the place id of the one that is meant, or latitude and longitude.";
}

std::string reason_of_contradiction(const AskedName& asked, const Ranking& ranking) {
    const Candidate& best = ranking.set_aside.front();
    return quoted(asked.text) + " fits " + place_in_words(best.place()) + ", but " + best.set_aside + ".";
}

}  // namespace incidentmap
