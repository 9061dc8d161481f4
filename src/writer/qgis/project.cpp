// SPDX-License-Identifier: MIT
#include "writer/qgis/project.hpp"

#include <cctype>

#include "core/hash.hpp"
#include "core/hex.hpp"
#include "core/text.hpp"
#include "core/xml_text.hpp"
#include "geopackage/database.hpp"

namespace incidentmap {
namespace {

/// As QgsDataSourceUri writes it.
std::string database_source(const QgisProject& project, std::string_view table) {
    std::string source = project.database->connection + " key='fid' estimatedmetadata=true";
    std::string column;
    for (const ProjectGroup& group : project.groups) {
        for (const ProjectLayer& layer : group.layers) {
            if (layer.table != table || !layer.geometry || !column.empty()) continue;
            source += std::string(" srid=4326 type=") + (*layer.geometry == GeometryType::point ? "Point"
                                                         : *layer.geometry == GeometryType::multi_line
                                                             ? "MultiLineString"
                                                             : "MultiPolygon");
            column = " (geom)";
        }
    }
    return source + " table=" + quoted_identifier(project.database->schema) + "." + quoted_identifier(table) +
           column;
}

}  // namespace

std::string project_layer_id(std::string_view file_name, std::string_view table) {
    return std::string(table) + "_" + short_hex(hash128(std::string(file_name).append("\x1F").append(table)));
}

std::string project_layer_id(const QgisProject& project, const ProjectLayer& layer) {
    return project_layer_id(project.file_name,
                            layer.variant.empty() ? layer.table : layer.table + "_" + layer.variant);
}

std::string project_source(const QgisProject& project, std::string_view table) {
    if (project.database) return database_source(project, table);
    return std::string("./").append(project.file_name).append("|layername=").append(table);
}

std::string tile_layer_source(const TileSource& tiles) {
    std::string address;
    for (const char c : tiles.url) {
        const bool is_plain = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                              std::string_view("-._~:/").find(c) != std::string_view::npos;
        address += is_plain ? std::string{c} : percent_code(c);
    }
    return "type=xyz&url=" + address + "&zmax=19&zmin=0";
}

std::string tile_layer_id(const QgisProject& project) { return project_layer_id(project.file_name, "tiles"); }

std::string project_provider(const QgisProject& project) { return project.database ? "postgres" : "ogr"; }

std::string spatial_reference(const MapCrs& crs) {
    return "<spatialrefsys><wkt>" + xml_text(crs.wkt()) + "</wkt><proj4>" + xml_text(crs.proj()) +
           "</proj4><srsid>0</srsid><srid>0</srid><authid>" + xml_text(crs.authid()) +
           "</authid><description>" + xml_text(crs.name()) +
           "</description><projectionacronym></projectionacronym><ellipsoidacronym>EPSG:7030"
           "</ellipsoidacronym><geographicflag>" +
           (crs.is_geographic() ? "true" : "false") + "</geographicflag></spatialrefsys>";
}

}  // namespace incidentmap
