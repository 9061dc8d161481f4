// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "geodesy/coordinate_result.hpp"

namespace incidentmap {

/// \p text with one character for each meaning: ASCII digits and minus, `'` and `"` for all primes, `d` for
/// the degree sign, `,` and `.` for Arabic ones, one blank for any space, upper case letters (so that `d` is
/// the sign alone). Other characters beyond ASCII become `#`, which no coordinates hold. No blanks or
/// brackets at the ends.
std::string plain_coordinate_text(std::string_view text);

/// Latitude and longitude in degrees, minutes, seconds. \p plain is what plain_coordinate_text gave.
CoordinateResult read_angles(const std::string& plain);

/// The text with the words for north, south, east and west of seven languages as the letters that they stand
/// for: `33.34 с.ш.`, `33.34 Norte`.
std::string with_english_letters(std::string_view text);

/// The position of a JSON object, `{"lat": 33.34, "lon": 44.4}` or a GeoJSON point, as two labelled numbers;
/// empty where there is none.
std::string pair_in_json(std::string_view text);

/// `33D20M26SN`, `+33.3406+044.4009/` and `444247 3689200 38N` as they are usually written.
/// \p plain is what plain_coordinate_text gave.
std::string in_usual_form(const std::string& plain);

/// Takes away what says that a position is not exact (`~`, `approx.`, `?`), the name of its datum, and a sign
/// that is left over; true where it is not exact. \p plain is what plain_coordinate_text gave.
bool take_doubt(std::string& plain);

/// UTM or MGRS. \p plain is what plain_coordinate_text gave.
CoordinateResult read_grid(const std::string& plain);

/// A whole Plus code; a short one is bad. \p plain is what plain_coordinate_text gave.
CoordinateResult read_plus_code(const std::string& plain);

}  // namespace incidentmap
