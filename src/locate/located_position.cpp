// SPDX-License-Identifier: MIT
// A position in numbers, as what it stands for.
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "geodesy/coordinates.hpp"
#include "geodesy/footprint.hpp"
#include "geodesy/geodesic.hpp"
#include "locate/place_location.hpp"
#include "locate/position_name.hpp"
#include "locate/resolver.hpp"
#include "locate/words_for_people.hpp"

namespace incidentmap {

Location Resolver::locate(const GivenPosition& given, const Location* named, const std::string& country,
                          const std::string& admin1) {
    Location location;
    location.status = Status::resolved;
    location.method = Method::coordinates;
    location.likely = given.position;
    location.footprint = Circle{given.position, given.uncertainty_m};
    location.uncertainty_m = given.uncertainty_m;
    const std::string numbers = to_text(given.position.lat, 6) + ", " + to_text(given.position.lon, 6);
    location.query = named != nullptr ? named->query : numbers;
    location.name = numbers;
    const Precision precision = precision_of_position(given.uncertainty_m);
    location.geo_precision = precision.geo_precision;
    location.where_prec = precision.where_prec;
    location.reasons.push_back("The report gives the position " + numbers +
                               (given.uncertainty_stated ? ", known to " : ", whose decimals claim ") +
                               distance_for_people(given.uncertainty_m) + ".");
    const bool there =
        named != nullptr && named->status == Status::resolved &&
        (covers(named->footprint, given.position) ||
         geodesic(named->likely, given.position).distance_m <= named->uncertainty_m + given.uncertainty_m);
    if (!there) {
        const bool is_unknown = named != nullptr && named->status != Status::resolved;
        name_position(location, m_positions.at(given.position, country_code(country), admin1),
                      is_unknown ? named->query : std::string{});
        return location;
    }
    location.name = named->name;
    location.place_id = named->place_id;
    location.kind = named->kind;
    location.country = named->country;
    location.admin1 = named->admin1;
    location.admin2 = named->admin2;
    location.gazetteer = named->gazetteer;
    location.extent_m = named->extent_m;
    location.accuracy_m = named->accuracy_m;
    location.place_source = named->place_source;
    if (geodesic(named->likely, given.position).distance_m <= named->accuracy_m + given.uncertainty_m)
        location.anchor_id = named->place_id;
    location.reasons.push_back("It lies where " + named->name + " is.");
    return location;
}

}  // namespace incidentmap
