// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/hash.hpp"
#include "stored/build_file.hpp"
#include "writer/page/page_file.hpp"

namespace incidentmap {

/// The areas of a build, written once each, and which of them belongs to a row.
class PageShapes {
  public:
    /// Writes blocks `areas` (of `attack_areas`, each distinct one once) and `footprints` (possible areas):
    /// `{"shapes":[…]}`, numbered on from block to block.
    void write(BuildFile& build, PageFile& page);

    /// The number of a row of `attack_areas` among the areas.
    std::optional<std::int64_t> area_of(const StoredRow& row) const;
    /// The number of the possible area of a row that is drawn as a point; nothing where there is none.
    std::optional<std::int64_t> footprint_of(const StoredRow& row) const;

  private:
    std::map<Hash128, std::int64_t> m_areas;       ///< by their texts
    std::map<Hash128, std::int64_t> m_footprints;  ///< by what is the same in the row of `uncertainty`
};

}  // namespace incidentmap
