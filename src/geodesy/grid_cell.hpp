// SPDX-License-Identifier: MIT
#pragma once

#include "core/lon_lat.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// A cell of a fixed grid, whatever lies in it.
struct GridCell {
    LonLat middle;
    MultiPolygon outline;
};

/// The cell of a grid over the whole earth in which a position lies. Rows run along latitude from the south
/// pole, all of one height; each row is cut from longitude -180 eastwards into as many cells as keep their
/// narrower side at \p side_km or more. The last cells at a pole may be narrower. \param side_km above 0
GridCell grid_cell(LonLat position, double side_km);

}  // namespace incidentmap
