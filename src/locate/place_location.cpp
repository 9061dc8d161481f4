// SPDX-License-Identifier: MIT
#include "locate/place_location.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/parent.hpp"
#include "locate/reasons.hpp"
#include "locate/score.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_alternatives = 10;
/// Of more places that fit alike the others are counted; but one of each country is listed, so that a build
/// of one country misses none. More than a phrase tries (phrase_location.cpp).
constexpr std::size_t most_rivals = 50;
constexpr std::size_t most_suggestions = 3;
constexpr std::size_t most_looked_through = 12;  ///< for those in the country that is stated

/// ACLED's and UCDP's codes. A point known to within 5 km counts as exact; the schemes give no number.
Precision precision_of(const std::string& kind, double accuracy_m) {
    if (kind == "country") return {3, 6};
    if (kind == "region") return {3, 5};
    if (kind == "province") return {3, 4};
    if (kind == "district" || kind == "subdistrict") return {2, 3};
    return precision_of_position(accuracy_m);
}

/// Lines have no point that stands for them and no area either.
bool is_line(const std::string& kind) { return kind == "border" || kind == "river" || kind == "street"; }

/// The radius about a place's own point that holds the thing itself, as well as it is known, and every other
/// source's point of it.
double radius_m(const Place& place, LonLat about) {
    double radius = geodesic(about, place.point).distance_m + place.extent_m + place.accuracy_m;
    for (const OtherPoint& other : place.other_points)
        radius = std::max(radius, geodesic(about, other.point).distance_m);
    return radius;
}

Match match_of(const Candidate& candidate, std::string reasons) {
    const Place& place = candidate.place();
    return {place.name,        place.id,     place.kind,  place.country,
            place.admin1,      place.admin2, place.point, probability(candidate.score),
            std::move(reasons)};
}

void fill_place(Location& location, const Place& place) {
    location.name = place.name;
    location.place_id = place.id;
    location.kind = place.kind;
    location.country = place.country;
    location.admin1 = place.kind == "province" ? place.name : place.admin1;
    location.admin2 = place.admin2;
    location.likely = place.point;
    location.extent_m = place.extent_m;
    location.accuracy_m = place.accuracy_m;
    location.place_source = place.source_id;
    const Precision precision = precision_of(place.kind, place.accuracy_m);
    location.geo_precision = precision.geo_precision;
    location.where_prec = precision.where_prec;
}

void fill_footprint(Location& location, const std::vector<Candidate>& answer,
                    const std::vector<Gazetteer>& gazetteers) {
    const Place& place = answer.front().place();
    if (kind_group(place.kind) == "admin") {
        location.status = Status::coarse;
        location.method = Method::area_outline;
        if (const auto area = area_of(place, gazetteers)) {
            location.footprint = *area;
            location.uncertainty_m = radius_about_m(location.footprint, location.likely);
            return;
        }
    } else {
        location.status = Status::resolved;
        location.method = Method::place_name;
    }
    double radius = 0;
    for (const Candidate& twin : answer) radius = std::max(radius, radius_m(twin.place(), place.point));
    location.footprint = Circle{place.point, radius};
    location.uncertainty_m = radius;
}

Location on_a_line(const Query& query, const Place& place) {
    return unresolved(query,
                      "\"" + query.words + "\" is " + place.name + ", a " + place.kind +
                          ": a line, and no place on it is named.",
                      "Name a place on it, or give latitude and longitude.");
}

