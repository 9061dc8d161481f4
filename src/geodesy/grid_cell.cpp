// SPDX-License-Identifier: MIT
#include "geodesy/grid_cell.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace incidentmap {
namespace {

constexpr double pole_to_pole_km = 20'003.9;
/// Of the smallest circle of latitude that counts: an ellipsoid's are a little larger than a sphere's of the
/// polar radius.
constexpr double equator_km = 39'940;

/// One side of a cell: the number of the part in which \p value lies, of \p count parts of \p whole.
/// \param from where the first part begins
double part_of(double value, double from, double whole, double count) {
    const double part = std::clamp(std::floor((value - from) / whole * count), 0.0, count - 1);
    // A rounding may have put it past the edge that is drawn.
    return part > 0 && value < from + part * whole / count ? part - 1 : part;
}

}  // namespace

GridCell grid_cell(LonLat position, double side_km) {
    const double rows = std::max(1.0, std::floor(pole_to_pole_km / side_km));
    const double row = part_of(position.lat, -90, 180, rows);
    const double south = -90 + row * 180 / rows;
    const double north = -90 + (row + 1) * 180 / rows;
    const double nearer_pole = std::max(std::abs(south), std::abs(north));
    const double around_km = equator_km * std::cos(nearer_pole * std::numbers::pi / 180);
    const double columns = std::max(1.0, std::floor(around_km / side_km));
    const double column = part_of(position.lon, -180, 360, columns);
    const double west = -180 + column * 360 / columns;
    const double east = -180 + (column + 1) * 360 / columns;
    const Ring ring{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
    return {{(west + east) / 2, (south + north) / 2}, {{Polygon{ring, {}}}}};
}

}  // namespace incidentmap
