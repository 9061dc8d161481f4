// SPDX-License-Identifier: MIT
#include "locate/resolver.hpp"

#include <algorithm>
#include <variant>

#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/spelling/qualifiers.hpp"
#include "geodesy/coordinates.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/answers.hpp"
#include "locate/locality.hpp"
#include "locate/phrase_location.hpp"
#include "locate/reasons.hpp"
#include "locate/score.hpp"

namespace incidentmap {
namespace {

constexpr std::size_t most_kept = 100'000;
constexpr std::size_t most_alternatives = 10;
constexpr std::size_t most_suggestions = 3;

/// Where a name fits as well as this, no misspelling of it is looked for.
constexpr double good_enough = 0.85;

/// Where a name with a compass direction in it fits as well as this, it is read as a name before it is read
/// as a part of a place.
constexpr double good_enough_for_a_part = 0.75;

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

Location unresolved(const Query& query, std::string reasons, std::string remedy) {
    Location location;
    location.query = query.words;
    location.reasons.push_back(std::move(reasons));
    location.remedy = std::move(remedy);
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
    location.reasons.push_back("The words are coordinates (" + read.form +
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

/// Words that say how far from a place, and in which direction in a word that is none.
Location without_direction(const Query& query, const MisreadDirection& misread) {
    const std::string what = "\"" + misread.word + "\" stands where a direction should, and is none";
    if (misread.meant.empty()) {
        return unresolved(query, what + "; no place is guessed from the rest.",
                          "State the direction (north, south-west, ...), or name the place itself.");
    }
    return unresolved(query,
                      what + "; \"" + misread.meant +
                          "\" may be meant, but a direction is not guessed: the place would be another.",
                      "If that is meant, write \"" + misread.whole + "\".");
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
        location.reasons.push_back("\"" + query.words + "\" is the place id of " + location.name + ".");
        if (location.status == Status::coarse)
            location.reasons.push_back("It is a " + location.kind + ": known as an area, not as a point.");
        return location;
    }
    return std::nullopt;
}

/// The exact name goes before the parts: some names have a comma in them.
std::vector<Candidate> exact_candidates(const std::vector<Gazetteer>& gazetteers, const AskedName& asked) {
    std::vector<Candidate> exact = candidates_for(gazetteers, asked);
    std::erase_if(exact, [](const Candidate& c) {
        return c.hit.form == MatchForm::phonetic_key || c.hit.without_kind_words;
    });
    return exact;
}

/// `Western Ghariyah town` is a place's own name where there is such a place: what sounds the same has the
/// same compass direction in it, in any language.
bool names_part_of_place(const std::vector<Gazetteer>& gazetteers, const std::string& name) {
    const std::vector<Word> words = words_of(name);
    if (words.empty() || qualifier(words.front().normal) == nullptr) return false;
    const std::vector<Candidate> candidates = candidates_for(gazetteers, asked_name(name));
    return std::any_of(candidates.begin(), candidates.end(), [](const Candidate& c) {
        return c.score >= (c.hit.form == MatchForm::phonetic_key ? good_enough_for_a_part : good_enough);
    });
}

Context context_of(const Query& query, const std::vector<std::string>& parents) {
    Context context{parents, query.country, query.near, query.company};
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
        location.reasons = reasons_for_doubt(asked, ranking);
        location.remedy = what_would_decide(ranking);
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
    for (const Gazetteer& gazetteer : gazetteers) {
        for (const NameHit& hit : gazetteer.similar_names(asked.text, most_suggestions)) {
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

/// `Abu Saida, in Diyala province`: a name and its parents, though words say so.
bool names_a_place_only(const Phrase& phrase) {
    return phrase.not_understood.empty() && phrase.clues.size() == 1 &&
           phrase.clues.front().relation == Relation::at;
}

}  // namespace

std::string key_of(const Companion& companion) {
    return companion.name + '\x1E' + to_text(companion.point.lon, 9) + '\x1E' +
           to_text(companion.point.lat, 9) + (companion.same_report ? "\x1E" : "");
}

bool is_like_place_id(std::string_view words) {
    const auto colon = words.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < words.size() &&
           words.find(' ') == std::string_view::npos;
}

Resolver::Resolver(std::vector<Gazetteer> gazetteers)
    : m_gazetteers(std::move(gazetteers)), m_parents(m_gazetteers) {}

const Location& Resolver::resolve(const Query& query) {
    m_key.clear();
    for (const std::string* part : {&query.words, &query.country, &query.admin1, &query.admin2})
        (m_key += *part) += '\x1F';
    if (query.near) m_key += to_text(query.near->lon, 9) + '\x1F' + to_text(query.near->lat, 9);
    if (query.is_place_id) m_key += '\x1F';
    for (const Companion& companion : query.company) m_key += '\x1F' + key_of(companion);
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

Location Resolver::look_up(const Query& query) {
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
    std::vector<std::string> readings{locality.name};
    if (!exact_candidates(m_gazetteers, asked_name(query.words)).empty()) {
        locality = {query.words, {}, {}};
        readings = {query.words};
    } else {
        const bool names_part = names_part_of_place(m_gazetteers, locality.name);
        const auto phrase = names_part ? std::nullopt : read_phrase(query.words);
        const std::string words = names_part || phrase ? std::string{} : relating_words(query.words);
        if (phrase && !names_a_place_only(*phrase)) return from_phrase(query, *phrase);
        if (phrase) {
            locality = {phrase->clues.front().place, phrase->parents, {}};
            readings = {locality.name};
        }
        if (const auto misread = misread_direction(query.words); misread && !words.empty())
            return without_direction(query, *misread);
        if (!words.empty()) {
            return unresolved(query,
                              "\"" + words +
                                  "\" relates to a place; such words are not understood yet, and no place is "
                                  "guessed from the rest.",
                              "Name the place itself, or give latitude and longitude.");
        }
        if (exact_candidates(m_gazetteers, asked_name(locality.name)).empty())
            readings = readings_of(locality.name);
    }
    if (locality.bracketed.empty()) return look_up_names(query, readings, locality.parents);
    std::vector<std::string> parents{locality.bracketed};
    parents.insert(parents.end(), locality.parents.begin(), locality.parents.end());
    Location inside = look_up_names(query, readings, parents);
    if (m_parents.named(locality.bracketed).is_known() && inside.status != Status::unresolved) return inside;
    readings.push_back(locality.bracketed);
    return look_up_names(query, readings, locality.parents);
}

Location Resolver::look_up_names(const Query& query, const std::vector<std::string>& readings,
                                 const std::vector<std::string>& parents) {
    const Context context = context_of(query, parents);
    // `Abu Rasin/Zarkan town`: the town is said of both.
    std::vector<KindWord> kinds_said;
    for (const std::string& reading : readings) {
        if (kinds_said.empty()) kinds_said = name_parts(reading).kind_words;
    }
    struct Attempt {
        AskedName asked;
        Ranking ranking;
    };
    const auto attempt = [&](Reach reach) {
        Attempt made{asked_name(readings.front()), {}};
        std::vector<Candidate> candidates;
        for (const std::string& reading : readings) {
            AskedName one = asked_name(reading);
            if (!one.asks_for_kind()) one.parts.kind_words = kinds_said;
            std::vector<Candidate> found = candidates_for(m_gazetteers, one, reach);
            if (!found.empty() && (candidates.empty() || found.front().score > candidates.front().score))
                made.asked = std::move(one);
            add_candidates(candidates, std::move(found));
        }
        made.ranking = rank(std::move(candidates), made.asked, context, m_parents);
        return made;
    };
    Attempt best = attempt(Reach::sounds);
    if (best.ranking.answer.empty() || best.ranking.answer.front().score < good_enough) {
        Attempt misspelt = attempt(Reach::misspelt);
        const bool nothing_else = best.ranking.answer.empty() && best.ranking.set_aside.empty();
        const double better_than = nothing_else ? 0 : std::max(best.ranking.probability, least_probability);
        if (misspelt.ranking.probability > better_than) best = std::move(misspelt);
    }
    const auto& [asked, ranking] = best;
    if (ranking.answer.empty()) return no_answer(query, asked, ranking, m_gazetteers);
    if (ranking.probability < least_probability) return too_unlike(query, asked, ranking);
    // A border that the gazetteer knows by name only is where the outlines of its countries meet.
    if (ranking.rivals.empty() && ranking.answer.front().place().kind == "border") {
        if (const auto phrase = read_phrase(query.words)) return from_phrase(query, *phrase);
    }
    return answer_of(query, asked, std::move(best.ranking), m_gazetteers);
}

/// Places of a phrase are looked up as if they stood alone, with what the phrase and the report state about
/// them.
Location Resolver::from_phrase(const Query& query, const Phrase& phrase) {
    PlaceFinder find;
    find.named = [&](const std::string& words, const std::vector<std::string>& parents) {
        Query part = query;
        part.words = words;
        for (const std::string& parent : parents) part.words += ", " + parent;
        return look_up(part);
    };
    find.of_id = [&](const std::string& place_id) {
        Query part;
        part.words = place_id;
        part.is_place_id = true;
        return look_up(part);
    };
    return locate_phrase(query.words, phrase, find);
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
    location.reasons.push_back("The report gives the position " + numbers +
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
    location.reasons.push_back("It lies where " + named->name + " is.");
    return location;
}

}  // namespace incidentmap
