// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "geopackage/database.hpp"
#include "stored/build_facts.hpp"
#include "stored/shown_extent.hpp"
#include "writer/picture/build_picture.hpp"
#include "writer/qgis/project.hpp"
#include "writer/tile_source.hpp"

namespace incidentmap {

/// What is asked of the project of a build.
struct ProjectOptions {
    PictureTexts texts;  ///< what stands on its print layout; empty: the program's own words
    std::string
        crs;  ///< what it is drawn in, `EPSG:32638`; empty: an equal-area projection made for the data
    std::optional<TileSource> tiles = {};          ///< below all layers; nothing: no network is asked
    std::optional<ProjectDatabase> database = {};  ///< where its layers stand; nothing: in the GeoPackage
};

/// The project of a build, from what its GeoPackage holds. \param facts of that build \param shown its
/// positions \param file_name of the
/// GeoPackage \param time when it was made, `2024-01-01T00:00:00.000Z` \throws UsageError where the data
/// cannot be drawn in what was asked; Error where no build of ours wrote the file
QgisProject project_of_build(Database& database, const BuildFacts& facts, const ShownPositions& shown,
                             const std::string& file_name, const std::string& time,
                             const ProjectOptions& options);

}  // namespace incidentmap
