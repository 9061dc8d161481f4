// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/coarseness.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/position_index.hpp"
#include "locate/location.hpp"

namespace incidentmap {

/// Makes locations coarser, for what is to be published.
class Coarsening {
  public:
    /// \param gazetteers must outlive it
    explicit Coarsening(const std::vector<Gazetteer>& gazetteers)
        : m_gazetteers{gazetteers}, m_positions{gazetteers} {}

    /// The location as an area no finer than \p as: the cell of a fixed grid, or the outline of the unit in
    /// which it lies, by the gazetteers; nothing else of it is left. Where a unit has no outline, the next
    /// larger one; where none has, or the location has no place, it is unresolved. What is an outline at
    /// least as coarse stays that outline.
    Location coarsened(const Location& location, const Coarseness& as);

    /// The area of that kind (`country`, `province`, `district`) by its name; null where no gazetteer has its
    /// outline.
    const Location* unit(const std::string& kind, const std::string& name, const std::string& country,
                         const std::string& admin1);

    /// All spellings that gazetteers have of a place.
    std::vector<std::string> spellings_of(const std::string& place_id) const;

  private:
    Location cell_of(const Location& location, double side_km);
    const Location* unit_of(const Location& location, const Coarseness& as);

    const std::vector<Gazetteer>& m_gazetteers;
    PositionIndex m_positions;
    std::map<std::string, std::optional<Location>> m_units;
};

}  // namespace incidentmap
