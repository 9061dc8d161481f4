// SPDX-License-Identifier: MIT
#include "writer/qgis/print_layout.hpp"

#include <cmath>

#include "core/text.hpp"
#include "core/xml_text.hpp"
#include "writer/qgis/layer_tree.hpp"

namespace incidentmap {
namespace {

// Kinds of layout items, as QGIS numbers them (QgsLayoutItemRegistry::ItemType).
constexpr int page_item = 65638;
constexpr int map_item = 65639;
constexpr int picture_item = 65640;
constexpr int label_item = 65641;
constexpr int legend_item = 65642;
constexpr int scale_bar_item = 65646;

/// A box on the page, in millimetres.
struct Frame {
    double left;
    double top;
    double width;
    double height;
};

constexpr Frame page{0, 0, 297, 210};
constexpr Frame title_frame{10, 7, 277, 9};
constexpr Frame subtitle_frame{10, 16.5, 277, 6};
constexpr Frame map_frame{10, 25, 203, 150};
constexpr Frame legend_frame{217, 25, 70, 100};
constexpr Frame not_a_point_frame{217, 131, 70, 22};
constexpr Frame uncertainty_frame{217, 154, 70, 21};
constexpr Frame note_frame{10, 177, 203, 13};
constexpr Frame credit_frame{10, 191, 277, 12};
constexpr Frame made_frame{217, 177.5, 70, 8};
constexpr Frame north_frame{201, 28, 9, 13};
constexpr Frame scale_frame{12, 163, 70, 10};

/// An arrow with an N, drawn here; QGIS turns it to the north of the map.
constexpr std::string_view north_arrow =
    "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI2MCIgaGVpZ2h0PSI4NiIgdmlld0JveD0iMCAwIDYw"
    "IDg2"
    "Ij48cGF0aCBkPSJNMzAgMjYgTDQ4IDgyIEwzMCA3MCBMMTIgODIgWiIgZmlsbD0iIzFlMjMyNiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJv"
    "a2Ut"
    "d2lkdGg9IjIiLz48cGF0aCBkPSJNMjIgMjAgVjMgTDM4IDIwIFYzIiBmaWxsPSJub25lIiBzdHJva2U9IiMxZTIzMjYiIHN0cm9rZS13"
    "aWR0"
    "aD0iNCIvPjwvc3ZnPg==";

struct Font {
    double size_pt;
    bool is_bold = false;
    bool is_italic = false;
};

std::string position_of(const Frame& frame) {
    return to_text(frame.left, 3) + "," + to_text(frame.top, 3) + ",mm";
}
std::string size_of(const Frame& frame) {
    return to_text(frame.width, 3) + "," + to_text(frame.height, 3) + ",mm";
}

/// As Qt writes a font; QGIS downloads none of that name, every system has something like it.
std::string font_text(const Font& font) {
    return "Arial," + to_text(font.size_pt, 1) + ",-1,5," + (font.is_bold ? "75," : "50,") +
           (font.is_italic ? "1" : "0") + ",0,0,0,0";
}

/// An item of the page. \param attributes that its kind has \param children that its kind has
std::string item(int type, const std::string& id, const Frame& frame, int height, bool has_frame,
                 const std::string& attributes, const std::string& children) {
    const std::string uuid = "{incidentmap-" + id + "}";
    return "<LayoutItem type=\"" + std::to_string(type) + "\" id=\"" + id + "\" uuid=\"" + uuid +
           "\" templateUuid=\"" + uuid + "\" position=\"" + position_of(frame) + "\" positionOnPage=\"" +
           position_of(frame) + "\" size=\"" + size_of(frame) +
           "\" referencePoint=\"0\" itemRotation=\"0\" zValue=\"" + std::to_string(height) +
           "\" visibility=\"1\" positionLock=\"false\" groupUuid=\"\" opacity=\"1\" blendMode=\"0\" "
           "excludeFromExports=\"0\" frame=\"" +
           (has_frame ? "true" : "false") +
           "\" frameJoinStyle=\"miter\" outlineWidthM=\"0.2,mm\" background=\"" +
           (type == map_item ? "true" : "false") + "\" " + attributes +
           "><FrameColor red=\"108\" green=\"117\" blue=\"125\" alpha=\"255\"/><BackgroundColor red=\"226\" "
           "green=\"234\" blue=\"238\" alpha=\"255\"/>" +
           children + "</LayoutItem>\n";
}

/// An attribute with lines: XML has a line's end in one as a blank.
std::string attribute_text(const std::string& text) {
    std::string xml;
    for (const char c : xml_text(text)) c == '\n' ? xml += "&#10;" : xml += c;
    return xml;
}

std::string label(const std::string& id, const Frame& frame, const std::string& text, const Font& font) {
    return item(label_item, id, frame, 10, false,
                "labelText=\"" + attribute_text(label_text(text)) +
                    "\" htmlState=\"0\" halign=\"1\" valign=\"32\" marginX=\"0\" marginY=\"0\"",
                "<LabelFont description=\"" + font_text(font) +
                    "\" style=\"\"/><FontColor red=\"30\" green=\"35\" blue=\"38\" alpha=\"255\"/>");
}

/// What the project shows, widened to the shape of the map's frame.
MapExtent extent_in(const Frame& frame, const MapExtent& shown) {
    const double shape = frame.width / frame.height;
    return shown.at_least(shown.height() * shape, shown.width() / shape);
}

std::string map(const QgisProject& project) {
    const MapExtent extent = extent_in(map_frame, project.shown);
    return item(
        map_item, "map", map_frame, 1, true,
        "followPreset=\"false\" followPresetName=\"\" keepLayerSet=\"false\" keepLayerStyles=\"false\" "
        "drawCanvasItems=\"true\" mapRotation=\"0\" mapFlags=\"0\" isTemporal=\"0\" labelMargin=\"1,mm\"",
        "<Extent xmin=\"" + to_text(extent.min_x, 6) + "\" ymin=\"" + to_text(extent.min_y, 6) +
            "\" xmax=\"" + to_text(extent.max_x, 6) + "\" ymax=\"" + to_text(extent.max_y, 6) +
            "\"/><LayerSet/><AtlasMap atlasDriven=\"0\" margin=\"0.1\" scalingMode=\"2\"/>");
}

/// The words of a layer in the legend; empty for what stands in none.
std::string legend_title(const ProjectLayer& layer) {
    if (!layer.variant.empty()) return {};
    if (layer.table == "attacks") return "Attacks";
    if (layer.table == "other_incidents") return "Other incidents";
    if (layer.table == "launch_sites") return "Reported launch place, according to|the source that is named";
    if (layer.table == "bases") return "Installation hit";
    if (layer.table == "launch_to_target") return "Straight line between reported places,|not a flight path";
    if (layer.table == "range_rings") return "Distance ring; says nothing|of any weapon";
    if (layer.table == "attack_areas") return "Incidents of which only the area is known";
    if (layer.table == "uncertainty") return "Possible area of a point";
    return {};
}

/// What the legend says of a layer.
std::string legend_properties(const ProjectLayer& layer, const std::string& title) {
    std::string xml = tree_property("cached_name", layer.title) + tree_property("legend/title-label", title);
    if (layer.table == "launch_to_target") {
        // Its entries say all; they need lines that the page has room for.
        xml += tree_property("legend/title-style", "hidden") + tree_property("legend/label-1", title) +
               tree_property("legend/label-0", title + "; a person|decided the launch place");
    }
    return xml;
}

std::string legend_style(const std::string& name, const Font& font, const std::string& margins) {
    return "<style name=\"" + name + "\" alignment=\"1\" indent=\"0\" " + margins +
           "><styleFont description=\"" + font_text(font) + "\" style=\"\"/></style>";
}

std::string legend(const QgisProject& project) {
    std::string tree = "<layer-tree-group><customproperties/>";
    for (const ProjectGroup& group : project.groups) {
        for (const ProjectLayer& layer : group.layers) {
            const std::string title = legend_title(layer);
            if (title.empty()) continue;
            tree += tree_layer(project, layer, layer.title, legend_properties(layer, title));
        }
    }
    tree += "</layer-tree-group>";
    return item(
        legend_item, "legend", legend_frame, 5, false,
        "title=\"\" titleAlignment=\"1\" columnCount=\"1\" splitLayer=\"0\" equalColumnWidth=\"0\" "
        "columnSpace=\"2\" boxSpace=\"0\" symbolWidth=\"6\" symbolHeight=\"3.6\" symbolAlignment=\"1\" "
        "minSymbolSize=\"0\" maxSymbolSize=\"0\" lineSpacing=\"0.8\" wrapChar=\"|\" wmsLegendWidth=\"50\" "
        "wmsLegendHeight=\"25\" rasterBorder=\"1\" rasterBorderColor=\"0,0,0,255\" "
        "rasterBorderWidth=\"0\" fontColor=\"#1e2326\" resizeToContents=\"1\" legendFilterByMap=\"0\" "
        "legendFilterByAtlas=\"0\" map_uuid=\"{incidentmap-map}\"",
        "<styles>" + legend_style("title", {10, true}, "marginBottom=\"2\"") +
            legend_style("group", {9, true}, "marginTop=\"2\"") +
            legend_style("subgroup", {8, true}, "marginTop=\"2\"") +
            legend_style("symbol", {8}, "marginTop=\"1.6\"") +
            legend_style("symbolLabel", {8}, "marginTop=\"1.6\" marginLeft=\"1.6\"") + "</styles>" + tree);
}

/// One, two or five times a power of ten kilometres: about a fifth of the map's width in two segments.
double segment_km(const QgisProject& project) {
    const double width_km = extent_in(map_frame, project.shown).width() / project.crs.units_a_metre() / 1'000;
    const double wanted = width_km / 10;
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double times : {5.0, 2.0}) {
        if (power * times <= wanted) return power * times;
    }
    return power;
}

std::string scale_bar(const QgisProject& project) {
    return item(scale_bar_item, "scale bar", scale_frame, 6, false,
                "style=\"Single Box\" unitType=\"km\" unitLabel=\"km\" numUnitsPerSegment=\"" +
                    to_text(segment_km(project), 6) +
                    "\" numMapUnitsPerScaleBarUnit=\"1\" numSegments=\"2\" numSegmentsLeft=\"0\" "
                    "numSubdivisions=\"1\" subdivisionsHeight=\"1.5\" segmentSizeMode=\"0\" "
                    "segmentMillimeters=\"20\" minBarWidth=\"30\" maxBarWidth=\"60\" height=\"1.6\" "
                    "labelBarSpace=\"1\" boxContentSpace=\"1\" labelVerticalPlacement=\"0\" "
                    "labelHorizontalPlacement=\"0\" alignment=\"0\" outlineWidth=\"0.2\" "
                    "lineJoinStyle=\"miter\" lineCapStyle=\"square\" mapUuid=\"{incidentmap-map}\"",
                "<text-style fontFamily=\"Arial\" fontSize=\"8\" fontSizeUnit=\"Point\" fontWeight=\"50\" "
                "textColor=\"30,35,38,255\" textOpacity=\"1\" namedStyle=\"\"><families/><text-buffer "
                "bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\" "
                "bufferOpacity=\"0.85\"/></text-style>");
}

std::string north(const Frame& frame) {
    return item(
        picture_item, "north arrow", frame, 7, false,
        "file=\"base64:" + std::string(north_arrow) +
            "\" mode=\"0\" resizeMode=\"0\" anchorPoint=\"4\" pictureRotation=\"0\" pictureWidth=\"9\" "
            "pictureHeight=\"13\" northMode=\"1\" northOffset=\"0\" svgFillColor=\"30,35,38,255\" "
            "svgBorderColor=\"255,255,255,255\" svgBorderWidth=\"0.2\" mapUuid=\"{incidentmap-map}\"",
        "");
}

std::string pages() {
    const std::string paper =
        "<symbol type=\"fill\" name=\"\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"><layer "
        "class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\"><Option "
        "type=\"QString\" "
        "name=\"color\" value=\"255,255,255,255\"/><Option type=\"QString\" name=\"outline_style\" "
        "value=\"no\"/><Option type=\"QString\" name=\"style\" value=\"solid\"/></Option></layer></symbol>";
    return "<PageCollection>" + paper + item(page_item, "page", page, 0, false, "", paper) +
           "<GuideCollection visible=\"1\"/></PageCollection>\n";
}

}  // namespace

