// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "gazetteer/surroundings.hpp"
#include "writer/picture/canvas.hpp"
#include "writer/picture/map_view.hpp"

namespace incidentmap {

/// The ground of a map: land, water, rivers, borders. To be drawn as often as a sheet has maps of one size.
class GroundDrawing {
  public:
    GroundDrawing(const MapView& view, const Surroundings& surroundings);

    /// Draws it into a frame as large as the view's.
    void draw(Canvas& canvas, const PageBox& frame) const;

  private:
    struct Border {
        PagePath path;
        Stroke stroke;
    };
    PagePoint m_corner;
    std::vector<std::vector<PagePath>> m_land;
    std::vector<std::vector<PagePath>> m_lakes;
    std::vector<Border> m_rivers;
    std::vector<Border> m_borders;
};

/// The points of what is shown; of very many, every so many.
std::vector<LonLat> some_points(const std::vector<Geometry>& shown);

/// Of some places of the frame in rows and columns those that lie in an area, the nearest to their middle
/// first.
std::vector<PagePoint> places_in(const MapView& view, const MultiPolygon& area, int steps);

}  // namespace incidentmap
