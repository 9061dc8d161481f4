// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "geodesy/antimeridian.hpp"
#include "geodesy/plane.hpp"
#include "geodesy/shapes.hpp"
#include "writer/picture/canvas.hpp"

namespace incidentmap {

/// Where positions stand on a page: a Lambert azimuthal equal-area map about the middle of what it shows, so
/// that circles look like circles and areas compare. North is up at its middle.
class MapView {
  public:
    /// \param shown what is to be seen whole; nothing: the whole world
    /// \param least_width_m how much of the ground the shorter side of the frame shows at the least
    MapView(const PageBox& frame, const std::vector<Geometry>& shown, double least_width_m);

    const PageBox& frame() const { return m_frame; }
    PagePoint at(LonLat position) const;
    /// Whether it lies within the frame.
    bool shows(PagePoint point) const;
    bool shows(LonLat position) const { return shows(at(position)); }
    /// \throws Error for a point that is not on the globe
    LonLat position_at(PagePoint point) const;
    /// False for what a map of the world shows beside the globe.
    bool is_on_globe(PagePoint point) const;
    /// The rings of an area, their edges straight in longitude and latitude as they are meant. What lies far
    /// outside the frame is left out, and vertices that nobody could tell apart.
    std::vector<PagePath> rings(const MultiPolygon& area) const;
    /// The edges of an area, without those along the antimeridian or at a pole, which are no borders.
    std::vector<PagePath> borders(const MultiPolygon& area) const;
    std::vector<PagePath> lines(const MultiLine& lines) const;

    /// Longitudes and latitudes that hold all of the frame; west > east across the antimeridian.
    Box box() const;
    /// Metres of the ground a pixel, in the middle of the frame.
    double metres_a_pixel() const { return m_metres_a_pixel; }

  private:
    PagePath traced(const Line& positions) const;
    PageBox surely_hidden_beyond() const;

    PageBox m_frame;
    Plane m_plane;
    double m_metres_a_pixel = 1;
};

}  // namespace incidentmap
