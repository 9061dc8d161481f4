// SPDX-License-Identifier: MIT
/// Which province and district a position is in.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/lon_lat.hpp"
#include "geodesy/area_index.hpp"
#include "geodesy/shapes.hpp"

namespace incidentmap {

/// An administrative area as places are told to lie in it.
struct LocatedArea {
    std::string kind;     ///< `country`, `province`, `district`
    std::string name;     ///< as places state it: without generic words
    std::string country;  ///< ISO 3166-1 alpha-2; empty where not known
    std::string source_id;
    std::vector<std::string> spellings;  ///< of the area, any
    std::size_t number = 0;              ///< among those of its kind; set by the locator
};

/// Administrative areas by position.
class AreaLocator {
  public:
    /// \throws Error where GEOS cannot take the outline
    void add(LocatedArea area, const MultiPolygon& outline);

    bool empty() const { return m_levels.empty(); }

    /// Areas of a kind that hold the position or come within \p within_m metres of it; those that hold it
    /// first, then in the order in which they came.
    struct Found {
        const LocatedArea* area;
        bool holds;
    };
    std::vector<Found> at(std::string_view kind, LonLat position, double within_m);

  private:
    /// The areas of a kind.
    struct Level {
        std::deque<LocatedArea> areas;
        AreaIndex index;
    };
    std::map<std::string, Level, std::less<>> m_levels;
};

/// The greatest distance in metres from a position to a vertex of the outline.
double greatest_reach_m(const MultiPolygon& outline, LonLat from);

}  // namespace incidentmap
