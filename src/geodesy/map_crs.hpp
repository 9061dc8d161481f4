// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "core/lon_lat.hpp"
#include "geodesy/plane.hpp"

namespace incidentmap {

/// A stretch of a map, in its units. As made it holds nothing.
struct MapExtent {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    bool is_empty() const { return min_x > max_x; }
    double width() const { return max_x - min_x; }
    double height() const { return max_y - min_y; }
    void add(double x, double y);
    /// With the same middle, at least so wide and so high.
    MapExtent at_least(double least_width, double least_height) const;
};

/// What a map is drawn in: a reference system of PROJ, x to the east and y to the north.
class MapCrs {
  public:
    /// Lambert azimuthal equal-area about a position, on WGS 84: circles look like circles near its middle,
    /// areas compare, and one scale bar serves all of the map as far as some thousand kilometres. \throws
    /// Error where PROJ refuses
    static MapCrs about(LonLat middle);
    /// Equal Earth (EPSG:8857), for maps of the world.
    static MapCrs of_the_world();
    /// One of the EPSG's list: `EPSG:32638`. \throws UsageError where there is none of that name that a map
    /// can be drawn in
    static MapCrs named(const std::string& words);

    MapCrs(MapCrs&&) noexcept;
    MapCrs& operator=(MapCrs&&) noexcept;
    ~MapCrs();

    /// For people: `Lambert azimuthal equal-area about 33.6° N, 44.1° E`.
    const std::string& name() const;
    /// `EPSG:32638`; empty for one that is made for its map.
    const std::string& authid() const;
    /// As ISO 19162 has it.
    const std::string& wkt() const;
    /// As PROJ has it; may be empty.
    const std::string& proj() const;
    /// True where its units are degrees, and not metres.
    bool is_geographic() const;
    /// How many of its units a metre is, about: 1 where they are metres.
    double units_a_metre() const;

    /// Nothing for a position that this system cannot show.
    std::optional<PlanePoint> to_map(LonLat position) const;

  private:
    struct State;
    explicit MapCrs(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
