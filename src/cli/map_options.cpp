// SPDX-License-Identifier: MIT
#include "cli/map_options.hpp"

#include <CLI/CLI.hpp>

#include "core/error.hpp"

namespace incidentmap {

void declare_map_options(CLI::App& app, PictureTexts& texts, std::string& crs) {
    app.add_option("--title", texts.title, "The title of the map: in QGIS, of a picture, of the page")
        ->type_name("TEXT");
    app.add_option("--subtitle", texts.subtitle, "What stands below the title")->type_name("TEXT");
    app.add_option("--note", texts.note, "What stands below the map")->type_name("TEXT");
    app.add_option("--credit", texts.credit, "Who made the map; sources and the build id are added")
        ->type_name("TEXT");
    app.add_option("--crs", crs, "What QGIS draws the map in: EPSG:32638; default: equal-area about the data")
        ->type_name("EPSG:N");
}

void declare_language(CLI::App& app, std::string& language) {
    app.add_option_function<std::string>(
           "--language", [&language](const std::string& code) { language = code == "en" ? "" : code; },
           "Of names on the ground, and of the page (docs/maps.md)")
        ->check(CLI::IsMember({"en", "ar", "fr", "uk", "es"}))
        ->type_name("CODE");
}

void declare_tiles(CLI::App& app, TileArguments& tiles) {
    app.add_option("--tiles", tiles.url,
                   "Tiles from the web below the page's map and QGIS's: https://…/{z}/{x}/{y}.png")
        ->type_name("URL");
    app.add_option("--tiles-attribution", tiles.attribution, "Whose tiles they are, as their owner asks")
        ->type_name("TEXT");
}

std::optional<TileSource> understood(const TileArguments& tiles) {
    if (!tiles.url.empty()) return tile_source(tiles.url, tiles.attribution);
    if (!tiles.attribution.empty())
        throw UsageError{"--tiles-attribution says whose the tiles are: give --tiles too"};
    return std::nullopt;
}

}  // namespace incidentmap
