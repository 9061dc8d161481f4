// SPDX-License-Identifier: MIT
#include "locate/clue_area.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/text.hpp"
#include "geodesy/geodesic.hpp"
#include "geodesy/overlay.hpp"
#include "locate/reasons.hpp"

namespace incidentmap {
namespace {

// The rules of docs/localities.md. Lengths in metres.
constexpr double near_m = 5'000;              ///< beyond the edge of a small place
constexpr double direction_reach_m = 25'000;  ///< how far `north of Q` reaches beyond the edge of Q
constexpr double border_half_width_m = 10'000;
constexpr double between_share = 0.15;  ///< of the way between two places, to either side
constexpr double road_share = 0.25;     ///< roads bend
constexpr double part_share =
    0.4;  ///< of an area's extent: its north, its middle and its south overlap a little
constexpr double part_widening = 1.5;  ///< `northern Q` takes in more than what is `north of Q`

bool is_area(const Location& place) { return std::holds_alternative<MultiPolygon>(place.footprint); }

double to_degrees(double radians) { return radians * 180 / std::numbers::pi; }

/// Within which of a place everything lies that is near it: twice its radius, and 5 km beyond its edge at the
/// least.
double near_radius_m(const Location& place) {
    return std::max(2 * place.uncertainty_m, place.uncertainty_m + near_m);
}

/// A sector about the likely point, both of its sides \p half_deg from the compass direction; a whole ring
/// where these meet.
Sector sector_towards(LonLat centre, const CompassDirection& direction, double half_deg, double inner_m,
                      double outer_m) {
    if (half_deg >= 180) return {centre, inner_m, outer_m, 0, 360};
    return {centre, inner_m, outer_m, wrapped_azimuth(direction.azimuth_deg - half_deg), 2 * half_deg};
}

std::string compass_direction_in_words(const CompassDirection& direction) {
    constexpr std::pair<std::string_view, std::string_view> names[]{
        {"N", "north"},       {"E", "east"},        {"S", "south"},       {"W", "west"},
        {"NE", "north-east"}, {"SE", "south-east"}, {"SW", "south-west"}, {"NW", "north-west"}};
    for (const auto& [name, words] : names) {
        if (name == direction.name) return std::string(words);
    }
    return std::string(direction.name);
}

std::string stated(const StatedDistance& distance) {
    return distance_for_people(std::max(0.0, distance.distance_m - distance.half_width_m)) + " to " +
           distance_for_people(distance.distance_m + distance.half_width_m);
}

std::string quoted(const Clue& clue) { return "\"" + clue.words + "\""; }

/// One distance, in a direction or in none.
ClueArea one_leg(const Clue& clue, const Location& place) {
    const Leg& leg = clue.legs.front();
    const double radius_m = place.uncertainty_m;
    const double nearest_m = std::max(0.0, leg.distance.distance_m - leg.distance.half_width_m);
    const double outer_m = leg.distance.distance_m + leg.distance.half_width_m + radius_m;
    ClueArea area;
    const std::string from = quoted(clue) + ": " + stated(leg.distance) + " from anywhere in " + place.name +
                             " (" + distance_for_people(radius_m) + " about its point)";
    if (!leg.direction) {
        area.method = Method::distance;
        area.is_point = false;
        area.likely = place.likely;
        area.footprint = Circle{place.likely, outer_m};
        area.sentence = from + ", in which direction is not said.";
        return area;
    }
    area.method = Method::distance_direction;
    area.likely = destination(place.likely, leg.direction->azimuth_deg, leg.distance.distance_m);
    area.sentence = from + ", up to " + to_text(leg.direction->half_angle_deg, 2) + "° to either side of " +
                    compass_direction_in_words(*leg.direction) + ".";
    // Whoever stands at the edge of the place sees the direction turned by as much as the place is wide from
    // there.
    if (radius_m >= nearest_m) {
        area.footprint = Circle{place.likely, outer_m};
        return area;
    }
    const double half_deg = leg.direction->half_angle_deg + to_degrees(std::asin(radius_m / nearest_m));
    area.footprint =
        sector_towards(place.likely, *leg.direction, half_deg, std::max(0.0, nearest_m - radius_m), outer_m);
    return area;
}

/// `5 km east and 3 km north of Q`: two legs at an angle fix a position, each as well as its distance is
/// known.
ClueArea two_legs(const Clue& clue, const Location& place) {
    const Leg& first = clue.legs[0];
    const Leg& second = clue.legs[1];
    ClueArea area;
    area.method = Method::distance_direction;
    area.likely =
        destination(destination(place.likely, first.direction->azimuth_deg, first.distance.distance_m),
                    second.direction->azimuth_deg, second.distance.distance_m);
    area.footprint = Circle{area.likely, place.uncertainty_m + std::hypot(first.distance.half_width_m,
                                                                          second.distance.half_width_m)};
    area.sentence = quoted(clue) + ": two distances at an angle, " + stated(first.distance) + " and " +
                    stated(second.distance) + ", from anywhere in " + place.name + ".";
    return area;
}

ClueArea direction(const Clue& clue, const Location& place) {
    ClueArea area;
    area.method = Method::direction;
    area.is_point = !is_area(place);
    const double outer_m = place.uncertainty_m + direction_reach_m;
    area.likely = destination(place.likely, clue.direction->azimuth_deg, outer_m / 2);
    area.footprint =
        sector_towards(place.likely, *clue.direction,
                       clue.direction->half_angle_deg * (is_area(place) ? part_widening : 1), 0, outer_m);
    area.sentence = quoted(clue) + ": no distance is said; up to " + distance_for_people(direction_reach_m) +
                    " beyond the edge of " + place.name + " counts.";
    return area;
}

ClueArea part(const Clue& clue, const Location& place) {
    ClueArea area;
    area.method = Method::part_of_area;
    const double radius_m = place.uncertainty_m;
    if (!is_area(place)) {
        area.sentence = quoted(clue) + ": the part of " + place.name +
                        (clue.direction ? " that lies to the " + compass_direction_in_words(*clue.direction) +
                                              " of its middle."
                                        : " within half its radius of its middle.");
        if (clue.direction) {
            area.footprint = sector_towards(place.likely, *clue.direction,
                                            clue.direction->half_angle_deg * part_widening, 0, radius_m);
            area.likely = destination(place.likely, clue.direction->azimuth_deg, radius_m / 2);
        } else {
            area.footprint = Circle{place.likely, radius_m / 2};
            area.likely = place.likely;
        }
        return area;
    }
    area.is_point = false;
    const auto& whole = std::get<MultiPolygon>(place.footprint);
    MultiPolygon cut = clue.direction ? part_towards(whole, clue.direction->azimuth_deg, part_share)
                                      : middle_part(whole, part_share);
    if (cut.polygons.empty()) cut = whole;  // nothing of it lies in its own middle
    area.sentence = quoted(clue) + ": of " + place.name +
                    (clue.direction ? ", the two fifths of its extent that lie to the " +
                                          compass_direction_in_words(*clue.direction) + "."
                                    : ", the middle two fifths of its extent.");
    area.likely = position_within(cut);
    area.footprint = std::move(cut);
    return area;
}

ClueArea side(const Clue& clue, const Location& place, const Location& other) {
    constexpr double half_deg = 45;  // as of a compass direction that has four to choose from
    const double azimuth_deg = geodesic(place.likely, other.likely).azimuth_deg;
    ClueArea area;
    if (is_area(place)) {
        MultiPolygon cut = part_towards(std::get<MultiPolygon>(place.footprint), azimuth_deg, part_share);
        area.method = Method::part_of_area;
        area.is_point = false;
        area.likely = position_within(cut);
        area.footprint = std::move(cut);
        area.sentence = quoted(clue) + ": of " + place.name +
                        ", the two fifths of its extent that lie towards " + other.name + ".";
        return area;
    }
    const double outer_m = near_radius_m(place);
    area.method = Method::direction;
    area.likely = destination(place.likely, azimuth_deg, outer_m / 2);
    area.footprint = Sector{place.likely, 0, outer_m, wrapped_azimuth(azimuth_deg - half_deg), 2 * half_deg};
    area.sentence = quoted(clue) + ": from the middle of " + place.name + " towards " + other.name +
                    ", up to " + to_text(half_deg, 0) + "° to either side, as far as what is near " +
                    place.name + ".";
    return area;
}

ClueArea outskirts(const Clue& clue, const Location& place) {
    ClueArea area;
    area.method = Method::near;
    const double radius_m = place.uncertainty_m;
    area.likely = place.likely;
    area.sentence = quoted(clue) + ": as far as half its radius beyond the edge of " + place.name + ".";
    if (is_area(place)) {
        area.is_point = false;
        area.footprint = band_along_edge(place.footprint, nullptr, border_half_width_m);
        area.likely = position_within(std::get<MultiPolygon>(area.footprint));
        area.sentence = quoted(clue) + ": " + distance_for_people(border_half_width_m) +
                        " to either side of the edge of " + place.name + ".";
    } else if (clue.direction) {
        area.footprint =
            sector_towards(place.likely, *clue.direction, clue.direction->half_angle_deg * part_widening,
                           radius_m / 2, 1.5 * radius_m);
        area.likely = destination(place.likely, clue.direction->azimuth_deg, radius_m);
    } else {
        area.footprint = Circle{place.likely, 1.5 * radius_m};
    }
    return area;
}

ClueArea near(const Clue& clue, const Location& place) {
    ClueArea area;
    area.method = Method::near;
    area.likely = place.likely;
    if (is_area(place)) {
        area = outskirts(clue, place);
    } else {
        area.footprint = Circle{place.likely, near_radius_m(place)};
        area.sentence = quoted(clue) + ": as far as its own radius, and " + distance_for_people(near_m) +
                        " at the least, beyond the edge of " + place.name + ".";
    }
    return area;
}

/// `off Q`: no land and no harbour, and how far is not said: as far as a direction without a distance
/// reaches.
ClueArea offshore(const Clue& clue, const Location& place) {
    ClueArea area;
    area.method = Method::near;
    area.is_point = false;
    area.likely = place.likely;
    area.footprint = is_area(place)
                         ? Footprint{band_along_edge(place.footprint, nullptr, direction_reach_m)}
                         : Footprint{Circle{place.likely, place.uncertainty_m + direction_reach_m}};
    if (is_area(place)) area.likely = position_within(std::get<MultiPolygon>(area.footprint));
    area.sentence = quoted(clue) + ": at sea, up to " + distance_for_people(direction_reach_m) +
                    " beyond the edge of " + place.name + "; how far out is not said.";
    return area;
}

ClueArea between(const Clue& clue, const Location& place, const Location& other) {
    const Geodesic way = geodesic(place.likely, other.likely);
    const double share = clue.relation == Relation::road ? road_share : between_share;
    const double half_width_m = std::max({share * way.distance_m, is_area(place) ? 0 : place.uncertainty_m,
                                          is_area(other) ? 0 : other.uncertainty_m});
    ClueArea area;
    area.method = Method::between;
    area.is_point = !is_area(place) && !is_area(other);
    area.likely = destination(place.likely, way.azimuth_deg, way.distance_m / 2);
    area.footprint = band_between(place.likely, other.likely, half_width_m);
    area.sentence = quoted(clue) + ": up to " + distance_for_people(half_width_m) +
                    " to either side of the straight line from " + place.name + " to " + other.name + ", " +
                    distance_for_people(way.distance_m) + " long.";
    return area;
}

std::variant<ClueArea, std::string> border(const Clue& clue, const Location& place, const Location* other) {
    for (const Location* one : {&place, other}) {
        if (one != nullptr && !is_area(*one))
            return quoted(clue) + " names a border of " + one->name +
                   ", of which the gazetteers loaded have no outline.";
    }
    MultiPolygon band =
        band_along_edge(place.footprint, other == nullptr ? nullptr : &other->footprint, border_half_width_m);
    if (band.polygons.empty())
        return other == nullptr ? place.name + " has no border that can be drawn."
                                : place.name + " and " + other->name + " have no border with one another.";
    ClueArea area;
    area.method = Method::border;
    area.is_point = false;
    area.likely = position_within(band);
    area.footprint = std::move(band);
    area.sentence = quoted(clue) + ": " + distance_for_people(border_half_width_m) +
                    " to either side of the border of " + place.name +
                    (other == nullptr ? "" : " with " + other->name) + ".";
    return area;
}

}  // namespace

std::variant<ClueArea, std::string> clue_area(const Clue& clue, const Location& place,
                                              const Location* other) {
    switch (clue.relation) {
        case Relation::at:
            return ClueArea{place.footprint, place.likely, place.method, place.status == Status::resolved,
                            quoted(clue) + " names the place itself."};
        case Relation::within:
            return ClueArea{place.footprint, place.likely, place.method, false,
                            quoted(clue) + ": within " + place.name + "."};
        case Relation::near:
        case Relation::outside:
            return near(clue, place);
        case Relation::offshore:
            return offshore(clue, place);
        case Relation::outskirts:
            return outskirts(clue, place);
        case Relation::part:
            return part(clue, place);
        case Relation::direction:
            return direction(clue, place);
        case Relation::offset:
            return clue.legs.size() == 2 ? two_legs(clue, place) : one_leg(clue, place);
        case Relation::between:
        case Relation::road:
            return between(clue, place, *other);
        case Relation::border:
            return border(clue, place, other);
        case Relation::side:
            return side(clue, place, *other);
    }
    return std::string("The words are not understood.");
}

}  // namespace incidentmap
