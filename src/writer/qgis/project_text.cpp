// SPDX-License-Identifier: MIT
#include "writer/qgis/project_text.hpp"

#include <cstddef>

#include "core/error.hpp"
#include "core/text.hpp"
#include "core/xml_text.hpp"
#include "writer/qgis/layer_tree.hpp"

namespace incidentmap {
namespace {

constexpr std::string_view sea = "226,234,238";  ///< what lies below all layers

/// A style is a document of its own; a project has its parts in the layer's element.
struct StyleParts {
    std::string_view attributes;  ///< of its root
    std::string_view children;
};

StyleParts parts_of(std::string_view qml, const std::string& table) {
    const auto root = qml.find("<qgis");
    const auto end = qml.rfind("</qgis>");
    std::size_t at = root == std::string_view::npos ? root : root + 5;
    char quote = 0;
    for (; at < qml.size() && (quote != 0 || qml[at] != '>'); ++at) {
        if (quote == 0 && (qml[at] == '"' || qml[at] == '\'')) {
            quote = qml[at];
        } else if (qml[at] == quote) {
            quote = 0;
        }
    }
    if (at >= qml.size() || end == std::string_view::npos || end < at)
        throw Error{"the style of the layer " + table + " is no QGIS style"};
    return {qml.substr(root + 5, at - root - 5), qml.substr(at + 1, end - at - 1)};
}

/// The value of an attribute among those of an element; empty where it is not there.
std::string_view attribute(std::string_view attributes, const std::string& name) {
    const std::string begin = " " + name + "=\"";
    const auto at = attributes.find(begin);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = attributes.substr(at + begin.size());
    return rest.substr(0, rest.find('"'));
}

std::string geometry_words(const std::optional<GeometryType>& geometry) {
    if (!geometry) return "geometry=\"No geometry\" wkbType=\"NoGeometry\"";
    switch (*geometry) {
        case GeometryType::point:
            return "geometry=\"Point\" wkbType=\"Point\"";
        case GeometryType::multi_line:
            return "geometry=\"Line\" wkbType=\"MultiLineString\"";
        case GeometryType::multi_polygon:
            break;
    }
    return "geometry=\"Polygon\" wkbType=\"MultiPolygon\"";
}

constexpr std::string_view wgs84 =
    "<spatialrefsys><wkt></wkt><proj4>+proj=longlat +datum=WGS84 +no_defs</proj4><srsid>3452</srsid>"
    "<srid>4326</srid><authid>EPSG:4326</authid><description>WGS 84</description>"
    "<projectionacronym>longlat</projectionacronym><ellipsoidacronym>EPSG:7030</ellipsoidacronym>"
    "<geographicflag>true</geographicflag></spatialrefsys>";

/// The styles that a layer can be switched to.
std::string style_list(const ProjectLayer& layer) {
    if (layer.styles.size() < 2) return {};
    const std::string& used = layer.styles.front().name;
    std::string xml = "<map-layer-style-manager current=\"" + xml_text(used) + "\"><map-layer-style name=\"" +
                      xml_text(used) + "\"/>";
    for (std::size_t i = 1; i < layer.styles.size(); ++i) {
        const StyleParts style = parts_of(layer.styles[i].qml, layer.table);
        xml.append("<map-layer-style name=\"" + xml_text(layer.styles[i].name) + "\"><qgis")
            .append(style.attributes)
            .append(">")
            .append(style.children)
            .append("</qgis></map-layer-style>");
    }
    return xml + "</map-layer-style-manager>";
}

std::string map_layer(const QgisProject& project, const ProjectLayer& layer) {
    if (layer.styles.empty()) throw Error{"the layer " + layer.table + " has no style"};
    const StyleParts style = parts_of(layer.styles.front().qml, layer.table);
    std::string xml = "<maplayer type=\"vector\" " + geometry_words(layer.geometry) +
                      " autoRefreshEnabled=\"0\" autoRefreshTime=\"0\"";
    for (const std::string& name :
         {std::string("labelsEnabled"), std::string("hasScaleBasedVisibilityFlag"), std::string("minScale"),
          std::string("maxScale"), std::string("symbologyReferenceScale")}) {
        const std::string_view value = attribute(style.attributes, name);
        if (!value.empty()) xml.append(" ").append(name).append("=\"").append(value).append("\"");
    }
    xml += "><id>" + project_layer_id(project, layer) + "</id><datasource>" +
           xml_text(project_source(project, layer.table)) + "</datasource><layername>" +
           xml_text(layer.title) + "</layername><abstract>" + xml_text(layer.description) +
           "</abstract><srs>" + (layer.geometry ? std::string(wgs84) : "<spatialrefsys/>") +
           "</srs><provider encoding=\"UTF-8\">" + project_provider(project) + "</provider>";
    return xml.append(style.children) + style_list(layer) + "</maplayer>\n";
}

constexpr std::string_view web_mercator =
    "<spatialrefsys><wkt></wkt><proj4>+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 "
    "+units=m +nadgrids=@null +wktext +no_defs</proj4><srsid>3857</srsid><srid>3857</srid>"
    "<authid>EPSG:3857</authid><description>WGS 84 / Pseudo-Mercator</description>"
    "<projectionacronym>merc</projectionacronym><ellipsoidacronym>EPSG:7030</ellipsoidacronym>"
    "<geographicflag>false</geographicflag></spatialrefsys>";

/// Tiles of a server, as QGIS's own XYZ layers are: an opened project loads them.
std::string tile_layer(const QgisProject& project) {
    if (!project.tiles) return {};
    return "<maplayer type=\"raster\" autoRefreshEnabled=\"0\" autoRefreshTime=\"0\" "
           "styleCategories=\"AllStyleCategories\" hasScaleBasedVisibilityFlag=\"0\"><id>" +
           tile_layer_id(project) + "</id><datasource>" + xml_text(tile_layer_source(*project.tiles)) +
           "</datasource><attribution href=\"\">" + xml_text(project.tiles->attribution) +
           "</attribution><layername>Tiles</layername><abstract>" + xml_text(project.tiles->attribution) +
           "</abstract><srs>" + std::string(web_mercator) +
           "</srs><provider>wms</provider><flags><Identifiable>0</Identifiable><Removable>1</Removable>"
           "<Searchable>0</Searchable><Private>0</Private></flags><pipe><rasterrenderer "
           "type=\"singlebandcolordata\" band=\"1\" opacity=\"1\" alphaBand=\"-1\" nodataColor=\"\">"
           "<rasterTransparency/></rasterrenderer><brightnesscontrast brightness=\"0\" contrast=\"0\"/>"
           "<huesaturation saturation=\"0\" grayscaleMode=\"0\"/><rasterresampler maxOversampling=\"2\"/>"
           "</pipe><blendMode>0</blendMode></maplayer>\n";
}

std::string relation(const QgisProject& project, const ProjectRelation& relation) {
    return "<relation id=\"" + xml_text(relation.id) + "\" name=\"" + xml_text(relation.title) +
           "\" strength=\"Association\" referencingLayer=\"" +
           project_layer_id(project.file_name, relation.child) + "\" referencedLayer=\"" +
           project_layer_id(project.file_name, relation.parent) + "\" layerId=\"" +
           project_layer_id(project.file_name, relation.child) + "\" layerName=\"" +
           xml_text(relation.child) + "\" dataSource=\"" + xml_text(project_source(project, relation.child)) +
           "\" providerKey=\"" + project_provider(project) + "\"><fieldRef referencingField=\"" +
           xml_text(relation.column) + "\" referencedField=\"" + xml_text(relation.column) +
           "\"/></relation>\n";
}

std::string extent_text(const MapExtent& extent) {
    return "<extent><xmin>" + to_text(extent.min_x, 6) + "</xmin><ymin>" + to_text(extent.min_y, 6) +
           "</ymin><xmax>" + to_text(extent.max_x, 6) + "</xmax><ymax>" + to_text(extent.max_y, 6) +
           "</ymax></extent>";
}

std::string canvas(const QgisProject& project) {
    return std::string("<mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\"><units>") +
           (project.crs.is_geographic() ? "degrees" : "meters") + "</units>" + extent_text(project.shown) +
           "<rotation>0</rotation><destinationsrs>" + spatial_reference(project.crs) +
           "</destinationsrs><rendermaptile>0</rendermaptile></mapcanvas>\n";
}

std::string view_settings(const QgisProject& project) {
    return "<ProjectViewSettings UseProjectScales=\"0\" rotation=\"0\"><Scales/><DefaultViewExtent xmin=\"" +
           to_text(project.shown.min_x, 6) + "\" ymin=\"" + to_text(project.shown.min_y, 6) + "\" xmax=\"" +
           to_text(project.shown.max_x, 6) + "\" ymax=\"" + to_text(project.shown.max_y, 6) + "\">" +
           spatial_reference(project.crs) + "</DefaultViewExtent></ProjectViewSettings>\n";
}

/// The step in which the time slider goes on, in a word of QGIS (one that it does not know makes it show the
/// first moment only): about a hundred of them from first to last.
std::string step_unit(std::string_view from, std::string_view to) {
    const auto years = [](std::string_view time) {
        return time.size() < 7 ? 0.0
                               : std::stod(std::string(time.substr(0, 4))) +
                                     std::stod(std::string(time.substr(5, 2))) / 12;
    };
    const double span = years(to) - years(from);
    return span < 0.3 ? "d" : span < 1.5 ? "wk" : span < 12 ? "mon" : "y";
}

/// QGIS wants no fractions of a second. \param time `2020-07-27T00:00:00.000Z`
std::string whole_seconds(const std::string& time) { return time.substr(0, 19) + "Z"; }

std::string time_settings(const QgisProject& project) {
    if (!project.time) return {};
    const auto& [from, to] = *project.time;
    return "<ProjectTimeSettings cumulativeTemporalRange=\"0\" timeStepUnit=\"" + step_unit(from, to) +
           "\" timeStep=\"1\" frameRate=\"2\"><TemporalRange><start>" + whole_seconds(from) +
           "</start><end>" + whole_seconds(to) + "</end></TemporalRange></ProjectTimeSettings>\n";
}

/// The window of the time slider has the project's days, and is off until somebody turns it on: what is not
/// said here QGIS 3.40 takes for on, and shows the last moment only.
std::string time_window(const QgisProject& project) {
    std::string xml = "<TemporalControllerWidget><NavigationMode type=\"int\">0</NavigationMode>";
    if (project.time) {
        xml += "<StartDateTime type=\"QString\">" + whole_seconds(project.time->first) +
               "</StartDateTime><EndDateTime type=\"QString\">" + whole_seconds(project.time->second) +
               "</EndDateTime>";
    }
    return xml + "</TemporalControllerWidget>";
}

std::string properties(const QgisProject& project) {
    const auto colour = split_list(sea, ",");
    return "<properties><Paths><Absolute type=\"bool\">false</Absolute></Paths><Measure><Ellipsoid "
           "type=\"QString\">EPSG:7030</Ellipsoid></Measure><Measurement><DistanceUnits "
           "type=\"QString\">km</DistanceUnits><AreaUnits type=\"QString\">km2</AreaUnits></Measurement><Gui>"
           "<CanvasColorRedPart type=\"int\">" +
           colour[0] + "</CanvasColorRedPart><CanvasColorGreenPart type=\"int\">" + colour[1] +
           "</CanvasColorGreenPart><CanvasColorBluePart type=\"int\">" + colour[2] +
           "</CanvasColorBluePart></Gui><SpatialRefSys><ProjectionsEnabled "
           "type=\"int\">1</ProjectionsEnabled></SpatialRefSys><WMSServiceTitle type=\"QString\">" +
           xml_text(project.title) + "</WMSServiceTitle>" + time_window(project) + "</properties>\n";
}

std::string metadata(const QgisProject& project) {
    return "<projectMetadata><identifier>" + xml_text(project.build_id) +
           "</identifier><parentidentifier></parentidentifier><language>en</language><type>dataset</"
           "type><title>" +
           xml_text(project.title) + "</title><abstract>" + xml_text(project.abstract) +
           "</abstract><links/><author>incidentmap</author><creation>" +
           xml_text(project.created.substr(0, 19)) + "</creation></projectMetadata>\n";
}

}  // namespace

std::string qgs_text(const QgisProject& project) {
    // Without the version of a QGIS: one that is older or newer than the reader's would be remarked upon.
    std::string xml =
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis projectname=\"" +
        xml_text(project.title) + "\">\n<homePath path=\"\"/><title>" + xml_text(project.title) +
        "</title>\n<autotransaction active=\"0\"/><evaluateDefaultValues active=\"0\"/><trust "
        "active=\"0\"/>\n<projectCrs>" +
        spatial_reference(project.crs) + "</projectCrs>\n" + layer_tree(project) + "<relations>\n";
    for (const ProjectRelation& one : project.relations) xml += relation(project, one);
    xml += "</relations>\n" + canvas(project) + "<projectlayers>\n";
    for (const ProjectGroup& group : project.groups) {
        for (const ProjectLayer& layer : group.layers) xml += map_layer(project, layer);
    }
    xml += tile_layer(project) + "</projectlayers>\n" + properties(project) + metadata(project);
    if (!project.layouts.empty()) xml += "<Layouts>\n" + project.layouts + "</Layouts>\n";
    return xml + view_settings(project) + time_settings(project) + "</qgis>\n";
}

}  // namespace incidentmap
