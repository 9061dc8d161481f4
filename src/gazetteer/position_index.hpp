// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "gazetteer/gazetteer.hpp"

namespace incidentmap {

/// An area's outline as a gazetteer has it, to see which positions lie in it.
struct IndexedArea {
    std::string kind;  ///< `country`, `province`, `district`, `sea`
    std::string name;
    std::string country;  ///< ISO 3166-1 alpha-2; empty where none is known or settled
    std::string admin1;   ///< of a district
    MultiPolygon outline;
};

/// A city, town or village, to say how far from it a position is.
struct IndexedSettlement {
    std::string name;
    std::string country;
    std::string admin1;
    std::string admin2;
    LonLat point;
    double extent_m = 0;
};

/// What a gazetteer has in a box: areas that reach into it, settlements in it.
struct IndexedPlaces {
    std::vector<IndexedArea> areas;
    std::vector<IndexedSettlement> settlements;
};

/// Where a position is, in the gazetteers' words. What no gazetteer knows is empty.
struct PositionPlace {
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string admin1;
    std::string admin2;
    std::string sea;
    std::string settlement;  ///< the nearest, within 100 km
    double distance_m = 0;   ///< from the settlement
    double azimuth_deg = 0;  ///< from the settlement to the position
    bool is_within = false;  ///< within the settlement, as large as the gazetteer has it
};

/// Which country, province, district and settlement a position is in or near, by an index of cells of half a
/// degree. A cell is read from the gazetteers when a position in it is first asked for; what it keeps of an
/// outline are the edges that can matter in it, so that an answer takes microseconds however fine the
/// outlines are.
class PositionIndex {
  public:
    /// \param gazetteers must outlive it; earlier ones go before later ones
    explicit PositionIndex(const std::vector<Gazetteer>& gazetteers) : m_gazetteers{gazetteers} {}

    /// \param country ISO code that the report states, or empty: outlines are generalised, so that a position
    /// at a border is in the country that is stated, as it is where tables may put contested land in another
    /// (contested_places.hpp). \param admin1 the province that is stated, or empty: likewise
    PositionPlace at(LonLat position, const std::string& country = {}, const std::string& admin1 = {});

  private:
    struct Edge {
        LonLat from;
        LonLat to;
    };
    /// An area in a cell; without edges it holds the whole cell.
    struct Area {
        const IndexedArea* area = nullptr;
        std::vector<Edge> edges;
    };
    struct Cell {
        std::vector<Area> areas;
        std::vector<IndexedSettlement> settlements;
    };

    const Cell& cell(int column, int row);
    std::vector<const IndexedArea*> areas_at(LonLat position);
    const IndexedArea* stated_nearby(LonLat position, const std::string& kind, const std::string& country,
                                     const std::string& admin1);
    /// \param is_stated the province is the one that the report states
    void find_settlement(LonLat position, bool is_stated, PositionPlace& place);

    const std::vector<Gazetteer>& m_gazetteers;
    std::unordered_map<std::int64_t, Cell> m_cells;
    std::deque<IndexedArea> m_areas;  ///< without their outlines
};

}  // namespace incidentmap
