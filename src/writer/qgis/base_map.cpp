// SPDX-License-Identifier: MIT
#include "writer/qgis/base_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/xml_text.hpp"
#include "gazetteer/boundaries.hpp"
#include "geodesy/clip.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/layer_styles.hpp"
#include "geopackage/table_writer.hpp"
#include "writer/qgis/base_style.hpp"
#include "writer/qgis/base_waters.hpp"
#include "writer/qgis/qgis_symbol.hpp"
#include "writer/qgis/signed_style.hpp"

namespace incidentmap {
namespace {

constexpr std::uint32_t land = 0xF7F5F0;
constexpr std::uint32_t country_border = 0x9AA0A6;
constexpr std::uint32_t province_border = 0xC9CCCF;

/// On smaller maps than 1 : this there are too many of them.
constexpr const char* provinces_from = "20000000";
constexpr const char* towns_from = "40000000";

/// The attributes of a style that is seen on maps of that scale and larger ones.
std::string seen_from(const char* scale) {
    return std::string(" hasScaleBasedVisibilityFlag=\"1\" maxScale=\"0\" minScale=\"") + scale + "\"";
}

/// One of the two tables.
struct BaseTable {
    const char* name;
    const char* title;
    bool is_countries;
};

constexpr std::array tables{BaseTable{"world_admin1", "Provinces", false},
                            BaseTable{"world_countries", "Countries", true}};

constexpr const char* towns_table = "world_cities";
constexpr const char* towns_title = "Towns";
constexpr std::size_t most_towns = 60;

constexpr const char* towns_description =
    "Towns to find one's way by, the most populous of what the map shows. Names shown imply no endorsement.";

constexpr const char* description =
    "Outlines to find one's way by, cut to what the map shows. Boundaries and names shown imply no "
    "endorsement.";

/// A fill whose edge is dashed over a pale one, so that the solid border of a neighbour does not show
/// through.
std::string disputed_symbol(const std::string& name, bool is_filled) {
    const auto layer = [](const std::string& kind, const std::string& options) {
        return "<layer class=\"" + kind + "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" +
               options + "</Option></layer>";
    };
    const auto option = [](const std::string& key, const std::string& value) {
        return "<Option type=\"QString\" name=\"" + key + "\" value=\"" + value + "\"/>";
    };
    const auto line = [&](const std::string& colour, const std::string& width, const std::string& is_dashed) {
        return layer("SimpleLine", option("line_color", colour) + option("line_width", width) +
                                       option("line_width_unit", "MM") +
                                       option("use_custom_dash", is_dashed) +
                                       option("customdash", "1.6;1.2") + option("customdash_unit", "MM") +
                                       option("joinstyle", "round"));
    };
    return "<symbol type=\"fill\" name=\"" + name + "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">" +
           layer("SimpleFill", option("color", "247,245,240,255") + option("outline_style", "no") +
                                   option("style", is_filled ? "solid" : "no")) +
           line("247,245,240,255", "0.6", "0") + line("154,160,166,255", "0.3", "1") + "</symbol>";
}

/// What the map is about lies in a country that is named, whatever stands in the way; of others the
/// larger goes before the smaller.
constexpr const char* always_named =
    "<dd_properties><Option type=\"Map\"><Option type=\"QString\" name=\"name\" value=\"\"/><Option "
    "type=\"Map\" name=\"properties\"><Option type=\"Map\" name=\"AlwaysShow\"><Option type=\"bool\" "
    "name=\"active\" value=\"true\"/><Option type=\"QString\" name=\"expression\" "
    "value=\"&quot;is_meant&quot; "
    "= 1\"/><Option type=\"int\" name=\"type\" value=\"3\"/></Option><Option type=\"Map\" "
    "name=\"Priority\"><Option type=\"bool\" name=\"active\" value=\"true\"/><Option type=\"QString\" "
    "name=\"expression\" value=\"CASE WHEN &quot;is_meant&quot; = 1 THEN 10 ELSE "
    "clamp(0, bounds_width($geometry) / 3, 7) END\"/><Option "
    "type=\"int\" name=\"type\" value=\"3\"/></Option></Option><Option type=\"QString\" name=\"type\" "
    "value=\"collection\"/></Option></dd_properties>";

/// Names of the ground: quiet, below all others, never cut.
std::string base_labels(const BaseTable& table) {
    const std::string size = table.is_countries ? "9" : "7.5";
    const std::string colour = table.is_countries ? "95,99,104,255" : "140,144,149,255";
    const std::string spacing = table.is_countries ? "1.2" : "0";
    const std::string largest = table.is_countries ? "400000000" : "6000000";
    const std::string field = table.is_countries ? "upper(\"name\")" : "\"name\"";
    return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"" +
           xml_text(field) + "\" isExpression=\"1\" fontFamily=\"Arial\" fontSize=\"" + size +
           "\" fontSizeUnit=\"Point\" fontWeight=\"50\" fontLetterSpacing=\"" + spacing + "\" textColor=\"" +
           colour + "\" textOpacity=\"1\" namedStyle=\"\" allowHtml=\"0\">" + base_fonts +
           "<text-buffer bufferDraw=\"1\" bufferSize=\"0.7\" "
           "bufferSizeUnits=\"MM\" bufferColor=\"247,245,240,255\" bufferOpacity=\"0.8\" "
           "bufferNoFill=\"1\" bufferJoinStyle=\"128\"/></text-style><placement placement=\"4\" "
           "polygonPlacementFlags=\"2\" priority=\"" +
           (table.is_countries ? "7" : "1") +
           "\"/><rendering drawLabels=\"1\" scaleVisibility=\"1\" scaleMin=\"0\" scaleMax=\"" + largest +
           "\" obstacle=\"0\" displayAll=\"0\" limitNumLabels=\"0\" labelPerPart=\"0\" "
           "fontMinPixelSize=\"3\" fontMaxPixelSize=\"10000\"/>" +
           (table.is_countries ? always_named : "") + "</settings></labeling>";
}

/// \param has_land whether the ground of countries is painted
std::string base_qml(const BaseTable& table, bool has_land = true) {
    const auto ground = has_land ? std::optional(QgisColour{land, 1}) : std::nullopt;
    const std::string settled = table.is_countries
                                    ? fill_symbol("0", ground, {{country_border, 1}, 0.3, false})
                                    : fill_symbol("0", std::nullopt, {{province_border, 1}, 0.15, false});
    return base_style(
        table.is_countries ? std::string{} : seen_from(provinces_from),
        "<renderer-v2 type=\"categorizedSymbol\" attr=\"border\" enableorderby=\"0\" forceraster=\"0\" "
        "symbollevels=\"0\"><categories><category render=\"true\" value=\"disputed\" label=\"Disputed\" "
        "symbol=\"1\"/><category render=\"true\" value=\"\" label=\"Border\" "
        "symbol=\"0\"/></categories><symbols>" +
            settled + disputed_symbol("1", has_land) + "</symbols><rotation/><sizescale/></renderer-v2>",
        base_labels(table) +
            "<aliases><alias field=\"name\" name=\"Name\"/><alias field=\"border\" "
            "name=\"Border\"/></aliases><previewExpression>\"name\"</previewExpression>");
}

TableSpec spec_of(const BaseTable& table) {
    TableSpec spec;
    spec.name = table.name;
    spec.identifier = std::string("Base map: ") + table.title;
    spec.description = description;
    spec.geometry = GeometryType::multi_polygon;
    spec.columns.resize(3);
    spec.columns[0].name = "name";
    spec.columns[0].title = "Name";
    spec.columns[0].description = "Name of the area in the gazetteer.";
    spec.columns[1].name = "border";
    spec.columns[1].title = "Border";
    spec.columns[1].description =
        "settled, or disputed: an area of its own in the source that no country code stands for.";
    spec.columns[2].name = "is_meant";
    spec.columns[2].type = ColumnType::integer;
    spec.columns[2].title = "Is meant";
    spec.columns[2].description = "1 for a country in which something of the map lies: it is always named.";
    return spec;
}

void add_table(Database& database, const BaseTable& table, const std::vector<const OutlinedArea*>& areas,
               std::span<const LonLat> meant, const std::string& time) {
    TableWriter writer(database, spec_of(table), time);
    // Those drawn last lie above.
    for (const bool is_settled : {true, false}) {
        for (const OutlinedArea* area : areas) {
            if (area->is_settled != is_settled) continue;
            writer.row().bind_text(1, area->shown_name);
            writer.row().bind_text(2, is_settled ? "settled" : "disputed");
            writer.row().bind_integer(3, area->is_country && holds_any(*area, meant) ? 1 : 0);
            writer.insert(area->outline);
        }
    }
    writer.finish();
    add_layer_styles(database,
                     {{table.name, true, "incidentmap", description, signed_style(base_qml(table)), true}},
                     time);
}

/// A box about another, of whole degrees, of large boxes by steps of about a quarter of their width: maps of
/// one build that show nearly the same are drawn upon the same ground.
Box widened(const Box& box) {
    const double width = box.east - box.west + (box.east < box.west ? 360 : 0);
    const double step = std::exp2(std::max(0.0, std::floor(std::log2(std::max(width, 1.0) / 4))));
    const auto down = [&](double degrees) { return std::floor(degrees / step) * step; };
    const auto up = [&](double degrees) { return std::ceil(degrees / step) * step; };
    return {std::max(-180.0, down(box.west)), std::max(-90.0, down(box.south)), std::min(180.0, up(box.east)),
            std::min(90.0, up(box.north))};
}

CutGround cut_ground(const MapGround& ground, const Box& box) {
    Surroundings around = surroundings_in(ground, box, most_towns);
    // What nobody has counted has no rank among towns.
    std::erase_if(around.settlements, [](const Settlement& town) { return town.population <= 0; });
    CutGround cut{box,
                  {},
                  std::move(around.settlements),
                  std::move(around.seas),
                  std::move(around.lakes),
                  std::move(around.rivers)};
    const bool is_world = box.west == -180 && box.east == 180;
    for (OutlinedArea& area : around.areas) {
        if (!is_world) area.outline = clipped(area.outline, box, Unsound::may_stay);
        if (!area.outline.polygons.empty()) cut.areas.push_back(std::move(area));
    }
    return cut;
}

/// A quiet dot and a name, where there is room.
std::string towns_qml() {
    return base_style(
        seen_from(towns_from),
        single_symbol(
            marker_symbol("0", Symbol::circle, 1.1, QgisColour{0x8A8F98, 1}, {{0xFFFFFF, 1}, 0.1, false})),
        "<labeling type=\"simple\"><settings "
        "calloutType=\"simple\"><text-style fieldName=\"name\" isExpression=\"0\" fontFamily=\"Arial\" "
        "fontSize=\"7.5\" fontSizeUnit=\"Point\" fontWeight=\"50\" textColor=\"95,99,104,255\" "
        "textOpacity=\"1\" namedStyle=\"\" allowHtml=\"0\">" +
            std::string(base_fonts) +
            "<text-buffer bufferDraw=\"1\" bufferSize=\"0.7\" bufferSizeUnits=\"MM\" "
            "bufferColor=\"247,245,240,255\" bufferOpacity=\"0.85\" bufferNoFill=\"1\" "
            "bufferJoinStyle=\"128\"/></text-style><placement placement=\"6\" "
            "predefinedPositionOrder=\"R,L,TR,BR,TL,BL\" dist=\"1\" distUnits=\"MM\" "
            "priority=\"2\"/><rendering drawLabels=\"1\" scaleVisibility=\"1\" scaleMin=\"0\" "
            "scaleMax=\"15000000\" obstacle=\"1\" displayAll=\"0\" limitNumLabels=\"0\" "
            "fontMinPixelSize=\"3\" fontMaxPixelSize=\"10000\"/></settings></labeling><aliases><alias "
            "field=\"name\" name=\"Name\"/><alias field=\"population\" "
            "name=\"Population\"/></aliases><previewExpression>\"name\"</previewExpression>");
}

void add_towns(Database& database, const std::vector<Settlement>& towns, const std::string& time) {
    TableSpec spec;
    spec.name = towns_table;
    spec.identifier = std::string("Base map: ") + towns_title;
    spec.description = towns_description;
    spec.geometry = GeometryType::point;
    spec.columns.resize(2);
    spec.columns[0].name = "name";
    spec.columns[0].title = "Name";
    spec.columns[0].description = "Name of the town in the gazetteer.";
    spec.columns[1].name = "population";
    spec.columns[1].type = ColumnType::integer;
    spec.columns[1].title = "Population";
    spec.columns[1].description = "People, as the gazetteer has it.";
    TableWriter writer(database, spec, time);
    for (const Settlement& town : towns) {
        writer.row().bind_text(1, town.shown_name);
        writer.row().bind_integer(2, town.population);
        writer.insert(town.point);
    }
    writer.finish();
    add_layer_styles(database,
                     {{towns_table, true, "incidentmap", towns_description, signed_style(towns_qml()), true}},
                     time);
}

}  // namespace

void add_base_map(Database& database, const MapGround& ground, const ShownPositions& shown,
                  const std::string& time) {
    constexpr std::size_t most_looked_at = 200;
    const std::vector<LonLat> meant = shown.some(most_looked_at);
    const Box box = shown.surroundings();
    CutGround own;
    CutGround& cut = ground.cut != nullptr ? *ground.cut : own;
    const Box wide = widened(box);
    if (cut.areas.empty() || cut.box != wide) cut = cut_ground(ground, wide);
    if (!cut.towns.empty()) add_towns(database, cut.towns, time);
    if (!cut.areas.empty()) add_base_waters(database, cut, time);
    for (const BaseTable& table : tables) {
        std::vector<const OutlinedArea*> areas;
        for (const OutlinedArea& area : cut.areas) {
            if (area.is_country == table.is_countries) areas.push_back(&area);
        }
        if (!areas.empty()) add_table(database, table, areas, meant, time);
    }
}

std::vector<std::string> base_map_tables() {
    std::vector<std::string> names;
    names.emplace_back(towns_table);
    for (const std::string& table : base_water_tables()) names.push_back(table);
    for (const BaseTable& table : tables) names.emplace_back(table.name);
    return names;
}

std::vector<ProjectLayer> base_map_layers(Database& database, bool are_over_tiles) {
    std::vector<ProjectLayer> layers;
    const std::set<std::string> listed = listed_tables(database);
    if (listed.contains(towns_table))
        layers.push_back({towns_table,
                          towns_title,
                          towns_description,
                          GeometryType::point,
                          {{"incidentmap", towns_qml()}},
                          {}});
    // From above: names of seas, provinces, waters and below them the land.
    const auto add_waters = [&](bool are_names) {
        // Tiles have their own.
        for (const std::string& table : base_water_tables()) {
            const bool is_seas = table == base_water_tables().front();
            if (!are_over_tiles && is_seas == are_names && listed.contains(table))
                layers.push_back(base_water_layer(table));
        }
    };
    add_waters(true);
    for (const BaseTable& table : tables) {
        if (table.is_countries) add_waters(false);
        if (listed.contains(table.name))
            layers.push_back({table.name,
                              table.title,
                              description,
                              GeometryType::multi_polygon,
                              {{"incidentmap", base_qml(table, !are_over_tiles)}},
                              {}});
    }
    return layers;
}

}  // namespace incidentmap
