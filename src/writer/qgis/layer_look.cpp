// SPDX-License-Identifier: MIT
#include "writer/qgis/layer_look.hpp"

#include <cmath>
#include <optional>
#include <string_view>

#include "core/text.hpp"
#include "core/xml_text.hpp"
#include "layer/incident_style.hpp"
#include "layer/map_colours.hpp"
#include "writer/qgis/qgis_symbol.hpp"
#include "writer/qgis/qgis_text.hpp"

namespace incidentmap {
namespace {

using namespace map_colours;

constexpr std::uint32_t grey = 0x6C757D;
constexpr std::uint32_t dark_red = 0x7A1F2B;
constexpr double symbol_mm = 3.6;

constexpr std::string_view renderer_flags = "enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\"";

std::string renderer(std::string_view type, const std::string& attributes, const std::string& content) {
    return "<renderer-v2 type=\"" + std::string(type) + "\" " + attributes + " " +
           std::string(renderer_flags) + ">" + content + "</renderer-v2>";
}

std::string single(const std::string& symbol) {
    return renderer("singleSymbol", "", "<symbols>" + symbol + "</symbols><rotation/><sizescale/>");
}

/// A category of a column's values or of an expression's.
struct Category {
    std::string value;  ///< empty: all other values
    std::string label;
    std::string symbol;  ///< under the category's number as its name
};

std::string categorized(const std::string& expression, const std::vector<Category>& categories) {
    std::string rows;
    std::string symbols;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        rows += "<category render=\"true\" value=\"" + xml_text(categories[i].value) + "\" label=\"" +
                xml_text(categories[i].label) + "\" symbol=\"" + std::to_string(i) + "\"/>";
        symbols += categories[i].symbol;
    }
    return renderer(
        "categorizedSymbol", "attr=\"" + xml_text(expression) + "\"",
        "<categories>" + rows + "</categories><symbols>" + symbols + "</symbols><rotation/><sizescale/>");
}

/// Many symbols are smaller than few, and so are those on a map of a continent.
std::string size_expression(double size_mm, std::int64_t feature_count) {
    const double by_count = feature_count > 5'000 ? 0.75 : feature_count > 500 ? 0.85 : 1;
    return to_text(size_mm * by_count, 2) +
           " * CASE WHEN @map_scale > 20000000 THEN 0.8 WHEN @map_scale > 8000000 THEN 0.9 ELSE 1 END";
}

std::string in_words(std::uint32_t rgb, int alpha) {
    return "'" + std::to_string(rgb >> 16 & 0xFF) + "," + std::to_string(rgb >> 8 & 0xFF) + "," +
           std::to_string(rgb & 0xFF) + "," + std::to_string(alpha) + "'";
}

/// A draft that nobody has confirmed is hollow in every layer.
constexpr std::string_view is_draft = "\"draft\" IS NOT NULL";

/// Full where the place itself is known, pale with a coloured edge where only its surroundings are.
QgisVariation by_precision(std::uint32_t rgb, double size_mm, std::int64_t feature_count) {
    const std::string of_draft = "CASE WHEN " + std::string(is_draft) + " THEN ";
    const std::string is_pale = " WHEN \"geo_precision\" > 1 THEN ";
    return {
        size_expression(size_mm, feature_count),
        of_draft + in_words(rgb, 0) + is_pale + in_words(rgb, 90) + " ELSE " + in_words(rgb, 255) + " END",
        of_draft + in_words(rgb, 255) + is_pale + in_words(rgb, 255) + " ELSE '255,255,255,255' END"};
}

/// White, and for drafts nothing, as the fill of marks that are told apart by their edges.
QgisVariation white_or_hollow(double size_mm, std::int64_t feature_count) {
    return {size_expression(size_mm, feature_count),
            "CASE WHEN " + std::string(is_draft) + " THEN " + in_words(white, 0) + " ELSE " +
                in_words(white, 255) + " END",
            {}};
}

/// A category for each style, and the last for all other values.
std::string by_sub_event_type(std::int64_t feature_count) {
    std::vector<Category> categories;
    for (const IncidentStyle& style : incident_styles()) {
        const double size_mm = style.symbol == Symbol::circle ? symbol_mm : symbol_mm * 1.15;
        categories.push_back(
            {std::string(style.sub_event_type),
             style.sub_event_type.empty() ? "Attack of another type, or not stated"
                                          : std::string(style.sub_event_type),
             marker_symbol(std::to_string(categories.size()), style.symbol, size_mm, QgisColour{style.rgb, 1},
                           {{white, 1}, 0.4, false}, by_precision(style.rgb, size_mm, feature_count))});
    }
    return categorized("sub_event_type", categories);
}

/// A rule of a renderer, by an expression.
struct Rule {
    std::string filter;
    std::string label;
    std::string symbol;  ///< under the rule's number as its name
};

std::string ruled(const std::vector<Rule>& rules) {
    std::string rows;
    std::string symbols;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        rows += "<rule key=\"{incidentmap-" + std::to_string(i) + "}\" filter=\"" +
                xml_text(rules[i].filter) + "\" label=\"" + xml_text(rules[i].label) + "\" symbol=\"" +
                std::to_string(i) + "\"/>";
        symbols += rules[i].symbol;
    }
    return renderer("RuleRenderer", "",
                    "<rules key=\"{incidentmap}\">" + rows + "</rules><symbols>" + symbols + "</symbols>");
}

