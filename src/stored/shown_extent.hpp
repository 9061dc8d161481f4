// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <utility>

#include "geodesy/antimeridian.hpp"
#include "geodesy/map_crs.hpp"
#include "geopackage/database.hpp"

namespace incidentmap {

/// Where a build's incidents and launch places lie: what its map opens on. However many there are,
/// they are kept by cells of a fiftieth of a degree.
class ShownPositions {
  public:
    /// Areas of whole countries count only where there is nothing else. \throws Error where the file is
    /// damaged
    explicit ShownPositions(Database& database);

    bool is_empty() const { return m_cells.empty(); }

    /// An equal-area projection about their middle; Equal Earth where they are all over the world, or none.
    MapCrs projection() const;

    /// What a map in that projection is to show, with a margin; at least 100 km. \throws UsageError where it
    /// can show none of them
    MapExtent extent(const MapCrs& crs) const;

    /// Longitudes and latitudes of that, and of as much beside it as a wide screen shows.
    Box surroundings() const;

  private:
    void add(LonLat position);
    void add_points(Database& database, const std::string& layer);
    void add_areas(Database& database, const std::string& sql);

    std::set<std::pair<int, int>> m_cells;
};

}  // namespace incidentmap