std::string label_text(std::string_view text) {
    constexpr std::string_view expression = "[%";
    constexpr std::string_view date = "$CURRENT_DATE";
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, expression.size()) == expression) {
            safe += "[%'['%]";
        } else if (text.substr(i, date.size()) == date) {
            safe += "[%'$'%]";
        } else {
            safe += text[i];
        }
    }
    return safe;
}

std::string print_layout(const QgisProject& project, const LayoutTexts& texts) {
    return "<Layout name=\"A4 map\" units=\"mm\" printResolution=\"300\" worldFileMap=\"\"><Snapper "
           "tolerance=\"5\" snapToGrid=\"0\" snapToGuides=\"1\" snapToItems=\"1\"/><Grid resUnits=\"mm\" "
           "offsetUnits=\"mm\" offsetX=\"0\" offsetY=\"0\" resolution=\"10\"/>" +
           pages() + north(north_frame) + scale_bar(project) + legend(project) +
           label("title", title_frame, texts.title, {16, true}) +
           label("subtitle", subtitle_frame, texts.subtitle, {10}) +
           label("not a point", not_a_point_frame, texts.not_a_point, {7.5}) +
           label("uncertainty", uncertainty_frame, texts.uncertainty, {7.5}) +
           label("note", note_frame, texts.note, {8}) + label("credit", credit_frame, texts.credit, {7}) +
           label("made", made_frame, texts.made, {7}) + map(project) +
           "<customproperties/><Atlas enabled=\"0\" coverageLayer=\"\" hideCoverage=\"0\" "
           "filterFeatures=\"0\" "
           "sortFeatures=\"0\" pageNameExpression=\"\" filenamePattern=\"\"/></Layout>\n";
}

}  // namespace incidentmap
