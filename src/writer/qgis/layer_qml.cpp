// SPDX-License-Identifier: MIT
#include "writer/qgis/layer_qml.hpp"

#include <algorithm>
#include <string_view>

#include "core/xml_text.hpp"
#include "writer/qgis/layer_form.hpp"
#include "writer/qgis/layer_look.hpp"

namespace incidentmap {
namespace {

/// The names of styles.
constexpr const char* usual_style = "incidentmap";
constexpr const char* stacked_style = "Cluster";

/// Beside one another, more would hide the map around the place where they happened, and stand in the sea.
constexpr std::int64_t most_around = 60;

/// On maps of 1 : this and larger ones symbols stand beside one another.
constexpr const char* farthest_apart = "2000000";

/// A style that is seen from near only, or from afar only. \param attributes of the style's root
std::string seen_at(std::string qml, const std::string& attributes) {
    constexpr std::string_view root = "<qgis ";
    qml.insert(qml.find(root) + root.size(), "hasScaleBasedVisibilityFlag=\"1\" " + attributes + " ");
    return qml;
}

/// Line placement for lines and rings, around the point for points, inside for areas.
std::string placement_of(LayerId layer, GeometryType geometry, int priority) {
    const std::string tail = "priority=\"" + std::to_string(priority) + "\"/>";
    if (geometry == GeometryType::multi_line || layer == LayerId::range_rings)
        return "<placement placement=\"2\" placementFlags=\"10\" dist=\"0.8\" distUnits=\"MM\" " + tail;
    if (geometry == GeometryType::multi_polygon)
        return "<placement placement=\"4\" polygonPlacementFlags=\"2\" " + tail;
    return "<placement placement=\"6\" predefinedPositionOrder=\"R,L,TR,BR,TL,BL,TSR,BSR\" dist=\"2.8\" "
           "distUnits=\"MM\" " +
           tail;
}

std::string colour(std::uint32_t rgb) {
    return std::to_string(rgb >> 16 & 0xFF) + "," + std::to_string(rgb >> 8 & 0xFF) + "," +
           std::to_string(rgb & 0xFF) + ",255";
}

std::string labelling(LayerId layer, const LayerLook& look, GeometryType geometry) {
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
           "bufferJoinStyle=\"128\"/></text-style><text-format wrapChar=\"\" autoWrapLength=\"36\" "
           "useMaxLineLengthForAutoWrap=\"1\" multilineAlign=\"0\" plussign=\"0\" formatNumbers=\"0\"/>" +
           placement_of(layer, geometry, look.label_priority) +
           "<rendering drawLabels=\"1\" scaleVisibility=\"1\" scaleMin=\"0\" scaleMax=\"" +
           std::to_string(look.label_scale) +
           // Names of the ground may stand on areas.
           "\" obstacle=\"" + (geometry == GeometryType::multi_polygon ? "0" : "1") +
           "\" displayAll=\"0\" limitNumLabels=\"0\" maxNumLabels=\"2000\" mergeLines=\"0\" "
           "fontMinPixelSize=\"3\" fontMaxPixelSize=\"10000\"/></settings></labeling>";
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
           "endExpression=\"\"><fixedRange><start/><end/></fixedRange></temporal>";
}

std::string qml_of(LayerId layer, const std::vector<LayerColumn>& columns, const LayerLook& look,
                   const std::vector<LayerRelation>& relations) {
    const auto geometry = layer_schema(layer).geometry;
    const bool has_labels = geometry && !look.label.empty();
    std::string qml =
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis "
        "styleCategories=\"AllStyleCategories\" labelsEnabled=\"" +
        std::string(has_labels ? "1" : "0") +
        "\"><flags><Identifiable>1</Identifiable><Removable>1</Removable><Searchable>1</Searchable>"
        "<Private>0</Private></flags>";
    if (geometry) qml += temporal(columns) + look.renderer;
    if (has_labels) qml += labelling(layer, look, *geometry);
    qml += layer_form(layer, columns, look.sort, relations) + "<previewExpression>" + xml_text(look.display) +
           "</previewExpression>";
    if (!look.tip.empty()) qml += "<mapTip enabled=\"1\">" + xml_text(look.tip) + "</mapTip>";
    return qml + "</qgis>\n";
}

Stacked first_of(LayerId layer, std::int64_t feature_count) {
    return can_stack(layer) && feature_count > most_around ? Stacked::counted : Stacked::around;
}

}  // namespace

std::string layer_qml(LayerId layer, const std::vector<LayerColumn>& columns, std::int64_t feature_count) {
    return qml_of(layer, columns, layer_look(layer, feature_count, first_of(layer, feature_count)), {});
}

std::vector<NamedQml> layer_styles(LayerId layer, const std::vector<LayerColumn>& columns,
                                   std::int64_t feature_count, const std::vector<LayerRelation>& relations) {
    const auto made = [&](Stacked stacked) -> NamedQml {
        const bool is_cluster = stacked == Stacked::counted;
        return {is_cluster ? stacked_style : usual_style,
                is_cluster ? "Points that lie close are one disc with their number."
                           : layer_schema(layer).title + ".",
                qml_of(layer, columns, layer_look(layer, feature_count, stacked), relations)};
    };
    const Stacked first = first_of(layer, feature_count);
    std::vector<NamedQml> styles{made(first)};
    if (can_stack(layer))
        styles.push_back(made(first == Stacked::around ? Stacked::counted : Stacked::around));
    return styles;
}

std::optional<QmlByScale> qml_by_scale(LayerId layer, const std::vector<LayerColumn>& columns,
                                       std::int64_t feature_count,
                                       const std::vector<LayerRelation>& relations) {
    if (!can_stack(layer) || first_of(layer, feature_count) == Stacked::counted) return std::nullopt;
    const std::string scale = farthest_apart;
    QmlByScale made{layer_styles(layer, columns, feature_count, relations), {}};
    for (NamedQml& style : made.near)
        style.qml = seen_at(std::move(style.qml), "minScale=\"" + scale + "\" maxScale=\"0\"");
    LayerLook look = layer_look(layer, feature_count, Stacked::counted);
    look.label_scale = layer_look(layer, feature_count, Stacked::around).label_scale;
    made.far = {
        stacked_style, "Points that lie close are one disc with their number.",
        seen_at(qml_of(layer, columns, look, relations), "minScale=\"0\" maxScale=\"" + scale + "\"")};
    return made;
}

bool is_style_of_ours(std::string_view table, std::string_view name) {
    return std::any_of(all_layers.begin(), all_layers.end(), [&](LayerId layer) {
        return layer_schema(layer).name == table &&
               (name == usual_style || (name == stacked_style && can_stack(layer)));
    });
}

}  // namespace incidentmap
