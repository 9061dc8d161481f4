// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geodesy/map_crs.hpp"
#include "geopackage/table_spec.hpp"
#include "writer/tile_source.hpp"

namespace incidentmap {

/// A way in which a layer can be drawn.
struct ProjectStyle {
    std::string name;
    std::string qml;  ///< as it stands in `layer_styles`
};

/// A table of the GeoPackage, as a layer of a project.
struct ProjectLayer {
    std::string table;
    std::string title;
    std::string description;
    std::optional<GeometryType> geometry;  ///< nothing for a table
    std::vector<ProjectStyle> styles;      ///< at least one: the first is the one that is used
    std::vector<int> legend;   ///< which entries of that style's legend occur, from 0; none: all of them
    std::string variant = {};  ///< of several layers of one table, what tells this one from the first
};

/// Layers that stand together in the list of layers, drawn first to last from above.
struct ProjectGroup {
    std::string name;
    bool is_open = true;
    std::vector<ProjectLayer> layers;
};

/// How the rows of one layer lead to those of another.
struct ProjectRelation {
    std::string id;
    std::string title;
    std::string parent;  ///< a table
    std::string child;   ///< a table
    std::string column;  ///< of both
};

/// A schema of a PostGIS database in which the layers of a project stand.
struct ProjectDatabase {
    std::string connection;  ///< `dbname='maps' host='db.example.org'`: whoever opens it has their own role
    std::string schema;
};

/// A QGIS project over one GeoPackage, or one schema of a database: all that is in it, as values.
struct QgisProject {
    std::string file_name;  ///< of the GeoPackage, which stands beside the project or holds it:
                            ///< `incidents.gpkg`; of a database, the schema
    std::optional<ProjectDatabase> database = {};  ///< nothing: the layers stand in the GeoPackage
    std::string title;
    std::string abstract;  ///< what it shows, from what, under which licences
    std::string build_id;
    std::string created;  ///< `2024-01-01T00:00:00.000Z`
    MapCrs crs;
    MapExtent shown;  ///< where it opens
    std::optional<std::pair<std::string, std::string>>
        time;  ///< first and last moment of the dated layers, `2020-07-27T00:00:00.000Z`
    std::vector<ProjectGroup> groups;
    std::vector<ProjectRelation> relations;
    std::optional<TileSource> tiles = {};  ///< drawn below all layers
    std::string layouts = {};              ///< print layouts, as XML
};

/// The layer's id in the project, the same in each build of a file of that name.
std::string project_layer_id(std::string_view file_name, std::string_view table);

std::string project_layer_id(const QgisProject& project, const ProjectLayer& layer);

/// Where a layer's data are, from the project: `./incidents.gpkg|layername=attacks`; in a database what QGIS
/// connects with.
std::string project_source(const QgisProject& project, std::string_view table);

/// The same of its tiles: an address within an address.
std::string tile_layer_source(const TileSource& tiles);
std::string tile_layer_id(const QgisProject& project);

/// What QGIS reads them with: `ogr` or `postgres`.
std::string project_provider(const QgisProject& project);

/// A reference system, as QGIS has it in XML.
std::string spatial_reference(const MapCrs& crs);

}  // namespace incidentmap
