// SPDX-License-Identifier: MIT
#include "writer/qgis/qgis_symbol.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "core/xml_text.hpp"

namespace incidentmap {
namespace {

using Options = std::vector<std::pair<std::string, std::string>>;

/// `209,73,91,255`
std::string in_words(const QgisColour& colour) {
    return std::to_string(colour.rgb >> 16 & 0xFF) + "," + std::to_string(colour.rgb >> 8 & 0xFF) + "," +
           std::to_string(colour.rgb & 0xFF) + "," + std::to_string(std::lround(colour.opacity * 255));
}

std::string_view in_words(Symbol symbol) {
    switch (symbol) {
        case Symbol::circle:
            return "circle";
        case Symbol::square:
            return "square";
        case Symbol::diamond:
            return "diamond";
        case Symbol::triangle:
        case Symbol::triangle_down:
            return "triangle";
        case Symbol::star:
            return "star";
    }
    return "circle";
}

std::string option(std::string_view type, std::string_view name, std::string_view value) {
    return "<Option type=\"" + std::string(type) + "\" name=\"" + std::string(name) + "\" value=\"" +
           xml_text(value) + "\"/>";
}

/// Expressions for properties of a symbol layer, by QGIS's names of them; empty ones are left out.
std::string defined_by(const Options& expressions) {
    std::string properties;
    for (const auto& [property, expression] : expressions) {
        if (expression.empty()) continue;
        properties += "<Option type=\"Map\" name=\"" + property + "\">" + option("bool", "active", "true") +
                      option("QString", "expression", expression) + option("int", "type", "3") + "</Option>";
    }
    if (properties.empty()) return {};
    return "<data_defined_properties><Option type=\"Map\">" + option("QString", "name", "") +
           "<Option type=\"Map\" name=\"properties\">" + properties + "</Option>" +
           option("QString", "type", "collection") + "</Option></data_defined_properties>";
}

std::string layer_of(const std::string& type, const Options& options, const Options& expressions = {}) {
    std::string xml =
        "<layer class=\"" + type + "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">";
    for (const auto& [key, value] : options) xml += option("QString", key, value);
    return xml + "</Option>" + defined_by(expressions) + "</layer>";
}

std::string symbol_of(const std::string& name, const std::string& type, const std::string& layers) {
    return "<symbol type=\"" + type + "\" name=\"" + xml_text(name) +
           "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">" + layers + "</symbol>";
}

}  // namespace

std::string marker_symbol(const std::string& name, Symbol symbol, double size_mm,
                          const std::optional<QgisColour>& fill, const QgisPen& edge,
                          const QgisVariation& variation) {
    return symbol_of(
        name, "marker",
        layer_of(
            "SimpleMarker",
            {{"angle", symbol == Symbol::triangle_down ? "180" : "0"},
             {"color", in_words(fill.value_or(QgisColour{0xFFFFFF, 0}))},
             {"joinstyle", "miter"},
             {"name", std::string(in_words(symbol))},
             {"outline_color", in_words(edge.colour)},
             {"outline_style", "solid"},
             {"outline_width", to_text(edge.width_mm, 2)},
             {"outline_width_unit", "MM"},
             {"scale_method", "diameter"},
             {"size", to_text(size_mm, 2)},
             {"size_unit", "MM"}},
            {{"size", variation.size_mm}, {"fillColor", variation.fill}, {"outlineColor", variation.edge}}));
}

std::string count_symbol(const std::string& name, const QgisColour& fill) {
    // Wider by the number's digits, not by the number: it is a heap on the map, not a quantity.
    const std::string disc = layer_of("SimpleMarker",
                                      {{"color", in_words(fill)},
                                       {"name", "circle"},
                                       {"outline_color", "255,255,255,255"},
                                       {"outline_style", "solid"},
                                       {"outline_width", "0.4"},
                                       {"outline_width_unit", "MM"},
                                       {"scale_method", "diameter"},
                                       {"size", "5"},
                                       {"size_unit", "MM"}},
                                      {{"size", "3.4 + 1.1 * length(to_string(@cluster_size))"}});
    // A font that stands for itself would be remarked upon where it is not installed.
    const std::string number = layer_of("FontMarker",
                                        {{"chr", "2"},
                                         {"color", "255,255,255,255"},
                                         {"font", ""},
                                         {"font_style", "Bold"},
                                         {"horizontal_anchor_point", "1"},
                                         {"outline_width", "0"},
                                         {"size", "2.4"},
                                         {"size_unit", "MM"},
                                         {"vertical_anchor_point", "1"}},
                                        {{"char", "to_string(@cluster_size)"}, {"fontFamily", "'Arial'"}});
    return symbol_of(name, "marker", disc + number);
}

std::string line_symbol(const std::string& name, const QgisPen& pen) {
    return symbol_of(name, "line",
                     layer_of("SimpleLine", {{"capstyle", "flat"},
                                             {"customdash", "3;2"},
                                             {"customdash_unit", "MM"},
                                             {"joinstyle", "round"},
                                             {"line_color", in_words(pen.colour)},
                                             {"line_style", "solid"},
                                             {"line_width", to_text(pen.width_mm, 2)},
                                             {"line_width_unit", "MM"},
                                             {"use_custom_dash", pen.is_dashed ? "1" : "0"}}));
}

std::string fill_symbol(const std::string& name, const std::optional<QgisColour>& fill, const QgisPen& edge) {
    return symbol_of(name, "fill",
                     layer_of("SimpleFill", {{"color", in_words(fill.value_or(QgisColour{0xFFFFFF, 0}))},
                                             {"joinstyle", "round"},
                                             {"outline_color", in_words(edge.colour)},
                                             {"outline_style", edge.is_dotted   ? "dot"
                                                               : edge.is_dashed ? "dash"
                                                                                : "solid"},
                                             {"outline_width", to_text(edge.width_mm, 2)},
                                             {"outline_width_unit", "MM"},
                                             {"style", fill ? "solid" : "no"}}));
}

std::string centre_ring_symbol(const std::string& name, const QgisColour& colour) {
    // In a legend, where there is no area, it is as small as its row.
    const std::string size = "CASE WHEN $geometry IS NULL THEN 3 ELSE " + to_text(centre_ring_mm, 2) + " END";
    const auto circle = [&](const QgisColour& edge, const std::string& width, const std::string& style) {
        return layer_of("SimpleMarker",
                        {{"color", "255,255,255,0"},
                         {"name", "circle"},
                         {"outline_color", in_words(edge)},
                         {"outline_style", style},
                         {"outline_width", width},
                         {"outline_width_unit", "MM"},
                         {"scale_method", "diameter"},
                         {"size", to_text(centre_ring_mm, 2)},
                         {"size_unit", "MM"}},
                        {{"size", size}});
    };
    const std::string ring = symbol_of("@" + name + "@0", "marker",
                                       circle({0xFFFFFF, 0.9}, "1", "solid") + circle(colour, "0.4", "dash"));
    return symbol_of(name, "fill",
                     "<layer class=\"CentroidFill\" enabled=\"1\" locked=\"0\" pass=\"1\"><Option "
                     "type=\"Map\">" +
                         option("QString", "point_on_surface", "1") +
                         option("QString", "point_on_all_parts", "0") + "</Option>" + ring + "</layer>");
}

}  // namespace incidentmap
