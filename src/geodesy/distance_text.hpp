// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// A distance for people, with no more digits than its bounds bear, in kilometres from 1 km on, in metres
/// below.
///
/// The step of rounding is the largest of 1, 5, 10, 50, 100 ... that is not above a quarter of the difference
/// of the bounds, and not below 0.1 km (1 m below 1 km); the bounds are rounded outwards, the likely value to
/// the nearest.
///
/// | min, likely, max in metres | text |
/// |---|---|
/// | 40200, 45100, 49800 | `about 45 km (40 to 50)` |
/// | 6000, 11600, 17300 | `about 12 km (6 to 18)` |
/// | 40500, 43470, 46500 | `about 43 km (40 to 47)` |
/// | 420, 450, 480 | `about 450 m (420 to 480)` |
/// | 43470, 43470, 43470 | `43.5 km` (bounds less than a step apart: the likely value alone) |
/// | 834567, 834567, 834567 | `835 km` (whole kilometres from 100 km on) |
/// | 0, 5000, 12000 | `up to 12 km, likely about 5 km` |
/// | 0, 0, 800 | `up to 800 m` |
/// | 0, 0, 0 | `0 m` |
///
/// Where the least rounds to 0, the step is no more than a tenth of the greatest.
/// A value that is not finite gives `unknown`.
std::string distance_text(double min_m, double likely_m, double max_m);

}  // namespace incidentmap
