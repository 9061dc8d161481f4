// SPDX-License-Identifier: MIT
#include "writer/geojson_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/json_text.hpp"

namespace incidentmap {
namespace {

constexpr int decimals = 6;

/// Of what the program draws, a metre: as well as a map shows it.
constexpr int drawn_decimals = 5;

/// Whether its geometry is drawn by the program, not published by a source.
bool is_drawn(LayerId layer) {
    return layer == LayerId::launch_to_target || layer == LayerId::uncertainty ||
           layer == LayerId::range_rings;
}

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

void append_position(std::string& out, LonLat position, int count) {
    out += '[';
    append_json(out, position.lon, count);
    out += ',';
    append_json(out, position.lat, count);
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

/// The ends of a line are positions that sources have published.
void append_line(std::string& out, const Line& line, int count) {
    append_array(out, line, [&](std::string& to, const LonLat& position) {
        const bool is_end = &position == &line.front() || &position == &line.back();
        append_position(to, position, is_end ? decimals : count);
    });
}

void append_ring(std::string& out, const Ring& ring, int count) {
    append_array(out, ring, [&](std::string& to, LonLat position) { append_position(to, position, count); });
}

/// A metre more or less would show in an area of a hundred metres.
bool is_small(const Ring& ring) {
    constexpr double small_deg = 0.001;
    return std::all_of(ring.begin(), ring.end(), [&](LonLat position) {
        return std::abs(position.lon - ring.front().lon) < small_deg &&
               std::abs(position.lat - ring.front().lat) < small_deg;
    });
}

void append_polygon(std::string& out, const Polygon& polygon, int asked) {
    const int count = is_small(polygon.outer) ? decimals : asked;
    out += '[';
    append_ring(out, polygon.outer, count);
    for (const Ring& hole : polygon.holes) {
        out += ',';
        append_ring(out, hole, count);
    }
    out += ']';
}

struct AppendGeometry {
    std::string& out;
    int count;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(LonLat position) const {
        out += R"({"type":"Point","coordinates":)";
        append_position(out, position, decimals);
        out += '}';
    }
    void operator()(const MultiLine& lines) const {
        if (lines.lines.empty()) return (*this)(std::monostate{});
        out += R"({"type":"MultiLineString","coordinates":)";
        append_array(out, lines.lines,
                     [&](std::string& to, const Line& line) { append_line(to, line, count); });
        out += '}';
    }
    void operator()(const MultiPolygon& area) const {
        if (area.polygons.empty()) return (*this)(std::monostate{});
        out += R"({"type":"MultiPolygon","coordinates":)";
        append_array(out, area.polygons,
                     [&](std::string& to, const Polygon& polygon) { append_polygon(to, polygon, count); });
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

void append_geojson(std::string& out, const Geometry& geometry, int count) {
    std::visit(AppendGeometry{out, count}, geometry);
}

GeoJsonText::GeoJsonText(LayerId layer, std::span<const std::string> extra_headers,
                         const ColumnChoice& columns)
    : m_layer{layer},
      m_decimals{is_drawn(layer) ? drawn_decimals : decimals},
      m_has_nulls{columns.holds_nulls()} {
    const std::vector<LayerColumn> all = columns_with_extra(layer, extra_headers);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!columns.holds(all[i].name)) continue;
        std::string key = ",";
        append_json(key, all[i].name);
        m_keys.push_back({i, key + ":", all[i].type == ColumnType::datetime});
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
    append_geojson(out, feature.geometry, m_decimals);
    out += R"(,"properties":{)";
    bool is_first_key = true;
    for (const Key& key : m_keys) {
        static const Value none;
        const Value& value = key.column < feature.values.size() ? feature.values[key.column] : none;
        // The first feature tells programs which columns there are.
        if (!m_has_nulls && !is_first && std::holds_alternative<std::monostate>(value)) continue;
        out += is_first_key ? std::string_view(key.text).substr(1) : std::string_view(key.text);
        is_first_key = false;
        std::visit(AppendValue{out, key.is_datetime}, value);
    }
    out += "}}";
}

}  // namespace incidentmap