Location answer_of(const Query& query, const AskedName& asked, const Ranking& ranking,
                   const std::vector<Gazetteer>& gazetteers) {
    Location location;
    location.query = query.words;
    const Candidate& best = ranking.answer.front();
    if (!ranking.rivals.empty()) {
        location.status = Status::ambiguous;
        location.reasons = reasons_for_doubt(asked, ranking);
        location.remedy = what_would_decide(ranking);
        location.alternatives.push_back(match_of(best, reason_of_match(asked, best)));
        std::set<std::string> countries{best.place().country};
        for (const Candidate& rival : ranking.rivals) {
            const bool is_new = countries.insert(rival.place().country).second;
            if (location.alternatives.size() < most_rivals || is_new) {
                location.alternatives.push_back(match_of(rival, reason_of_match(asked, rival)));
            } else {
                ++location.more_alternatives;
            }
        }
        return location;
    }
    if (is_line(best.place().kind)) {
        return unresolved(query,
                          "\"" + asked.text + "\" is " + best.place().name + ", a " + best.place().kind +
                              ": a line, and no place on it is named.",
                          "Name a place on it, or give latitude and longitude.");
    }
    fill_place(location, best.place());
    fill_footprint(location, ranking.answer, gazetteers);
    location.score = ranking.probability;
    location.gazetteer = gazetteers[best.gazetteer].name();
    location.reasons = reasons_for(asked, ranking, location);
    for (const Candidate& other : ranking.set_aside) {
        if (location.alternatives.size() == most_alternatives) break;
        location.alternatives.push_back(match_of(other, "Set aside: " + other.set_aside + "."));
    }
    return location;
}

/// The name fits a place, but not well enough for an answer.
Location too_unlike(const Query& query, const AskedName& asked, const Ranking& ranking) {
    Location location = unresolved(query,
                                   "No gazetteer loaded has a place named \"" + asked.text +
                                       "\"; what is nearest to it fits too little to be the answer.",
                                   "Check the spelling and the province, or give latitude and longitude.");
    for (const std::vector<Candidate>* some : {&ranking.answer, &ranking.rivals, &ranking.set_aside}) {
        for (const Candidate& other : *some) {
            if (location.alternatives.size() == most_suggestions) return location;
            location.alternatives.push_back(match_of(
                other, "\"" + other.hit.name.text + "\" is written alike; a suggestion, not an answer."));
        }
    }
    return location;
}

Location no_answer(const Query& query, const AskedName& asked, const Ranking& ranking,
                   const std::vector<Gazetteer>& gazetteers) {
    // What contradicts and is not of that name either says nothing of the one that is meant.
    const bool contradicts = std::any_of(
        ranking.set_aside.begin(), ranking.set_aside.end(),
        [](const Candidate& candidate) { return probability(candidate.score) >= least_probability; });
    if (contradicts) {
        Location location =
            unresolved(query, reason_of_contradiction(asked, ranking),
                       "State the country or the province, or check them; or give latitude and longitude.");
        for (const Candidate& other : ranking.set_aside) {
            if (location.alternatives.size() == most_alternatives) break;
            location.alternatives.push_back(match_of(other, "Set aside: " + other.set_aside + "."));
        }
        return location;
    }
    Location location = unresolved(query, "No gazetteer loaded has a place named \"" + asked.text + "\".",
                                   "Check the spelling, add the province, or give latitude and longitude.");
    const std::vector<std::string> countries = countries_named(query.country);
    for (const Gazetteer& gazetteer : gazetteers) {
        if (location.alternatives.size() >= most_suggestions) break;
        const std::size_t most = countries.empty() ? most_suggestions : most_looked_through;
        for (const NameHit& hit : gazetteer.similar_names(asked.text, most)) {
            if (!countries.empty() &&
                std::find(countries.begin(), countries.end(), hit.place.country) == countries.end())
                continue;
            const bool known =
                std::any_of(location.alternatives.begin(), location.alternatives.end(),
                            [&](const Match& match) { return match.place_id == hit.place.id; });
            if (known || location.alternatives.size() >= most_suggestions) continue;
            location.alternatives.push_back(
                match_of(Candidate{hit, 0, 0, {}, 0},
                         "\"" + hit.name.text + "\" is written alike; a suggestion, not an answer."));
        }
    }
    return location;
}

}  // namespace

