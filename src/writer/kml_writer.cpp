// SPDX-License-Identifier: MIT
#include "writer/kml_writer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "core/xml_text.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/database.hpp"
#include "geopackage/geometry_blob.hpp"
#include "layer/incident_style.hpp"
#include "layer/map_colours.hpp"
#include "layer/schema.hpp"

namespace incidentmap {
namespace {

using namespace map_colours;

constexpr int degree_decimals = 6;  ///< 0.1 m

/// `7fb27200`: opacity, blue, green, red.
std::string kml_colour(std::uint32_t rgb, int opacity) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint32_t byte :
         {static_cast<std::uint32_t>(opacity), rgb & 0xFF, rgb >> 8 & 0xFF, rgb >> 16 & 0xFF}) {
        text += digits[byte >> 4];
        text += digits[byte & 0xF];
    }
    return text;
}

/// Google Earth's own white icons, which it colours.
std::string_view icon_of(Symbol symbol) {
    switch (symbol) {
        case Symbol::square:
            return "placemark_square";
        case Symbol::diamond:
            return "open-diamond";
        case Symbol::triangle:
        case Symbol::triangle_down:
            return "triangle";
        case Symbol::star:
            return "star";
        case Symbol::circle:
            break;
    }
    return "placemark_circle";
}

/// On a click Google Earth shows the columns as a table that it makes itself, and takes names and values for
/// markup there. What has a letter of markup in it is of a second style, whose balloon is the description
/// alone.
constexpr std::string_view balloon = "<BalloonStyle><text>$[description]</text></BalloonStyle>";
constexpr std::string_view described = "_described";

std::string in_two_styles(const std::string& id, const std::string& style) {
    return "<Style id=\"" + id + "\">" + style + "</Style>\n<Style id=\"" + id + std::string(described) +
           "\">" + style + std::string(balloon) + "</Style>\n";
}

std::string point_style(const std::string& id, Symbol symbol, std::uint32_t rgb, double scale) {
    return in_two_styles(
        id, "<IconStyle><color>" + kml_colour(rgb, 255) + "</color><scale>" + to_text(scale, 2) + "</scale>" +
                (symbol == Symbol::triangle_down ? "<heading>180</heading>" : "") +
                "<Icon><href>https://maps.google.com/mapfiles/kml/shapes/" + std::string(icon_of(symbol)) +
                ".png</href></Icon></IconStyle><LabelStyle><scale>0.7</scale></LabelStyle>");
}

std::string shape_style(const std::string& id, std::uint32_t rgb, int line_opacity, int fill_opacity,
                        double width) {
    return in_two_styles(id, "<LineStyle><color>" + kml_colour(rgb, line_opacity) + "</color><width>" +
                                 to_text(width, 1) + "</width></LineStyle><PolyStyle><color>" +
                                 kml_colour(rgb, fill_opacity) + "</color><fill>" +
                                 (fill_opacity > 0 ? "1" : "0") + "</fill></PolyStyle>");
}

std::string styles() {
    std::string xml;
    int number = 0;
    for (const IncidentStyle& style : incident_styles())
        xml += point_style("attack" + std::to_string(number++), style.symbol, style.rgb, 0.9);
    xml += point_style("other_incidents", Symbol::circle, white, 0.7);
    xml += point_style("bases", Symbol::square, dark, 1.1);
    xml += point_style("launch_sites", Symbol::triangle, blue, 0.9);
    xml += shape_style("attack_areas", red, 178, 20, 1.5);
    xml += shape_style("launch_to_target", blue, 200, 0, 2);
    xml += shape_style("uncertainty", slate, 60, 40, 1);
    xml += shape_style("range_rings", slate, 200, 0, 1);
    return xml;
}

/// A row of a layer, by the names of its columns.
class Row {
  public:
    Row(const std::vector<LayerColumn>& columns, const Statement& statement)
        : m_columns{columns}, m_statement{statement} {}

