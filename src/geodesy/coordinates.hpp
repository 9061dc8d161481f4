// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "geodesy/coordinate_result.hpp"

namespace incidentmap {

/// What a text gives as coordinates; nothing where it is not coordinates at all. Never throws on any text.
///
/// A bare pair is latitude, longitude (with only a blank between, both need a decimal point):
/// - `33.3406, 44.4009`, `-33.3; 44.4`, `33.3406 44.4009`, `33,3406; 44,4009`
///
/// Letters and words override the order:
/// - `33.3406 N, 44.4009 E`, `44.4009E 33.3406N`, `N 33.3 E 44.4`, `lat 33.3 lon 44.4`
///
/// Degrees, minutes, seconds, with primes of any make, `º`, Arabic digits:
/// - `33°20'26"N 44°24'03"E`, `33 20 26 N 44 24 3 E`, `33:20:26, 44:24:03`, `33-20-26N 44-24-03E`
///
/// UTM: zone, letter, easting, northing in metres:
/// - `38S 443000 3690000`, `38N 443000E 3690000N`, `UTM 38 S 443000 3690000`
///
/// MGRS, from squares of 100 km to 1 m, but not its polar squares:
/// - `38SMB4488`, `38S MB 44 88`, `38smb4488`, `38SMB`
///
/// Digits run together, the address of a map, WKT and RFC 5870:
/// - `332026N 0442403E`, `https://…/@33.3406,44.4009,15z`, `POINT (44.4009 33.3406)`, `geo:33.3406,44.4009`
///
/// UTM's letter is an MGRS band (C to X), but `N` is always the northern hemisphere, and `S` is band S (32 to
/// 40 degrees north) where the northing lies in it, else the southern hemisphere. Another letter whose band
/// does not hold the northing is bad. Names and numbers of other things (`Camp 7`, `K-1`, `T4`, `1920`, `7
/// April`, `2020-07-27`, `12:30`, `1,920`) are no coordinates. Whole numbers without sign or letter are only
/// where they are in range one way or the other.
CoordinateResult read_coordinates(std::string_view text);

}  // namespace incidentmap
