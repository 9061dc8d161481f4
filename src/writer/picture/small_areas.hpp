// SPDX-License-Identifier: MIT
/// Areas that would be hidden by their smallness; for the picture's own sources.
#pragma once

#include <string>
#include <vector>

#include "writer/picture/canvas.hpp"
#include "writer/picture/labels.hpp"
#include "writer/picture/map_features.hpp"
#include "writer/picture/map_view.hpp"
#include "writer/picture/sheet_texts.hpp"

namespace incidentmap {

/// Incidents of which only an area is known that is smaller, as it is drawn, than the ring that marks it: too
/// small to be seen, or hidden by a symbol.
struct SmallArea {
    std::string name;
    PagePoint middle;
    double radius = 0;  ///< of its ring: wider than the symbol about which it lies
    std::vector<const Drawn*> incidents;
};

/// How large an area is drawn, in pixels from edge to edge, up to \p enough.
double drawn_size(const MapView& view, const MultiPolygon& area, double enough);

/// Of \p areas those in a view's frame that are too small at its scale.
/// \param symbols what is drawn there \param symbol_radius of one incident's symbol
std::vector<SmallArea> small_areas(const MapView& view, const std::vector<Drawn>& areas,
                                   const std::vector<Stack>& symbols, double symbol_radius);

/// Draws the rings, above symbols so that none is hidden, and keeps names off them.
void draw_small_areas(Canvas& canvas, Labels& labels, const std::vector<SmallArea>& areas);

/// Says in the legend what the rings are.
LegendEntry small_area_entry();

}  // namespace incidentmap
