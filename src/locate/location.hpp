// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/lon_lat.hpp"
#include "geodesy/footprint.hpp"

namespace incidentmap {

/// What the look-up of a locality came to. Every incident ends in exactly one of them.
enum class Status {
    resolved,    ///< a point on the map
    coarse,      ///< only a province, district or country is known: drawn as that area, never as a point
    ambiguous,   ///< several places fit and nothing decides: all are listed, none is drawn
    unresolved,  ///< kept, with the reason and what would put it right
};

/// `resolved`, `coarse`, `ambiguous` or `unresolved`.
const char* to_string(Status status);

/// By which method a footprint was made. The closed list of the layers' column `method`.
enum class Method {
    none,
    place_name,
    area_outline,
    coordinates,
    distance_direction,
    distance,
    direction,
    near,
    between,
    border,
    part_of_area,
    intersection,
    decision
};

/// `place_name` …; empty for none.
const char* to_string(Method method);

/// A place that a locality may mean, with how sure that is and why.
struct Match {
    std::string name;
    std::string place_id;
    std::string kind;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string admin1;
    std::string admin2;
    LonLat point;
    double score =
        0;  ///< 0 to 1: how sure we are that the name means this place, not that anything happened there
    std::string reasons;  ///< one sentence
};

/// The answer to a locality.
struct Location {
    std::string query;  ///< the words that were looked up
    std::uint64_t serial =
        0;  ///< the same for the same answer of one run, by which work done for it is known again; 0: none
    Status status = Status::unresolved;

    // Of the place found; empty for ambiguous and unresolved.
    std::string name;
    std::string place_id;
    std::string kind;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string admin1;
    std::string admin2;
    std::string anchor_id;  ///< of a phrase about a place, or a position that was given: the gazetteer's id
                            ///< of the place whose point `likely` is, or from which it cannot be told apart
    LonLat likely;          ///< the likely point: one source's published point, never an average
    Footprint footprint;    ///< the area in which the location lies
    double uncertainty_m = 0;  ///< radius of the smallest circle about `likely` that covers the footprint
    int geo_precision = 0;     ///< ACLED; 0 where none
    int where_prec = 0;        ///< UCDP; 0 where none
    Method method = Method::none;
    std::optional<double> score;  ///< none where no name was matched

    std::string decided_by;    ///< the person whose decision it is (`not stated` where the decision does not
                               ///< say); empty where the program answered
    double extent_m = 0;       ///< how large the gazetteer's place is; 0 where it is none
    double accuracy_m = 0;     ///< how well its point is known
    std::string place_source;  ///< the source of its point, by the gazetteer's id

    std::string gazetteer;             ///< the name of the gazetteer that answered; empty for coordinates
    std::vector<std::string> reasons;  ///< sentences that a reader in a court could follow
    std::vector<Match> alternatives;  ///< for ambiguous: all that fit, or the best of many; else what was set
                                      ///< aside; for unresolved: suggestions
    std::size_t more_alternatives = 0;   ///< for ambiguous: how many fit besides those
    std::string remedy;                  ///< for ambiguous and unresolved: what would put it right
    std::vector<std::string> conflicts;  ///< what the words say that does not fit together: sentences

    bool has_place() const { return status == Status::resolved || status == Status::coarse; }
};

/// The sentences of `because` as one text.
std::string reasons_text(const Location& location);

}  // namespace incidentmap
