// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "core/lon_lat.hpp"
#include "geodesy/antimeridian.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// A position on a plane, in metres from its middle: \p x_m to the east there, \p y_m to the north.
struct PlanePoint {
    double x_m = 0;
    double y_m = 0;
};

/// What is true on a plane: distances from its middle, or the sizes of areas.
enum class PlaneKind { equidistant, equal_area };

/// The azimuthal plane about a position, on WGS 84, made by PROJ. Good as far as some thousand kilometres
/// from its middle; the position opposite the middle is not on it.
class Plane {
  public:
    /// \throws Error where PROJ refuses
    Plane(LonLat middle, PlaneKind kind);
    ~Plane();
    Plane(Plane&&) noexcept;
    Plane& operator=(Plane&&) noexcept;

    /// \throws Error for a position that is not on the plane
    PlanePoint to_plane(LonLat position) const;
    /// \throws Error for a point that is not on the globe
    LonLat to_globe(PlanePoint point) const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The direction of the mean of positions from the middle of the earth: right across the antimeridian and
/// over a pole.
class MeanPosition {
  public:
    void add(LonLat position);
    /// 0, 0 where there is none, or they hold one another in balance.
    LonLat position() const;

  private:
    double m_x = 0;
    double m_y = 0;
    double m_z = 0;
};

/// Longitudes and latitudes that hold all of the plane within so many metres of its middle; west > east
/// across the antimeridian. No more than a hemisphere is looked at.
Box box_about(const Plane& plane, double half_width_m, double half_height_m);

/// A line with positions between its own, no more than \p longest_edge_deg degrees apart: an edge that is
/// straight in longitude and latitude is bent on a plane.
Line made_dense(const Line& positions, double longest_edge_deg);

}  // namespace incidentmap
