// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// Raster tiles of somebody's server, which a reader's browser or QGIS loads below a map. Whoever asks for
/// them decides that readers' programs ask that server; nothing else of a map comes from a network.
struct TileSource {
    std::string url;          ///< `https://tile.example.org/{z}/{x}/{y}.png`
    std::string attribution;  ///< what the server's owner asks to be said, in one line
};

/// \throws UsageError where the address is not that of tiles on one host, by https, or nobody is named
TileSource tile_source(const std::string& url, const std::string& attribution);

/// `https://tile.example.org`: all that a page may ask for besides itself.
std::string origin_of(const TileSource& tiles);

}  // namespace incidentmap
