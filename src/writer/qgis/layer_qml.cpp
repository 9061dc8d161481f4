// SPDX-License-Identifier: MIT
#include "writer/qgis/layer_qml.hpp"

#include <algorithm>
#include <string_view>

#include "core/xml_text.hpp"
#include "layer/incident_style.hpp"
#include "writer/qgis/qgis_symbol.hpp"

namespace incidentmap {
namespace {

constexpr std::uint32_t white = 0xFFFFFF;
constexpr std::uint32_t dark = 0x1E2326;
constexpr std::uint32_t grey = 0x6C757D;
constexpr std::uint32_t red = 0xD1495B;
constexpr std::uint32_t blue = 0x0072B2;
constexpr std::uint32_t slate = 0x46555E;
constexpr double symbol_mm = 3.6;

/// What differs from layer to layer; the rest of a style is made of its columns.
struct Look {
    std::string renderer;  ///< empty for a table
    std::string label;     ///< an expression; empty: no labels
    std::uint32_t label_rgb = dark;
    bool is_label_bold = false;
    std::string tip;  ///< an HTML text with expressions in it, safe whatever the data hold
};

std::string single(const std::string& symbol) {
    return "<renderer-v2 type=\"singleSymbol\" enableorderby=\"0\" forceraster=\"0\" "
           "symbollevels=\"0\"><symbols>" +
           symbol + "</symbols><rotation/><sizescale/></renderer-v2>";
}

QgisPen white_edge() { return {{white, 1}, 0.4, false}; }

/// A category for each style, and the last for all other values.
std::string by_sub_event_type() {
    std::string categories;
    std::string symbols;
    int number = 0;
    for (const IncidentStyle& style : incident_styles()) {
        const std::string name = std::to_string(number++);
        const std::string label = style.sub_event_type.empty() ? "Other" : std::string(style.sub_event_type);
        categories += "<category render=\"true\" value=\"" + xml_text(style.sub_event_type) + "\" label=\"" +
                      xml_text(label) + "\" symbol=\"" + name + "\"/>";
        symbols +=
            marker_symbol(name, style.symbol, style.symbol == Symbol::circle ? symbol_mm : symbol_mm * 1.15,
                          QgisColour{style.rgb, 1}, white_edge());
    }
    return "<renderer-v2 type=\"categorizedSymbol\" attr=\"sub_event_type\" enableorderby=\"0\" "
           "forceraster=\"0\" "
           "symbollevels=\"0\"><categories>" +
           categories + "</categories><symbols>" + symbols +
           "</symbols><rotation/><sizescale/></renderer-v2>";
}

/// Countries have an edge only: several incidents of which nothing but the country is known would paint it
/// full.
std::string areas_by_precision() {
    const QgisPen edge{{red, 0.7}, 0.3, true};
    return "<renderer-v2 type=\"categorizedSymbol\" attr=\"where_prec\" enableorderby=\"0\" "
           "forceraster=\"0\" "
           "symbollevels=\"0\"><categories><category render=\"true\" value=\"6\" label=\"Only the country is "
           "known\" symbol=\"0\"/><category render=\"true\" value=\"\" label=\"Only the area is known\" "
           "symbol=\"1\"/></categories><symbols>" +
           fill_symbol("0", std::nullopt, edge) + fill_symbol("1", QgisColour{red, 0.08}, edge) +
           "</symbols><rotation/><sizescale/></renderer-v2>";
}

/// Incidents at one point stand around it, so that none hides another; their positions stay what they are.
std::string displaced(const std::string& renderer) {
    return "<renderer-v2 type=\"pointDisplacement\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\" "
           "tolerance=\"2.5\" toleranceUnit=\"MM\" placement=\"1\" circleRadiusAddition=\"1\" "
           "circleWidth=\"0.2\" "
           "circleColor=\"138,143,152,255\" labelAttributeName=\"\" labelColor=\"0,0,0,255\" "
           "labelDistanceFactor=\"0.5\" maxLabelScaleDenominator=\"0\"><labelFontProperties style=\"\" "
           "description=\"Arial,8,-1,5,50,0,0,0,0,0\"/>" +
           renderer +
           marker_symbol("centerSymbol", Symbol::circle, 1, QgisColour{dark, 1}, {{dark, 1}, 0.1, false}) +
           "</renderer-v2>";
}

/// An expression's value as text of an HTML page: QGIS puts it in as it is.
std::string safe(const std::string& expression) {
    return "[% replace(coalesce(" + expression +
           ", ''), map('&', '&amp;', '<', '&lt;', '>', '&gt;', '\"', '&quot;')) %]";
}

const std::string weapon_in_words =
    "CASE WHEN \"weapon\" IS NULL THEN '' WHEN \"weapon_count_text\" IS NULL THEN ' · ' || \"weapon\" || ', "
    "number "
    "not reported' ELSE ' · ' || \"weapon_count_text\" || ' ' || \"weapon\" END";

std::string incident_tip() {
    return "<b>" + safe("\"location\"") + "</b><br>" +
           safe("concat(\"event_date\", " + weapon_in_words + ")") + "<br>" + safe("\"sub_event_type\"") +
           "<br>" + safe("'According to ' || \"source_names\"") + "<br><i>Why here:</i> " +
           safe("\"because\"");
}

Look look_of(LayerId layer) {
    using enum LayerId;
    Look look;
    switch (layer) {
        case attacks:
            look.renderer = displaced(by_sub_event_type());
            look.label = "concat(\"location\", '\n', \"event_date\", " + weapon_in_words + ")";
            look.is_label_bold = true;
            look.tip = incident_tip();
            break;
        case attack_areas:
            look.renderer = areas_by_precision();
            look.label = "concat(\"location\", ': ', \"event_date\")";
            look.label_rgb = 0x7A1F2B;
            look.tip = incident_tip();
            break;
        case other_incidents:
            look.renderer = displaced(single(marker_symbol("0", Symbol::circle, symbol_mm * 0.9,
                                                           QgisColour{white, 1}, {{grey, 1}, 0.6, false})));
            look.label = "concat(\"location\", '\n', \"event_date\", ' · ' || \"sub_event_type\")";
            look.label_rgb = slate;
            look.tip = incident_tip();
            break;
        case bases:
            look.renderer = single(
                marker_symbol("0", Symbol::square, symbol_mm * 1.9, std::nullopt, {{dark, 1}, 0.5, false}));
            look.tip = "<b>" + safe("\"location\"") + "</b> (" + safe("\"kind\"") + ")<br>" +
                       safe(
                           "concat(\"incident_count\", ' incidents of this build, ', \"date_start\", ' to ', "
                           "\"date_end\")");
            break;
        case launch_sites:
            look.renderer = displaced(single(marker_symbol("0", Symbol::triangle, symbol_mm,
                                                           QgisColour{white, 1}, {{blue, 1}, 0.6, false})));
            look.label =
                "concat('Reported launch place', ' (according to ' || \"launch_said_by\" || ')', '\n', "
                "\"location\")";
            look.label_rgb = blue;
            look.tip = "<b>Reported launch place: " + safe("\"location\"") + "</b><br>" +
                       safe("'According to ' || coalesce(\"launch_said_by\", \"source_names\")") + "<br>" +
                       safe("'Disputed by ' || \"launch_disputed_by\"") + "<br><i>Why here:</i> " +
                       safe("\"because\"");
            break;
        case launch_to_target:
            look.renderer = single(line_symbol("0", {{blue, 1}, 0.5, true}));
            look.label = "\"distance_text\"";
            look.label_rgb = blue;
            look.tip = "<b>" + safe("concat(\"launch_location\", ' to ', \"location\")") + "</b><br>" +
                       safe("\"distance_text\"") +
                       "<br>A straight line between reported places, not a flight path.";
            break;
        case uncertainty:
            look.renderer = single(fill_symbol("0", QgisColour{slate, 0.14}, {{slate, 0.4}, 0.2, false}));
            look.tip = "<b>Possible area: " + safe("\"location\"") + "</b><br>" + safe("\"because\"");
            break;
        case range_rings:
            look.renderer = single(fill_symbol("0", std::nullopt, {{slate, 0.8}, 0.25, false}));
            look.label = "\"label\"";
            look.label_rgb = slate;
            look.tip = safe("\"label\"") + "<br>A distance; it says nothing about any weapon.";
            break;
        default:
            break;
    }
    return look;
}

/// Line placement for lines, around the point for points, inside for areas.
std::string placement_of(GeometryType geometry) {
    if (geometry == GeometryType::multi_line)
        return "<placement placement=\"2\" placementFlags=\"10\" dist=\"0.8\" distUnits=\"MM\" "
               "priority=\"7\"/>";
    if (geometry == GeometryType::multi_polygon)
        return "<placement placement=\"4\" polygonPlacementFlags=\"2\" priority=\"3\"/>";
    return "<placement placement=\"6\" predefinedPositionOrder=\"R,L,TR,BR,TL,BL,TSR,BSR\" dist=\"1.6\" "
           "distUnits=\"MM\" priority=\"8\"/>";
}

std::string labelling(const Look& look, GeometryType geometry) {
    const auto colour = [](std::uint32_t rgb) {
        return std::to_string(rgb >> 16 & 0xFF) + "," + std::to_string(rgb >> 8 & 0xFF) + "," +
               std::to_string(rgb & 0xFF) + ",255";
    };
    // The fonts are looked for in this order; QGIS downloads none of them.
    return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"" +
           xml_text(look.label) +
           "\" isExpression=\"1\" fontFamily=\"Arial\" fontSize=\"8\" fontSizeUnit=\"Point\" fontWeight=\"" +
           (look.is_label_bold ? "75" : "50") + "\" textColor=\"" + colour(look.label_rgb) +
           "\" textOpacity=\"1\" multilineHeight=\"1\" namedStyle=\"\" allowHtml=\"0\"><families><family "
           "name=\"Arial\"/><family name=\"Liberation Sans\"/><family name=\"DejaVu Sans\"/><family "
           "name=\"Noto "
           "Sans\"/></families><text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
           "bufferColor=\"255,255,255,255\" bufferOpacity=\"0.85\" bufferNoFill=\"1\" "
           "bufferJoinStyle=\"128\"/>"
           "</text-style><text-format wrapChar=\"\" autoWrapLength=\"0\" multilineAlign=\"0\" plussign=\"0\" "
           "formatNumbers=\"0\"/>" +
           placement_of(geometry) +
           "<rendering drawLabels=\"1\" scaleVisibility=\"1\" scaleMin=\"0\" scaleMax=\"8000000\" "
           "obstacle=\"1\" "
           "displayAll=\"0\" limitNumLabels=\"0\" maxNumLabels=\"2000\" mergeLines=\"0\" "
           "fontMinPixelSize=\"3\" "
           "fontMaxPixelSize=\"10000\"/></settings></labeling>";
}

bool has(const std::vector<LayerColumn>& columns, std::string_view name) {
    return std::any_of(columns.begin(), columns.end(), [&](const LayerColumn& c) { return c.name == name; });
}

/// The end is exclusive, so that the last day shows.
std::string temporal(const std::vector<LayerColumn>& columns) {
    const bool is_dated = has(columns, "time_from") && has(columns, "time_until");
    return std::string("<temporal enabled=\"") + (is_dated ? "1" : "0") +
           "\" mode=\"2\" limitMode=\"0\" startField=\"time_from\" endField=\"time_until\" "
           "durationField=\"\" "
           "durationUnit=\"min\" fixedDuration=\"0\" accumulate=\"0\" startExpression=\"\" "
           "endExpression=\"\">"
           "<fixedRange><start/><end/></fixedRange></temporal>";
}

std::string aliases(const std::vector<LayerColumn>& columns) {
    std::string xml = "<aliases>";
    for (const LayerColumn& column : columns) {
        const std::string& title =
            column.title.empty() ? column.name : column.title;  // of the input's own columns
        const std::string unit = column.unit.empty() ? "" : " (" + column.unit + ")";
        xml += "<alias field=\"" + xml_text(column.name) + "\" name=\"" + xml_text(title + unit) + "\"/>";
    }
    return xml + "</aliases>";
}

/// Columns that programs need and people do not are hidden in the table; they stay in the file.
std::string table_columns(const std::vector<LayerColumn>& columns) {
    std::string xml =
        "<attributetableconfig actionWidgetStyle=\"dropDown\" sortExpression=\"\" sortOrder=\"0\"><columns>"
        "<column type=\"field\" name=\"fid\" hidden=\"1\" width=\"-1\"/>";
    for (const LayerColumn& column : columns) {
        const bool is_hidden = column.name == "time_from" || column.name == "time_until" ||
                               column.name == "feature_id" || column.name == "location_no" ||
                               column.name == "location_count";
        xml += "<column type=\"field\" name=\"" + xml_text(column.name) + "\" hidden=\"" +
               (is_hidden ? "1" : "0") + "\" width=\"-1\"/>";
    }
    return xml + "<column type=\"actions\" hidden=\"1\" width=\"-1\"/></columns></attributetableconfig>";
}

}  // namespace

std::string layer_qml(LayerId layer, const std::vector<LayerColumn>& columns) {
    const Look look = look_of(layer);
    const auto geometry = layer_schema(layer).geometry;
    const bool has_labels = geometry && !look.label.empty();
    std::string qml =
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis "
        "styleCategories=\"AllStyleCategories\" labelsEnabled=\"" +
        std::string(has_labels ? "1" : "0") +
        "\"><flags><Identifiable>1</Identifiable><Removable>1</Removable><Searchable>1</Searchable>"
        "<Private>0</Private></flags>";
    if (geometry) qml += temporal(columns) + look.renderer;
    if (has_labels) qml += labelling(look, *geometry);
    qml += aliases(columns) + table_columns(columns);
    if (has(columns, "location")) qml += "<previewExpression>\"location\"</previewExpression>";
    if (!look.tip.empty()) qml += "<mapTip>" + xml_text(look.tip) + "</mapTip>";
    return qml + "</qgis>\n";
}

}  // namespace incidentmap
