// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "writer/picture/build_picture.hpp"
#include "writer/tile_source.hpp"

namespace CLI {
class App;
}

namespace incidentmap {

/// Of --tiles and --tiles-attribution, as typed.
struct TileArguments {
    std::string url;
    std::string attribution;
};

/// Adds --title, --subtitle, --note, --credit and --crs: what stands on the map of a build, as a picture and
/// in QGIS, and what it is drawn in there.
void declare_map_options(CLI::App& app, PictureTexts& texts, std::string& crs);

/// Adds --language. English is left empty.
void declare_language(CLI::App& app, std::string& language);

/// Adds --tiles and --tiles-attribution.
void declare_tiles(CLI::App& app, TileArguments& tiles);

/// The tiles that are asked for, if any. \throws UsageError as tile_source(), or where one is without the
/// other
std::optional<TileSource> understood(const TileArguments& tiles);

}  // namespace incidentmap