/// Countries have an edge only: several incidents of which nothing but the country is known would paint it
/// full. The rules are in the order of \ref AreaLegend.
std::string areas_by_precision() {
    const QgisPen edge{{red, 0.7}, 0.3, true};
    const std::string confirmed = "NOT (" + std::string(is_draft) + ") AND ";
    const std::string size_mm =
        "max(bounds_width($geometry) * cos(radians(y_max($geometry))), bounds_height($geometry)) * 111320000 "
        "/ @map_scale";
    return ruled({{confirmed + "\"where_prec\" = 6", "Only the country is known",
                   fill_symbol("0", std::nullopt, {{red, 0.7}, 0.25, false, true})},
                  {std::string(is_draft), "A draft that nobody has confirmed",
                   fill_symbol("1", std::nullopt, {{red, 0.7}, 0.15, true})},
                  {confirmed + "coalesce(\"where_prec\", 0) <> 6", "Only the area is known",
                   fill_symbol("2", QgisColour{red, 0.08}, edge)},
                  {size_mm + " < " + to_text(centre_ring_mm, 2),
                   "Ring: an area too small to be seen at this scale", centre_ring_symbol("3", {red, 1})}});
}

/// Dashed, as nobody drew the way that anything flew; a person's decision about the launch place makes that
/// place surer, not the way.
std::string lines_by_decision(std::int64_t feature_count) {
    // Many lie upon one another.
    const QgisColour colour{blue, feature_count > 500 ? 0.45 : 1};
    const double width_mm = feature_count > 500 ? 0.3 : 0.5;
    return categorized(
        "\"launch_decided_by\" IS NOT NULL",
        {{"1", "Straight line between reported places, not a flight path; a person decided the launch place",
          line_symbol("0", {colour, width_mm, false})},
         {"", "Straight line between reported places, not a flight path",
          line_symbol("1", {colour, width_mm, true})}});
}

/// The positions stay what they are: only symbols are moved, on the screen, and by no circle that might be
/// taken for a distance.
std::string stack(const std::string& of, Stacked stacked) {
    if (stacked == Stacked::counted)
        return renderer("pointCluster", "tolerance=\"4\" toleranceUnit=\"MM\"",
                        of + count_symbol("centerSymbol", {slate, 1}));
    return renderer(
        "pointDisplacement",
        "tolerance=\"2.5\" toleranceUnit=\"MM\" placement=\"2\" circleRadiusAddition=\"1\" "
        "circleWidth=\"0.2\" "
        "circleColor=\"138,143,152,0\" labelAttributeName=\"\" labelColor=\"0,0,0,255\" "
        "labelDistanceFactor=\"0.5\" maxLabelScaleDenominator=\"0\"",
        "<labelFontProperties style=\"\" description=\"Arial,8,-1,5,50,0,0,0,0,0\"/>" + of +
            marker_symbol("centerSymbol", Symbol::circle, 1, QgisColour{dark, 1}, {{dark, 1}, 0.1, false}));
}

