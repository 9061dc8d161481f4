// SPDX-License-Identifier: MIT
#include "locate/resolver.hpp"

#include <algorithm>
#include <variant>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "geodesy/coordinates.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/answers.hpp"
#include "locate/because.hpp"
#include "locate/locality.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_kept = 100'000;
constexpr std::size_t most_alternatives = 10;

struct Precision {
    int geo_precision;
    int where_prec;
};

/// Of a position: UCDP's 2 ends at 25 km; beyond, it is no more than a part of a country.
Precision precision_of_position(double uncertainty_m) {
    if (uncertainty_m <= 5'000) return {1, 1};
    return {2, uncertainty_m <= 25'000 ? 2 : 5};
}

/// ACLED's and UCDP's codes. A point known to within 5 km counts as exact; the schemes give no number.
Precision precision_of(const std::string& kind, double accuracy_m) {
    if (kind == "country") return {3, 6};
    if (kind == "region") return {3, 5};
    if (kind == "province") return {3, 4};
    if (kind == "district" || kind == "subdistrict") return {2, 3};
    return precision_of_position(accuracy_m);
}

std::string position_in_numbers(LonLat position) {
    return to_text(position.lat, 6) + ", " + to_text(position.lon, 6);
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

Match match_of(const Candidate& candidate, std::string because) {
    const Place& place = candidate.place();
    return {place.name,   place.id,    place.kind,      place.country,     place.admin1,
            place.admin2, place.point, candidate.score, std::move(because)};
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

Location unresolved(const Query& query, std::string because, std::string mend) {
    Location location;
    location.query = query.words;
    location.because.push_back(std::move(because));
    location.mend = std::move(mend);
    return location;
}

Location from_coordinates(const Query& query, const ReadCoordinates& read) {
    Location location;
    location.query = query.words;
    location.status = Status::resolved;
    location.method = Method::coordinates;
    location.name = position_in_numbers(read.position);
    location.likely = read.position;
    location.uncertainty_m = read.precision_m;
    location.footprint = Circle{read.position, read.precision_m};
    const Precision precision = precision_of_position(read.precision_m);
    location.geo_precision = precision.geo_precision;
    location.where_prec = precision.where_prec;
    location.because.push_back("The words are coordinates (" + read.form +
                               "), known to half of their last digit.");
    return location;
}

Location from_bad_coordinates(const Query& query, const BadCoordinates& bad) {
    return unresolved(query, "The words are coordinates, and their " + bad.sentence + ".",
                      "Correct the coordinates, or name the place.");
}

Location on_a_line(const Query& query, const Place& place) {
    return unresolved(query,
                      "\"" + query.words + "\" is " + place.name + ", a " + place.kind +
                          ": a line, and no place on it is named.",
                      "Name a place on it, or give latitude and longitude.");
}

/// Nothing where no gazetteer has the place.
std::optional<Location> from_place_id(const Query& query, const std::vector<Gazetteer>& gazetteers) {
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
        location.because.push_back("\"" + query.words + "\" is the place id of " + location.name + ".");
        if (location.status == Status::coarse)
            location.because.push_back("It is a " + location.kind + ": known as an area, not as a point.");
        return location;
    }
    return std::nullopt;
}

/// The exact name goes before the parts: some names have a comma in them.
std::vector<Candidate> exact_candidates(const std::vector<Gazetteer>& gazetteers, const AskedName& asked) {
    std::vector<Candidate> exact = candidates_for(gazetteers, asked);
    std::erase_if(exact, [](const Candidate& c) {
        return c.hit.form == MatchForm::skeleton || c.hit.without_kind_words;
    });
    return exact;
}

Context context_of(const Query& query, const Locality& locality) {
    Context context{locality.parents, query.country, query.near};
    for (const std::string& admin : {query.admin2, query.admin1}) {
        if (!trimmed(admin).empty()) context.parents.push_back(admin);
    }
    return context;
}

Location answer_of(const Query& query, const AskedName& asked, Ranking ranking,
                   const std::vector<Gazetteer>& gazetteers) {
    Location location;
    location.query = query.words;
    const Candidate& best = ranking.answer.front();
    if (!ranking.rivals.empty()) {
        location.status = Status::ambiguous;
        location.because = reasons_for_doubt(asked, ranking);
        location.mend = what_would_decide(ranking);
        location.alternatives.push_back(match_of(best, reason_of_match(asked, best)));
        for (const Candidate& rival : ranking.rivals)
            location.alternatives.push_back(match_of(rival, reason_of_match(asked, rival)));
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
    location.score = best.score;
    location.gazetteer = gazetteers[best.gazetteer].name();
    location.because = reasons_for(asked, ranking, location);
    for (const Candidate& other : ranking.set_aside) {
        if (location.alternatives.size() == most_alternatives) break;
        location.alternatives.push_back(match_of(other, "Set aside: " + other.set_aside + "."));
    }
    return location;
}

Location no_answer(const Query& query, const AskedName& asked, const Ranking& ranking,
                   const std::vector<Gazetteer>& gazetteers) {
    if (!ranking.set_aside.empty()) {
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
    for (const Gazetteer& gazetteer : gazetteers) {
        for (const NameHit& hit : gazetteer.alike(asked.text, 3)) {
            const bool known =
                std::any_of(location.alternatives.begin(), location.alternatives.end(),
                            [&](const Match& match) { return match.place_id == hit.place.id; });
            if (known || location.alternatives.size() >= 3) continue;
            location.alternatives.push_back(
                match_of(Candidate{hit, 0, 0, {}},
                         "\"" + hit.name.text + "\" is written alike; a suggestion, not an answer."));
        }
    }
    return location;
}

}  // namespace

bool is_like_place_id(std::string_view words) {
    const auto colon = words.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < words.size() &&
           words.find(' ') == std::string_view::npos;
}

Resolver::Resolver(std::vector<Gazetteer> gazetteers) : m_gazetteers(std::move(gazetteers)) {}

const Location& Resolver::resolve(const Query& query) {
    m_key.clear();
    for (const std::string* part : {&query.words, &query.country, &query.admin1, &query.admin2})
        (m_key += *part) += '\x1F';
    if (query.near) m_key += to_text(query.near->lon, 9) + '\x1F' + to_text(query.near->lat, 9);
    if (query.is_place_id) m_key += '\x1F';
    const auto known = m_found.find(m_key);
    if (known != m_found.end()) return *known->second;
    auto found = std::make_unique<Location>(
        m_answers == nullptr ? look_up(query) : m_answers->answer(query, [&] { return look_up(query); }));
    found->serial = ++m_serial;
    return *m_found.emplace(m_key, std::move(found)).first->second;
}

void Resolver::forget_if_large() {
    if (m_found.size() > most_kept) m_found.clear();
}

Location Resolver::look_up(const Query& query) const {
    if (trimmed(query.words).empty()) {
        return unresolved(query, "The report names no place.", "Give a place, or latitude and longitude.");
    }
    if (const auto read = read_coordinates(query.words)) {
        if (const auto* coordinates = std::get_if<ReadCoordinates>(&*read))
            return from_coordinates(query, *coordinates);
        return from_bad_coordinates(query, std::get<BadCoordinates>(*read));
    }

    if (query.is_place_id || is_like_place_id(query.words)) {
        if (auto location = from_place_id(query, m_gazetteers)) return *std::move(location);
        if (query.is_place_id) {
            return unresolved(query, "No gazetteer loaded has the place id \"" + query.words + "\".",
                              "Load the gazetteer that has it, or give latitude and longitude.");
        }
    }
    Locality locality = parse_locality(query.words);
    const AskedName whole = asked_name(query.words);
    std::vector<Candidate> exact = exact_candidates(m_gazetteers, whole);
    if (exact.empty()) {
        if (const std::string words = relating_words(query.words); !words.empty()) {
            return unresolved(query,
                              "\"" + words +
                                  "\" relates to a place; such words are not understood yet, and no place is "
                                  "guessed from the rest.",
                              "Name the place itself, or give latitude and longitude.");
        }
    } else if (!locality.parents.empty()) {
        locality = {query.words, {}};
    }
    const AskedName asked = asked_name(locality.name);
    const Context context = context_of(query, locality);
    Ranking ranking = rank(candidates_for(m_gazetteers, asked), asked, context, m_gazetteers);
    if (ranking.answer.empty()) return no_answer(query, asked, ranking, m_gazetteers);
    return answer_of(query, asked, std::move(ranking), m_gazetteers);
}

Location Resolver::locate(const GivenPosition& given, const Location* named) const {
    Location location;
    location.status = Status::resolved;
    location.method = Method::coordinates;
    location.likely = given.position;
    location.footprint = Circle{given.position, given.uncertainty_m};
    location.uncertainty_m = given.uncertainty_m;
    const std::string numbers = position_in_numbers(given.position);
    location.query = named != nullptr ? named->query : numbers;
    location.name = numbers;
    const Precision precision = precision_of_position(given.uncertainty_m);
    location.geo_precision = precision.geo_precision;
    location.where_prec = precision.where_prec;
    location.because.push_back("The report gives the position " + numbers +
                               (given.uncertainty_stated ? ", known to " : ", whose decimals claim ") +
                               distance_for_people(given.uncertainty_m) + ".");
    if (named == nullptr || !named->has_place()) return location;
    const bool there =
        covers(named->footprint, given.position) ||
        geodesic(named->likely, given.position).distance_m <= named->uncertainty_m + given.uncertainty_m;
    if (!there) return location;
    location.name = named->name;
    location.place_id = named->status == Status::resolved ? named->place_id : "";
    location.kind = named->status == Status::resolved ? named->kind : "";
    location.country = named->country;
    location.admin1 = named->admin1;
    location.admin2 = named->admin2;
    location.gazetteer = named->gazetteer;
    location.extent_m = named->extent_m;
    location.accuracy_m = named->accuracy_m;
    location.place_source = named->place_source;
    location.because.push_back("It lies where " + named->name + " is.");
    return location;
}

}  // namespace incidentmap
