// SPDX-License-Identifier: MIT
#include "writer/qgis/base_waters.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "core/xml_text.hpp"
#include "geodesy/antimeridian.hpp"
#include "geopackage/layer_styles.hpp"
#include "geopackage/table_writer.hpp"
#include "writer/qgis/base_style.hpp"
#include "writer/qgis/qgis_symbol.hpp"
#include "writer/qgis/signed_style.hpp"

namespace incidentmap {
namespace {

constexpr const char* seas_table = "world_seas";
constexpr const char* rivers_table = "world_rivers";
constexpr const char* lakes_table = "world_lakes";

constexpr std::uint32_t water = 0xE3EBF0;
constexpr std::uint32_t water_edge = 0xA9C3D3;

struct WaterTable {
    const char* title;
    const char* description;
    GeometryType geometry;
};

const WaterTable& table_of(const std::string& name) {
    static const std::map<std::string, WaterTable> tables{
        {seas_table,
         {"Seas",
          "Where the name of a sea may stand, and how wide the sea is there. Names shown imply no "
          "endorsement.",
          GeometryType::point}},
        {rivers_table,
         {"Rivers",
          "The large rivers of Natural Earth at 1:50m, to find one's way by, cut to what the map shows.",
          GeometryType::multi_line}},
        {lakes_table,
         {"Lakes",
          "Large lakes, roughly, for maps of a country and larger ones. Names shown imply no endorsement.",
          GeometryType::multi_polygon}}};
    return tables.at(name);
}

/// Quiet and slanted; \p shown where the water is wide enough.
std::string water_names(const std::string& placement, const std::string& shown) {
    return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"name\" "
           "isExpression=\"0\" fontFamily=\"Arial\" fontSize=\"8\" fontSizeUnit=\"Point\" fontItalic=\"1\" "
           "fontWeight=\"50\" textColor=\"95,134,160,255\" textOpacity=\"1\" namedStyle=\"\" "
           "allowHtml=\"0\">" +
           std::string(base_fonts) +
           "<text-buffer bufferDraw=\"1\" "
           "bufferSize=\"0.6\" bufferSizeUnits=\"MM\" bufferColor=\"227,235,240,255\" bufferOpacity=\"0.8\" "
           "bufferNoFill=\"1\" bufferJoinStyle=\"128\"/></text-style>" +
           placement +
           "<rendering drawLabels=\"1\" scaleVisibility=\"0\" obstacle=\"0\" displayAll=\"0\" "
           "limitNumLabels=\"0\" labelPerPart=\"0\" fontMinPixelSize=\"3\" "
           "fontMaxPixelSize=\"10000\"/><dd_properties><Option type=\"Map\"><Option type=\"QString\" "
           "name=\"name\" value=\"\"/><Option type=\"Map\" name=\"properties\"><Option type=\"Map\" "
           "name=\"Show\"><Option type=\"bool\" name=\"active\" value=\"true\"/><Option type=\"QString\" "
           "name=\"expression\" value=\"" +
           xml_text(shown) +
           "\"/><Option type=\"int\" name=\"type\" value=\"3\"/></Option></Option><Option type=\"QString\" "
           "name=\"type\" value=\"collection\"/></Option></dd_properties></settings></labeling>";
}

/// On the map, in millimetres, a name is about twice as long as its letters are many.
std::string has_room(const std::string& width_km) {
    return width_km + " * 1000000 / @map_scale > 2 * length(\"name\")";
}

std::string qml_of(const std::string& table) {
    if (table == seas_table)
        return base_style(
            "", "<renderer-v2 type=\"nullSymbol\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\"/>",
            water_names("<placement placement=\"1\" quadOffset=\"4\" priority=\"3\"/>",
                        has_room("\"width_km\"")));
    if (table == rivers_table)
        return base_style("", single_symbol(line_symbol("0", {{water_edge, 1}, 0.3, false})), "");
    // From nearer than this one would see how roughly they are drawn.
    return base_style(
        " hasScaleBasedVisibilityFlag=\"1\" maxScale=\"750000\" minScale=\"1000000000\"",
        single_symbol(fill_symbol("0", QgisColour{water, 1}, {{water_edge, 1}, 0.2, false})),
        water_names("<placement placement=\"4\" polygonPlacementFlags=\"2\" priority=\"2\"/>",
                    has_room("bounds_width($geometry) * 111 * cos(radians(y_max($geometry)))")));
}

TableSpec spec_of(const std::string& name) {
    const WaterTable& table = table_of(name);
    TableSpec spec;
    spec.name = name;
    spec.identifier = std::string("Base map: ") + table.title;
    spec.description = table.description;
    spec.geometry = table.geometry;
    spec.columns.resize(name == seas_table ? 2 : 1);
    if (name == rivers_table) {
        spec.columns[0].name = "rank";
        spec.columns[0].type = ColumnType::integer;
        spec.columns[0].title = "Rank";
        spec.columns[0].description = "From 0, the largest, to 6.";
        return spec;
    }
    spec.columns[0].name = "name";
    spec.columns[0].title = "Name";
    spec.columns[0].description = "Name of the water in the gazetteer.";
    if (name == seas_table) {
        spec.columns[1].name = "width_km";
        spec.columns[1].type = ColumnType::integer;
        spec.columns[1].title = "Width (km)";
        spec.columns[1].description = "How wide what the map shows of it is, from west to east.";
    }
    return spec;
}

void add_style(Database& database, const std::string& table, const std::string& time) {
    add_layer_styles(
        database,
        {{table, true, "incidentmap", table_of(table).description, signed_style(qml_of(table)), true}}, time);
}

std::int64_t width_km(const OutlinedArea& sea) {
    constexpr double a_degree_km = 111.32;
    const auto bounds = bbox(Geometry{sea.outline});
    if (!bounds) return 0;
    const double width_deg = bounds->east - bounds->west + (bounds->west > bounds->east ? 360 : 0);
    return std::llround(width_deg * a_degree_km * std::cos(sea.middle.lat * std::numbers::pi / 180));
}

}  // namespace

void add_base_waters(Database& database, const CutGround& ground, const std::string& time) {
    if (!ground.seas.empty()) {
        TableWriter writer(database, spec_of(seas_table), time);
        for (const OutlinedArea& sea : ground.seas) {
            writer.row().bind_text(1, sea.shown_name);
            writer.row().bind_integer(2, width_km(sea));
            writer.insert(sea.middle);
        }
        writer.finish();
        add_style(database, seas_table, time);
    }
    if (!ground.rivers.empty()) {
        TableWriter writer(database, spec_of(rivers_table), time);
        for (const River& river : ground.rivers) {
            writer.row().bind_integer(1, river.rank);
            writer.insert(MultiLine{{river.line}});
        }
        writer.finish();
        add_style(database, rivers_table, time);
    }
    if (!ground.lakes.empty()) {
        TableWriter writer(database, spec_of(lakes_table), time);
        for (const OutlinedArea& lake : ground.lakes) {
            writer.row().bind_text(1, lake.shown_name);
            writer.insert(lake.outline);
        }
        writer.finish();
        add_style(database, lakes_table, time);
    }
}

const std::vector<std::string>& base_water_tables() {
    static const std::vector<std::string> tables{seas_table, lakes_table, rivers_table};
    return tables;
}

ProjectLayer base_water_layer(const std::string& table) {
    const WaterTable& about = table_of(table);
    return {table, about.title, about.description, about.geometry, {{"incidentmap", qml_of(table)}}, {}};
}

}  // namespace incidentmap