    std::string text(std::size_t column) const {
        const int index = static_cast<int>(column) + 1;
        if (m_statement.is_null(index)) return {};
        if (m_columns[column].type == ColumnType::real)
            return to_text(m_statement.real(index), degree_decimals);
        return std::string(m_statement.text(index));
    }
    std::string text(std::string_view name) const {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].name == name) return text(i);
        }
        return {};
    }

  private:
    const std::vector<LayerColumn>& m_columns;
    const Statement& m_statement;
};

std::string or_else(const std::string& text, std::string_view otherwise) {
    return text.empty() ? std::string(otherwise) : text;
}

std::string launch_sayer(const Row& row) {
    return or_else(row.text("launch_said_by"),
                   or_else(row.text("source_names"), "a report whose source is not stated"));
}

std::string name_of(LayerId layer, const Row& row) {
    switch (layer) {
        case LayerId::launch_sites:
            return row.text("location") + ": reported launch place (according to " + launch_sayer(row) + ")";
        case LayerId::launch_to_target:
            return row.text("launch_location") + " to " + row.text("location") + ", " +
                   or_else(row.text("distance_text"), "no distance");
        case LayerId::uncertainty:
            return "Possible area: " + row.text("location");
        case LayerId::range_rings:
            return row.text("label");
        case LayerId::bases:
            return row.text("location");
        default:
            return row.text("location") + ", " + or_else(row.text("event_date"), "undated");
    }
}

std::string style_of(LayerId layer, const Row& row) {
    if (layer != LayerId::attacks) return layer_schema(layer).name;
    const auto all = incident_styles();
    const IncidentStyle& style = incident_style(row.text("sub_event_type"));
    return "attack" + std::to_string(&style - all.data());
}

/// A value with what must stand beside it.
std::string told(const LayerColumn& column, const Row& row, const std::string& value) {
    if (column.name == "attributed_to")
        return value + ", according to " +
               or_else(row.text("attributed_by"), or_else(row.text("source_names"), "one report"));
    if (column.name == "claimed_by" || column.name == "denied_by")
        return value + ", according to " + or_else(row.text("source_names"), "one report");
    if (column.name == "launch_location") return value + ", according to " + launch_sayer(row);
    return column.unit.empty() ? value : value + " " + column.unit;
}

bool is_for_people(const LayerColumn& column) {
    constexpr std::array<std::string_view, 8> others{"feature_id", "location_no", "location_count",
                                                     "time_from",  "time_until",  "attributed_by",
                                                     "latitude",   "longitude"};
    for (const std::string_view name : others) {
        if (column.name == name) return false;
    }
    return true;
}

std::string title_of(const LayerColumn& column) { return column.title.empty() ? column.name : column.title; }

constexpr std::string_view no_flight_path = "Straight line between reported places, not a flight path";

/// A page of HTML whose only markup is ours: what comes of the data is escaped once as a text of that page,
/// and all of it once more as a text of the XML.
std::string description_of(LayerId layer, const std::vector<LayerColumn>& columns, const Row& row) {
    std::string html = "<b>" + xml_text(name_of(layer, row)) + "</b>";
    if (layer == LayerId::launch_to_target) html += "<br/>" + std::string(no_flight_path);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string value = row.text(i);
        if (value.empty() || !is_for_people(columns[i])) continue;
        html +=
            "<br/><i>" + xml_text(title_of(columns[i])) + ":</i> " + xml_text(told(columns[i], row, value));
    }
    return "<description>" + xml_text(html) + "</description>";
}

std::string time_of(const Row& row) {
    const std::string from = row.text("time_from");
    const std::string until = row.text("time_until");
    if (from.empty() || until.empty()) return {};
    return "<TimeSpan><begin>" + xml_text(from) + "</begin><end>" + xml_text(until) + "</end></TimeSpan>";
}

