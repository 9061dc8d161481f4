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

std::string symbol_of(const std::string& name, const std::string& type, const std::string& layer,
                      const Options& options) {
    std::string xml = "<symbol type=\"" + type + "\" name=\"" + xml_text(name) +
                      "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"><layer class=\"" + layer +
                      "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">";
    for (const auto& [key, value] : options)
        xml += "<Option type=\"QString\" name=\"" + key + "\" value=\"" + xml_text(value) + "\"/>";
    return xml + "</Option></layer></symbol>";
}

}  // namespace

std::string marker_symbol(const std::string& name, Symbol symbol, double size_mm,
                          const std::optional<QgisColour>& fill, const QgisPen& edge) {
    return symbol_of(name, "marker", "SimpleMarker",
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
                      {"size_unit", "MM"}});
}

std::string line_symbol(const std::string& name, const QgisPen& pen) {
    return symbol_of(name, "line", "SimpleLine",
                     {{"capstyle", "flat"},
                      {"customdash", "3;2"},
                      {"customdash_unit", "MM"},
                      {"joinstyle", "round"},
                      {"line_color", in_words(pen.colour)},
                      {"line_style", "solid"},
                      {"line_width", to_text(pen.width_mm, 2)},
                      {"line_width_unit", "MM"},
                      {"use_custom_dash", pen.is_dashed ? "1" : "0"}});
}

std::string fill_symbol(const std::string& name, const std::optional<QgisColour>& fill, const QgisPen& edge) {
    return symbol_of(name, "fill", "SimpleFill",
                     {{"color", in_words(fill.value_or(QgisColour{0xFFFFFF, 0}))},
                      {"joinstyle", "round"},
                      {"outline_color", in_words(edge.colour)},
                      {"outline_style", edge.is_dashed ? "dash" : "solid"},
                      {"outline_width", to_text(edge.width_mm, 2)},
                      {"outline_width_unit", "MM"},
                      {"style", fill ? "solid" : "no"}});
}

}  // namespace incidentmap