/// The larger the crowd, the nearer one must be to read names: as its distances, which go by the root.
std::int64_t label_scale(std::int64_t feature_count, Stacked stacked) {
    constexpr double scale_of_few = 12'000'000;
    constexpr double few = 40;
    const double crowd = std::max(1.0, static_cast<double>(feature_count) / few);
    const double scale = scale_of_few / std::sqrt(crowd) / (stacked == Stacked::counted ? 4 : 1);
    return static_cast<std::int64_t>(scale / 10'000) * 10'000;
}

std::string heading(const std::string& expression) {
    return "<b>" + qgis_text::shown(qgis_text::html(expression)) + "</b>";
}

std::string casualties(const std::string& words, const std::string& column) {
    const std::string low = "\"" + column + "_low\"";
    const std::string high = "\"" + column + "_high\"";
    return qgis_text::line(words, "CASE WHEN " + low + " = " + high + " THEN to_string(" + low + ") WHEN " +
                                      low + " IS NULL THEN 'at most ' || " + high + " WHEN " + high +
                                      " IS NULL THEN 'at least ' || " + low + " ELSE " + low +
                                      " || ' to ' || " + high + " END");
}

const std::string within =
    "'within ' || CASE WHEN \"uncertainty_m\" < 950 THEN to_string(\"uncertainty_m\") || ' "
    "m' ELSE to_string(round(\"uncertainty_m\" / 1000.0)) || ' km' END";

std::string sources_and_reasons() {
    return "<br>According to:<br>" + qgis_text::source_links() +
           qgis_text::line("<i>Why here:</i> ", "\"because\"");
}

std::string incident_tip(bool is_point) {
    return heading("\"location\"") +
           qgis_text::line("<i>A draft that nobody has confirmed</i>",
                           "CASE WHEN " + std::string(is_draft) + " THEN '' END") +
           qgis_text::line("", "concat(" + qgis_text::date() + ", ' · ' || " + qgis_text::weapon() + ")") +
           qgis_text::line("", "\"sub_event_type\"") + casualties("Killed: ", "killed") +
           casualties("Injured: ", "injured") +
           qgis_text::attributed("Attributed to", "\"attributed_to\"", "\"attributed_by\"") +
           qgis_text::line("Claimed by ",
                           "\"claimed_by\" || ', according to ' || coalesce(\"source_names\", 'one "
                           "report')") +
           qgis_text::line("Denied by ", "\"denied_by\"") +
           (is_point ? qgis_text::line("Possible area: ", within) : "<br>Only the area is known.") +
           sources_and_reasons();
}

LayerLook incident_look(LayerId layer, std::int64_t feature_count, Stacked stacked) {
    LayerLook look;
    look.label_scale = label_scale(feature_count, stacked);
    look.tip = incident_tip(layer != LayerId::attack_areas);
    look.display =
        "concat(\"location\", ', ', " + qgis_text::date() + ", ', ' || " + qgis_text::weapon() + ")";
    look.sort = "\"date_start\"";
    if (layer == LayerId::attacks) {
        look.renderer = stack(by_sub_event_type(feature_count), stacked);
        look.label =
            "concat(\"location\", '\n', " + qgis_text::date() + ", ' · ' || " + qgis_text::weapon() + ")";
        look.label_rgb = dark;
        look.is_label_bold = true;
        look.label_priority = 8;
    } else if (layer == LayerId::attack_areas) {
        look.renderer = areas_by_precision();
        look.label = "concat(\"location\", ': ', " + qgis_text::date() + ")";
        look.label_rgb = dark_red;
        look.label_priority = 3;
    } else {
        const double size_mm = symbol_mm * 0.9;
        look.renderer =
            stack(single(marker_symbol("0", Symbol::circle, size_mm, QgisColour{white, 1},
                                       {{grey, 1}, 0.6, false}, white_or_hollow(size_mm, feature_count))),
                  stacked);
        look.label = "concat(\"location\", '\n', " + qgis_text::date() + ", ' · ' || \"sub_event_type\")";
        look.label_rgb = slate;
    }
    return look;
}

LayerLook base_look(std::int64_t feature_count) {
    LayerLook look;
    const double size_mm = symbol_mm * 1.55;
    look.renderer = single(marker_symbol("0", Symbol::square, size_mm, std::nullopt, {{dark, 1}, 0.5, false},
                                         {size_expression(size_mm, feature_count), {}, {}}));
    // A single incident there says its name already.
    look.label = "CASE WHEN \"incident_count\" > 1 THEN \"location\" END";
    look.label_rgb = dark;
    look.is_label_bold = true;
    look.label_priority = 9;
    look.label_scale = label_scale(feature_count, Stacked::around);
    look.tip = heading("\"location\"") + qgis_text::line("", "\"kind\"") +
               qgis_text::line("Incidents of this build: ",
                               "concat(\"incident_count\", ', ' || \"date_start\", ' to ' || \"date_end\")") +
               qgis_text::line("Possible area: ", within);
    look.display = "\"location\"";
    look.sort = "\"location\"";
    return look;
}

LayerLook launch_site_look(std::int64_t feature_count, Stacked stacked) {
    LayerLook look;
    look.renderer =
        stack(single(marker_symbol("0", Symbol::triangle, symbol_mm, QgisColour{white, 1},
                                   {{blue, 1}, 0.6, false}, white_or_hollow(symbol_mm, feature_count))),
              stacked);
    const std::string title =
        "concat('Reported launch place (according to ', " + qgis_text::launch_sayer() + ", ')')";
    look.label = "concat(\"location\", '\n', " + title + ")";
    look.label_rgb = blue;
    look.label_scale = label_scale(feature_count, stacked);
    look.tip = heading(title) + qgis_text::line("", "\"location\"") + qgis_text::line("", qgis_text::date()) +
               qgis_text::line("Disputed by ", "\"launch_disputed_by\"") +
               qgis_text::line("Possible area: ", within) + sources_and_reasons();
    look.display = "concat(\"location\", ', reported launch place')";
    look.sort = "\"date_start\"";
    return look;
}

LayerLook launch_line_look(std::int64_t feature_count) {
    LayerLook look;
    look.renderer = lines_by_decision(feature_count);
    look.label = "\"distance_text\"";
    look.label_rgb = blue;
    look.label_priority = 7;
    look.label_scale = label_scale(feature_count, Stacked::around);
    look.tip = heading("concat(\"launch_location\", ' to ', \"location\")") +
               qgis_text::line("", "\"distance_text\"") +
               qgis_text::line("No distance: ", "\"distance_reason\"") +
               "<br>A straight line between reported places, not a flight path." +
               qgis_text::line("Reported launch place, according to ", qgis_text::launch_sayer()) +
               qgis_text::line("Disputed by ", "\"launch_disputed_by\"") +
               qgis_text::line("Launch place decided by ", "\"launch_decided_by\"") +
               "<br>According to:<br>" + qgis_text::source_links();
    look.display = "concat(\"launch_location\", ' to ', \"location\", ', ' || \"distance_text\")";
    look.sort = "\"date_start\"";
    return look;
}

/// What a table's row is called in lists and forms.
std::string row_name(LayerId layer) {
    using enum LayerId;
    switch (layer) {
        case incidents:
            return "concat(\"incident_id\", ', ' || \"event_date\", ', ' || \"sub_event_type\")";
        case reports:
            return "concat(\"report_id\", ', ' || \"source_id\", ', ' || \"event_date\", ', ' || "
                   "coalesce(\"place_words\", \"place\"))";
        case sources:
            return "concat(coalesce(\"publisher\", \"source_id\"), ', ' || \"published\", ': ' || \"title\")";
        case disagreements:
        case findings:
            return "\"sentence\"";
        case not_mapped:
            return "concat(coalesce(\"place_words\", \"place\", 'no place named'), ', ' || \"event_date\", "
                   "': ' || "
                   "\"status\")";
        case answers:
            return "concat(\"words\", ': ', coalesce(\"location\", \"status\"))";
        case decisions:
            return "concat(\"words\", ': ', \"decision\", ' (' || \"decided_by\" || ')')";
        default:
            return "concat(\"name\", ': ', \"value\")";
    }
}

}  // namespace