/// What a reader expects unless something else is said: the end of a span of one day, no fewest dead beside
/// as many dead, a single report.
bool goes_without_saying(const LayerColumn& column, const Row& row, const std::string& value) {
    constexpr std::array<std::array<std::string_view, 2>, 7> as_another{{{"date_start", "event_date"},
                                                                         {"date_end", "event_date"},
                                                                         {"killed_low", "killed_best"},
                                                                         {"killed_high", "killed_best"},
                                                                         {"injured_low", "injured_best"},
                                                                         {"injured_high", "injured_best"},
                                                                         {"place_words", "location"}}};
    constexpr std::array<std::array<std::string_view, 2>, 4> usual{
        {{"report_count", "1"}, {"disagreement_count", "0"}, {"finding_count", "0"}, {"status", "resolved"}}};
    if (column.name == "country_code") return true;
    for (const auto& [name, other] : as_another) {
        if (column.name == name) return value == row.text(other);
    }
    for (const auto& [name, text] : usual) {
        if (column.name == name) return value == text;
    }
    return false;
}

std::string schema_of(LayerId layer, const std::vector<LayerColumn>& columns) {
    const std::string name = xml_text(layer_schema(layer).name);
    std::string xml = "<Schema name=\"" + name + "\" id=\"" + name + "_columns\">";
    for (const LayerColumn& column : columns) {
        if (!is_for_people(column)) continue;
        const std::string unit = column.unit.empty() ? "" : " (" + column.unit + ")";
        xml += "<SimpleField type=\"string\" name=\"" + xml_text(column.name) + "\"><displayName>" +
               xml_text(title_of(column) + unit) + "</displayName></SimpleField>";
    }
    if (layer == LayerId::launch_to_target)
        xml +=
            "<SimpleField type=\"string\" name=\"drawn_as\"><displayName>The "
            "line</displayName></SimpleField>";
    return xml + "</Schema>\n";
}

/// Whether Google Earth would take something of a text for markup or for a name of its own.
bool has_markup(std::string_view text) { return text.find_first_of("<>&$") != std::string_view::npos; }

struct RowData {
    std::string xml;
    bool has_markup = false;
};

RowData data_of(LayerId layer, const std::vector<LayerColumn>& columns, const Row& row) {
    RowData data{"<ExtendedData><SchemaData schemaUrl=\"#" + xml_text(layer_schema(layer).name) +
                 "_columns\">"};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string value = row.text(i);
        if (value.empty() || !is_for_people(columns[i]) || goes_without_saying(columns[i], row, value))
            continue;
        const std::string shown = columns[i].unit.empty() ? told(columns[i], row, value) : value;
        data.has_markup = data.has_markup || has_markup(shown);
        data.xml +=
            "<SimpleData name=\"" + xml_text(columns[i].name) + "\">" + xml_text(shown) + "</SimpleData>";
    }
    if (layer == LayerId::launch_to_target)
        data.xml += "<SimpleData name=\"drawn_as\">" + std::string(no_flight_path) + "</SimpleData>";
    data.xml += "</SchemaData></ExtendedData>";
    return data;
}

void append_position(std::string& xml, LonLat position) {
    xml += to_text(position.lon, degree_decimals) + "," + to_text(position.lat, degree_decimals);
}

template <class Positions>
void append_positions(std::string& xml, const Positions& positions) {
    xml += "<coordinates>";
    for (const LonLat& position : positions) {
        append_position(xml, position);
        xml += ' ';
    }
    xml += "</coordinates>";
}

struct AppendGeometry {
    std::string& xml;

