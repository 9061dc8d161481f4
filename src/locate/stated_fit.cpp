// SPDX-License-Identifier: MIT
#include "locate/stated_fit.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/text.hpp"
#include "geodesy/compass_direction.hpp"
#include "geodesy/distance_bounds.hpp"

namespace incidentmap {
namespace {

constexpr double full_circle = 360;

/// Kilometres for a sentence: whole ones where the greatest of them is 10 km or more.
std::string in_km(double metres, double greatest_m) {
    return to_text(metres / 1000, greatest_m >= 10'000 ? 0 : 1);
}

/// How far apart two azimuths are, 0 to 180.
double turn_deg(double a, double b) {
    const double turn = std::fmod(std::abs(a - b), full_circle);
    return std::min(turn, full_circle - turn);
}

bool is_within(const AzimuthSpan& span, double azimuth_deg) {
    const double width = width_deg(span);
    double from_start = std::fmod(azimuth_deg - span.start_deg, full_circle);
    if (from_start < 0) from_start += full_circle;
    return width >= full_circle || from_start <= width;
}

/// True where the span and the compass direction's angle have an azimuth in common.
bool meet(const AzimuthSpan& span, const CompassDirection& direction) {
    return is_within(span, direction.azimuth_deg - direction.half_angle_deg) ||
           is_within(span, direction.azimuth_deg + direction.half_angle_deg) ||
           turn_deg(span.start_deg, direction.azimuth_deg) <= direction.half_angle_deg;
}

std::string verdict(Fit fit) {
    switch (fit) {
        case Fit::fits:
            return "it fits";
        case Fit::far_ends:
            return "it fits the far ends of the two areas only";
        default:
            return "it fits neither";
    }
}

std::string whole_degrees(double azimuth_deg) { return to_text(std::round(azimuth_deg), 0) + "°"; }

std::string compass_direction_in_words(const CompassDirection& direction) {
    std::string words;
    for (char letter : direction.name) {
        if (!words.empty()) words += '-';
        words += letter == 'N' ? "north" : (letter == 'S' ? "south" : (letter == 'E' ? "east" : "west"));
    }
    return words;
}

}  // namespace

StatedFit compare(const Leg& stated, const Location& from, const Location& to) {
    const DistanceBounds bounds = distance_bounds({from.footprint, from.likely}, {to.footprint, to.likely});
    const double doubt_m = std::hypot(from.uncertainty_m, to.uncertainty_m);
    const std::string between = " from the centre of " + from.name + " to that of " + to.name + ", ";
    StatedFit fit;
    if (stated.distance.distance_m > 0) {
        const double distance_m = stated.distance.distance_m;
        const double half_m = stated.distance.half_width_m;
        const bool within = distance_m + half_m >= bounds.min_m && distance_m - half_m <= bounds.max_m;
        fit.distance = std::abs(distance_m - bounds.likely_m) <= half_m + doubt_m ? Fit::fits
                       : within                                                   ? Fit::far_ends
                                                                                  : Fit::differs;
        const double greatest_m = std::max(distance_m, bounds.max_m);
        fit.distance_sentence = "stated " + in_km(distance_m, greatest_m) + " km; measured " +
                                in_km(bounds.likely_m, greatest_m) + between +
                                in_km(bounds.min_m, greatest_m) + " to " + in_km(bounds.max_m, greatest_m) +
                                " between any two parts of the two areas; " + verdict(fit.distance);
    }
    if (stated.direction) {
        const double turn = turn_deg(bounds.azimuth.likely_deg, stated.direction->azimuth_deg);
        const double doubt_deg = std::atan2(doubt_m, bounds.likely_m) * 180 / std::numbers::pi;
        fit.direction = turn <= stated.direction->half_angle_deg + doubt_deg ? Fit::fits
                        : meet(bounds.azimuth, *stated.direction)            ? Fit::far_ends
                                                                             : Fit::differs;
        fit.direction_sentence =
            "stated " + compass_direction_in_words(*stated.direction) + "; measured " +
            std::string(compass(bounds.azimuth.likely_deg)) + " (" +
            whole_degrees(bounds.azimuth.likely_deg) + ")" + between +
            (width_deg(bounds.azimuth) >= full_circle
                 ? "any direction"
                 : whole_degrees(bounds.azimuth.start_deg) + " to " + whole_degrees(bounds.azimuth.end_deg)) +
            " between any two parts of the two areas; " + verdict(fit.direction);
    }
    return fit;
}

}  // namespace incidentmap
