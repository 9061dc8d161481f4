// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "geopackage/database.hpp"

namespace incidentmap {

/// Whether something of a source of gazetteers is on the map. What is not known of a source speaks for it
/// where a place is drawn whose id says nothing of where it comes from.
class DrawnSources {
  public:
    /// \param tables those that the build has
    DrawnSources(Database& database, const std::set<std::string>& tables);

    /// \param source its id: `geonames-cities15000`
    bool holds(std::string_view source) const;

  private:
    std::set<std::string> m_kinds;  ///< what ids of places begin with: `geonames`; empty: a word of its own
    bool m_has_towns;
    bool m_has_areas;
    bool m_has_language = false;
};

/// What the sources of what is on the map ask for, each once.
std::vector<std::string> attributions_in(Database& database, const std::set<std::string>& tables);

}  // namespace incidentmap
