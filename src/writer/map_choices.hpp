// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "writer/tile_source.hpp"

namespace incidentmap {

/// What is asked of maps besides the words and the frame.
struct MapChoices {
    std::string language;  ///< of the base map's names and of the page at first, `uk`; empty: English
    std::optional<TileSource> tiles;  ///< below the page's map and QGIS's; nothing: no network is asked
    bool is_embedded = false;         ///< the page opens as the map, the legend and the time alone
};

}  // namespace incidentmap
