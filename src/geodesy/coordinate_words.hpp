// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "geodesy/coordinate_result.hpp"

namespace incidentmap {

/// \p text with one character for each meaning: ASCII digits and minus, `'` and `"` for all primes, `d` for
/// the degree sign, `,` and `.` for Arabic ones, one blank for any space, upper case letters (so that `d` is
/// the sign alone). Other characters beyond ASCII become `?`, which no coordinates hold. No blanks or
/// brackets at the ends.
std::string plain_coordinate_text(std::string_view text);

/// Latitude and longitude in degrees, minutes, seconds. \p plain is what plain_coordinate_text gave.
CoordinateResult read_angles(const std::string& plain);

/// UTM or MGRS. \p plain is what plain_coordinate_text gave.
CoordinateResult read_grid(const std::string& plain);

/// A whole Plus code; a short one is bad. \p plain is what plain_coordinate_text gave.
CoordinateResult read_plus_code(const std::string& plain);

}  // namespace incidentmap
