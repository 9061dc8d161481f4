// SPDX-License-Identifier: MIT
#include "cli/map_options.hpp"

#include <CLI/CLI.hpp>

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

}  // namespace incidentmap