    void operator()(std::monostate) const {}
    void operator()(LonLat position) const {
        xml += "<Point><coordinates>";
        append_position(xml, position);
        xml += "</coordinates></Point>";
    }
    void operator()(const MultiLine& lines) const {
        xml += "<MultiGeometry>";
        for (const auto& line : lines.lines) {
            xml += "<LineString><tessellate>1</tessellate>";
            append_positions(xml, line);
            xml += "</LineString>";
        }
        xml += "</MultiGeometry>";
    }
    void operator()(const MultiPolygon& area) const {
        xml += "<MultiGeometry>";
        for (const Polygon& polygon : area.polygons) {
            xml += "<Polygon><tessellate>1</tessellate><outerBoundaryIs><LinearRing>";
            append_positions(xml, polygon.outer);
            xml += "</LinearRing></outerBoundaryIs>";
            for (const auto& hole : polygon.holes) {
                xml += "<innerBoundaryIs><LinearRing>";
                append_positions(xml, hole);
                xml += "</LinearRing></innerBoundaryIs>";
            }
            xml += "</Polygon>";
        }
        xml += "</MultiGeometry>";
    }
};

void append_geometry(std::string& xml, std::span<const std::byte> bytes) {
    const DecodedGeometry decoded = decode_geometry(bytes);
    if (!decoded.geometry) throw Error{"cannot read a geometry of the draft again: " + decoded.problem};
    std::visit(AppendGeometry{xml}, *decoded.geometry);
}

std::string plain(std::string text) {
    std::erase(text, '`');
    return text;
}

void write_folder(Database& database, LayerId layer, std::span<const std::string> extra_headers,
                  DraftText& to) {
    const LayerSchema& schema = layer_schema(layer);
    const std::vector<LayerColumn> columns = columns_with_extra(layer, extra_headers);
    std::string select = "SELECT geom";
    for (const LayerColumn& column : columns) select += ", " + quoted_identifier(column.name);
    Statement rows = database.prepare(select + " FROM " + quoted_identifier(schema.name) + " ORDER BY fid");
    to.buffer() += "<Folder><name>" + xml_text(schema.title) + "</name><description>" +
                   xml_text(xml_text(plain(schema.description))) + "</description>\n";
    const bool headers_have_markup =
        std::any_of(columns.begin(), columns.end(),
                    [](const LayerColumn& column) { return has_markup(title_of(column)); });
    while (rows.step()) {
        const Row row(columns, rows);
        std::string& xml = to.buffer();
        const std::string name = name_of(layer, row);
        const RowData data = data_of(layer, columns, row);
        const bool is_described = headers_have_markup || data.has_markup || has_markup(name);
        xml += "<Placemark><name>" + xml_text(name) + "</name>";
        if (is_described) xml += "<Snippet maxLines=\"0\"></Snippet>" + description_of(layer, columns, row);
        xml += time_of(row) + "<styleUrl>#" + style_of(layer, row) +
               std::string(is_described ? described : "") + "</styleUrl>" + data.xml;
        if (!rows.is_null(0)) append_geometry(xml, rows.blob(0));
        xml += "</Placemark>\n";
        to.flush_if_full();
    }
    to.buffer() += "</Folder>\n";
}

}  // namespace

void write_kml(const std::filesystem::path& geopackage, std::span<const std::string> extra_headers,
               const std::string& title, const std::string& build_id, DraftText& to) {
    Database database = Database::open_read_only(geopackage);
    const std::set<std::string> tables = listed_tables(database);
    to.buffer() +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml "
        "xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>" +
        xml_text(title) + "</name><open>1</open>\n" + styles() +
        "<ExtendedData><Data name=\"build_id\"><value>" + xml_text(build_id) +
        "</value></Data></ExtendedData>\n";
    std::vector<LayerId> layers;
    for (const LayerId layer : all_layers) {
        if (layer_schema(layer).geometry && tables.contains(layer_schema(layer).name))
            layers.push_back(layer);
    }
    for (const LayerId layer : layers)
        to.buffer() += schema_of(layer, columns_with_extra(layer, extra_headers));
    for (const LayerId layer : layers) write_folder(database, layer, extra_headers, to);
    to.buffer() += "</Document></kml>\n";
}

}  // namespace incidentmap
