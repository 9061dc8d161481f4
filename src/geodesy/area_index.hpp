// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/lon_lat.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// Areas by position, in an index of their boxes (GEOS). What is asked takes a time that hardly depends on
/// how many areas there are or how fine their outlines.
class AreaIndex {
  public:
    AreaIndex();
    ~AreaIndex();
    AreaIndex(AreaIndex&&) noexcept;
    AreaIndex& operator=(AreaIndex&&) noexcept;

    /// The area's number is how many were added before it. An outline that crosses itself is mended.
    /// \throws Error where GEOS cannot take it
    void add(const MultiPolygon& outline);

    std::size_t size() const;

    struct Found {
        std::size_t number = 0;
        bool holds = false;  ///< false: it only comes near
    };
    /// The areas that hold the position or come within \p within_m metres of it; those that hold it first,
    /// each kind in the order in which they were added.
    std::vector<Found> at(LonLat position, double within_m);

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The centroid of an outline in longitude and latitude, wherever it lies. \throws Error where there is none
LonLat centroid_of(const MultiPolygon& outline);

}  // namespace incidentmap
