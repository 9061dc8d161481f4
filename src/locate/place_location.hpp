// SPDX-License-Identifier: MIT
/// Locations made from places of gazetteers, from coordinates, and from nothing that was found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "geodesy/coordinates.hpp"
#include "locate/location.hpp"
#include "locate/query.hpp"
#include "locate/ranking.hpp"

namespace incidentmap {

/// A location that has no place: why, and what would put it right.
Location unresolved(const Query& query, std::string reason, std::string remedy);

/// What words that are coordinates come to.
Location location_of(const Query& query, const ReadCoordinates& read);
Location location_of(const Query& query, const BadCoordinates& bad);

/// The place of that id; nothing where no gazetteer has it.
std::optional<Location> location_of_id(const Query& query, const std::vector<Gazetteer>& gazetteers);

/// What a name comes to that fits places: the answer, or several, or none where it fits too little, where
/// what fits contradicts what is stated, or where nothing fits.
Location location_of(const Query& query, const AskedName& asked, const Ranking& ranking,
                     const std::vector<Gazetteer>& gazetteers);

/// The location of a place that nothing but itself was asked for.
Location location_of_place(const Place& place, const std::vector<Gazetteer>& gazetteers);

/// An answer that is too uncertain for a map: unresolved, with the place as the first of those that may be
/// meant.
Location not_sure_enough(const Query& query, Location found);

/// The area or the place that is stated about one that was not found: coarse, with the reasons and
/// suggestions of \p unfound. \param about the location of what is stated. \param town empty, or what is
/// stated, where that is a town and \p about the division that holds it
Location no_closer_than(const Location& about, const std::string& town, Location unfound);

/// ACLED's and UCDP's codes of a position that is known so well: UCDP's 2 ends at 25 km; beyond, it is no
/// more than a part of a country.
struct Precision {
    int geo_precision;
    int where_prec;
};
Precision precision_of_position(double uncertainty_m);

}  // namespace incidentmap