bool can_stack(LayerId layer) {
    return layer == LayerId::attacks || layer == LayerId::other_incidents || layer == LayerId::launch_sites;
}

LayerLook layer_look(LayerId layer, std::int64_t feature_count, Stacked stacked) {
    using enum LayerId;
    LayerLook look;
    switch (layer) {
        case attacks:
        case attack_areas:
        case other_incidents:
            return incident_look(layer, feature_count, stacked);
        case bases:
            return base_look(feature_count);
        case launch_sites:
            return launch_site_look(feature_count, stacked);
        case launch_to_target:
            return launch_line_look(feature_count);
        case uncertainty:
            // No hard edge: it is a bound, not a border.
            look.renderer = single(fill_symbol("0", QgisColour{slate, 0.16}, {{slate, 0.25}, 0.15, false}));
            look.tip = "<b>Possible area: " + qgis_text::shown(qgis_text::html("\"location\"")) + "</b>" +
                       qgis_text::line("", within) + qgis_text::line("", "\"because\"");
            look.display = "\"location\"";
            return look;
        case range_rings:
            look.renderer = single(fill_symbol("0", std::nullopt, {{slate, 0.8}, 0.2, false}));
            look.label = "\"label\"";
            look.label_rgb = slate;
            look.tip = heading("\"label\"") + "<br>A distance; it says nothing about any weapon.";
            look.display = "\"label\"";
            return look;
        default:
            look.display = row_name(layer);
            return look;
    }
}

}  // namespace incidentmap