Precision precision_of_position(double uncertainty_m) {
    if (uncertainty_m <= 5'000) return {1, 1};
    return {2, uncertainty_m <= 25'000 ? 2 : 5};
}

Location unresolved(const Query& query, std::string reasons, std::string remedy) {
    Location location;
    location.query = query.words;
    location.reasons.push_back(std::move(reasons));
    location.remedy = std::move(remedy);
    return location;
}

Location location_of(const Query& query, const ReadCoordinates& read) {
    Location location;
    location.query = query.words;
    location.status = Status::resolved;
    location.method = Method::coordinates;
    location.name = to_text(read.position.lat, 6) + ", " + to_text(read.position.lon, 6);
    location.likely = read.position;
    location.uncertainty_m = read.precision_m;
    location.footprint = Circle{read.position, read.precision_m};
    const Precision precision = precision_of_position(read.precision_m);
    location.geo_precision = precision.geo_precision;
    location.where_prec = precision.where_prec;
    location.reasons.push_back("The words are coordinates (" + read.form +
                               "), known to half of their last digit.");
    return location;
}

Location location_of(const Query& query, const BadCoordinates& bad) {
    return unresolved(query, "The words are coordinates, and their " + bad.sentence + ".",
                      "Correct the coordinates, or name the place.");
}

/// Nothing where no gazetteer has the place.
std::optional<Location> location_of_id(const Query& query, const std::vector<Gazetteer>& gazetteers) {
    for (std::size_t i = 0; i < gazetteers.size(); ++i) {
        auto place = gazetteers[i].place(query.words);
        if (!place) continue;
        if (is_line(place->kind)) {
            Location line = on_a_line(query, *place);
            line.alternatives.push_back({place->name, place->id, place->kind, place->country, place->admin1,
                                         place->admin2, place->point, 0, "It is a line."});
            return line;
        }
        Location location;
        location.query = query.words;
        location.gazetteer = gazetteers[i].name();
        fill_place(location, *place);
        Candidate candidate;
        candidate.hit.place = *std::move(place);
        fill_footprint(location, {candidate}, gazetteers);
        location.reasons.push_back("\"" + query.words + "\" is the place id of " + location.name + ".");
        if (location.status == Status::coarse)
            location.reasons.push_back("It is a " + location.kind + ": known as an area, not as a point.");
        return location;
    }
    return std::nullopt;
}

Location location_of(const Query& query, const AskedName& asked, const Ranking& ranking,
                     const std::vector<Gazetteer>& gazetteers) {
    if (ranking.answer.empty()) return no_answer(query, asked, ranking, gazetteers);
    if (ranking.probability < least_probability) return too_unlike(query, asked, ranking);
    return answer_of(query, asked, ranking, gazetteers);
}

Location location_of_place(const Place& place, const std::vector<Gazetteer>& gazetteers) {
    Location location;
    fill_place(location, place);
    Candidate candidate;
    candidate.hit.place = place;
    fill_footprint(location, {candidate}, gazetteers);
    return location;
}

Location not_sure_enough(const Query& query, Location found) {
    Location location =
        unresolved(query,
                   found.name + " may be meant, which is not sure enough to be drawn (score " +
                       to_text(found.score.value_or(0), 2) + ").",
                   "Decide it in the table of decisions, add the province, or give latitude and longitude.");
    location.alternatives.push_back({found.name, found.place_id, found.kind, found.country, found.admin1,
                                     found.admin2, found.likely, found.score.value_or(0),
                                     joined(found.reasons, " ")});
    std::move(found.alternatives.begin(), found.alternatives.end(),
              std::back_inserter(location.alternatives));
    location.conflicts = std::move(found.conflicts);
    return location;
}

Location no_closer_than(const Location& about, const std::string& town, Location unfound) {
    Location location = about;
    location.query = std::move(unfound.query);
    location.status = Status::coarse;
    location.score.reset();
    if (location.where_prec < 3) {
        location.geo_precision = 2;
        location.where_prec = 5;
    }
    location.reasons = std::move(unfound.reasons);
    const std::string why = town.empty() ? ", as stated" : ", which holds " + town + ", as stated";
    location.reasons.push_back("It is known no closer than " + about.name + why + ": drawn as that area.");
    location.remedy = std::move(unfound.remedy);
    location.conflicts = std::move(unfound.conflicts);
    location.alternatives = std::move(unfound.alternatives);
    return location;
}

}  // namespace incidentmap
