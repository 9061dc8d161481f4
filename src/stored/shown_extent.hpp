// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "geodesy/antimeridian.hpp"
#include "geodesy/map_crs.hpp"
#include "geopackage/database.hpp"
#include "layer/schema.hpp"

namespace incidentmap {

/// The layers whose points a map opens on. Lines run from launch places to attacks: their ends are among
/// these.
inline constexpr std::array shown_points{LayerId::attacks, LayerId::other_incidents, LayerId::launch_sites};

/// Whether a map opens on an area of `attack_areas` too: on a whole country only where there is nothing else.
/// \param where_prec UCDP's code of it
inline bool is_shown_area(std::int64_t where_prec, bool is_all_there_is) {
    constexpr std::int64_t country = 6;
    return where_prec < country || is_all_there_is;
}

/// Nine positions of a box: its corners, the middles of its sides, its middle.
std::array<LonLat, 9> positions_of(const Box& frame);

/// Where a build's incidents and launch places lie: what its maps open on, in QGIS and on the page. However
/// many there are, they are kept by cells of a fiftieth of a degree.
class ShownPositions {
  public:
    /// None.
    ShownPositions() = default;

    /// Areas of whole countries count only where there is nothing else, and a few positions far from all
    /// others (outliers.hpp) do not, unless all are to be shown. \throws Error where the file is
    /// damaged
    explicit ShownPositions(Database& database, bool shows_all = false);

    /// Those that a map shows which is to show all of a box, whatever it holds.
    explicit ShownPositions(const Box& frame);

    void add(LonLat position);

    bool is_empty() const { return m_cells.empty(); }

    /// An equal-area projection about their middle; Equal Earth where they are all over the world, or none.
    MapCrs projection() const;

    /// What a map in that projection is to show, with a margin; at least 100 km. \throws UsageError where it
    /// can show none of them
    MapExtent extent(const MapCrs& crs) const;

    /// What all of them lie in, across the antimeridian where that is narrower; nothing where there is none.
    std::optional<Box> box() const;

    /// At most so many of them, from all over.
    std::vector<LonLat> some(std::size_t most) const;

    /// Whether anything may lie outside of what maps show, and whether a position does.
    bool has_outside() const { return m_frame.has_value() || !m_outside.empty(); }
    bool is_outside(LonLat position) const;

    /// Longitudes and latitudes of that extent, and of as much beside it as a wide screen shows.
    Box surroundings() const;

  private:
    void add_points(Database& database, const std::string& layer);
    void add_areas(Database& database, bool is_all_there_is);
    void leave_out_outliers();

    /// From west to east, as far as positions lie.
    struct Span {
        double west = std::numeric_limits<double>::infinity();
        double east = -std::numeric_limits<double>::infinity();
        void add(double lon);
        double width() const { return east - west; }
    };

    std::set<std::pair<int, int>> m_cells;
    std::set<std::pair<int, int>> m_outside;  ///< cells of what lies far from all others
    std::optional<Box> m_frame;               ///< what is to be shown, whatever lies in it
    Span m_from_antimeridian;                 ///< longitudes of -180 to 180
    Span m_from_greenwich;                    ///< the same as 0 to 360
    double m_south = 90;
    double m_north = -90;
};

}  // namespace incidentmap
