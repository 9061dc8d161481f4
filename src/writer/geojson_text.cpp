// SPDX-License-Identifier: MIT
#include "writer/geojson_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "core/json_text.hpp"

namespace incidentmap {
namespace {

constexpr int decimals = 6;

/// The fewest digits that give the same number back.
void append_number(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
}

/// GeoPackage's milliseconds are left away: `2020-07-27T00:00:00Z`.
void append_datetime(std::string& out, std::string_view text) {
    constexpr std::string_view ending = ".000Z";
    if (!text.ends_with(ending)) return append_json(out, text);
    out += '"';
    out += text.substr(0, text.size() - ending.size());
    out += "Z\"";
}

void append_position(std::string& out, LonLat position) {
    out += '[';
    append_json(out, position.lon, decimals);
    out += ',';
    append_json(out, position.lat, decimals);
    out += ']';
}

template <typename Items, typename Append>
void append_array(std::string& out, const Items& items, Append append) {
    out += '[';
    bool is_first = true;
    for (const auto& item : items) {
        if (!is_first) out += ',';
        append(out, item);
        is_first = false;
    }
    out += ']';
}

void append_line(std::string& out, const Line& line) { append_array(out, line, append_position); }

void append_polygon(std::string& out, const Polygon& polygon) {
    out += '[';
    append_line(out, polygon.outer);
    for (const Ring& hole : polygon.holes) {
        out += ',';
        append_line(out, hole);
    }
    out += ']';
}

struct AppendGeometry {
    std::string& out;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(LonLat position) const {
        out += R"({"type":"Point","coordinates":)";
        append_position(out, position);
        out += '}';
    }
    void operator()(const MultiLine& lines) const {
        if (lines.lines.empty()) return (*this)(std::monostate{});
        out += R"({"type":"MultiLineString","coordinates":)";
        append_array(out, lines.lines, append_line);
        out += '}';
    }
    void operator()(const MultiPolygon& area) const {
        if (area.polygons.empty()) return (*this)(std::monostate{});
        out += R"({"type":"MultiPolygon","coordinates":)";
        append_array(out, area.polygons, append_polygon);
        out += '}';
    }
};

struct AppendValue {
    std::string& out;
    bool is_datetime;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(std::int64_t value) const { append_json(out, value); }
    void operator()(double value) const { append_number(out, value); }
    void operator()(std::string_view value) const {
        if (is_datetime) {
            append_datetime(out, value);
        } else {
            append_json(out, value);
        }
    }
};

}  // namespace

void append_geojson(std::string& out, const Geometry& geometry) { std::visit(AppendGeometry{out}, geometry); }

GeoJsonText::GeoJsonText(LayerId layer, std::span<const std::string> extra_headers) : m_layer{layer} {
    for (const LayerColumn& column : columns_with_extra(layer, extra_headers)) {
        std::string key = m_keys.empty() ? "" : ",";
        append_json(key, column.name);
        m_keys.push_back(key + ":");
        m_is_datetime.push_back(column.type == ColumnType::datetime);
    }
}

std::string GeoJsonText::head(std::string_view build_id) const {
    const LayerSchema& schema = layer_schema(m_layer);
    std::string out = R"({"type":"FeatureCollection","name":)";
    append_json(out, schema.name);
    out += R"(,"incidentmap":{"build_id":)";
    append_json(out, build_id);
    out += R"(,"title":)";
    append_json(out, schema.title);
    out += R"(},"features":[)";
    return out;
}

void GeoJsonText::append(std::string& out, const Feature& feature, bool is_first) const {
    out += is_first ? "\n" : ",\n";
    out += R"({"type":"Feature")";
    if (layer_schema(m_layer).has_id && !feature.values.empty()) {
        out += R"(,"id":)";
        std::visit(AppendValue{out, false}, feature.values.front());
    }
    out += R"(,"geometry":)";
    append_geojson(out, feature.geometry);
    out += R"(,"properties":{)";
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        out += m_keys[i];
        std::visit(AppendValue{out, m_is_datetime[i]},
                   i < feature.values.size() ? feature.values[i] : Value{});
    }
    out += "}}";
}

}  // namespace incidentmap
