// SPDX-License-Identifier: MIT
/// Shapes as a page holds them: short, and exact enough for a screen.
#pragma once

#include <functional>
#include <string>

#include "geodesy/shapes.hpp"

namespace incidentmap {

/// How many whole steps a page counts a degree in: a step is 1.1 m of latitude.
inline constexpr double shape_steps_a_degree = 100'000;

/// Appends lines or rings as a JSON array: of an area `[[ring, hole…], …]`, of lines `[line, …]`, where each
/// ring and line is `[x, y, dx, dy, …]` in whole steps, the first position from 0/0, each further one from
/// the one before. A ring's last position, which is its first, is left out. A point or nothing is `[]`.
void append_shape(std::string& out, const Geometry& geometry);

/// How far a line may be from where it was, in degrees, at a position.
using Tolerance = std::function<double(LonLat)>;

/// The line with fewer positions, none of those left out farther from it than \p tolerance at that position
/// (Douglas and Peucker 1973, in plain longitude and latitude). The first and the last stay.
Line thinned(const Line& line, const Tolerance& tolerance);

/// The area with fewer positions; rings that are smaller than the tolerance are left out.
MultiPolygon thinned(const MultiPolygon& area, const Tolerance& tolerance);

}  // namespace incidentmap
