// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "writer/picture/build_picture.hpp"

namespace CLI {
class App;
}

namespace incidentmap {

/// Adds --title, --subtitle, --note, --credit and --crs: what stands on the map of a build, as a picture and
/// in QGIS, and what it is drawn in there.
void declare_map_options(CLI::App& app, PictureTexts& texts, std::string& crs);

}  // namespace incidentmap
