// SPDX-License-Identifier: MIT
#include "writer/incident_line.hpp"

#include "core/json_text.hpp"
#include "writer/geojson_text.hpp"

namespace incidentmap {
namespace {

constexpr int most_decimals = 9;

struct AppendValue {
    std::string& out;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(std::int64_t value) const { append_json(out, value); }
    void operator()(double value) const { append_json(out, value, most_decimals); }
    void operator()(std::string_view value) const { append_json(out, value); }
};

}  // namespace

IncidentLine::IncidentLine(std::span<const std::string> extra_headers) {
    for (const LayerId layer : all_layers) {
        Layer& of = m_layers[index_of(layer)];
        of.has_geometry = layer_schema(layer).geometry.has_value();
        for (const LayerColumn& column : columns_with_extra(layer, extra_headers)) {
            std::string key;
            append_json(key, column.name);
            of.keys.push_back(key + ":");
        }
    }
}

void IncidentLine::append_cells(std::string& out, const Feature& row) const {
    const Layer& layer = m_layers[index_of(row.layer)];
    for (std::size_t i = 0; i < layer.keys.size(); ++i) {
        if (i > 0) out += ',';
        out += layer.keys[i];
        std::visit(AppendValue{out}, i < row.values.size() ? row.values[i] : Value{});
    }
    if (!layer.has_geometry) return;
    out += ",\"geometry\":";
    append_geojson(out, row.geometry);
}

std::string IncidentLine::of(const FeatureBatch& rows) const {
    std::array<std::vector<std::size_t>, layer_count> by_layer;
    for (std::size_t i = 0; i < rows.size(); ++i) by_layer[index_of(rows[i].layer)].push_back(i);
    std::string line = "{";
    for (const std::size_t row : by_layer[index_of(LayerId::incidents)]) append_cells(line, rows[row]);
    for (const LayerId layer : all_layers) {
        const std::vector<std::size_t>& of_layer = by_layer[index_of(layer)];
        if (layer == LayerId::incidents || layer == LayerId::answers || of_layer.empty()) continue;
        line += ",\"" + layer_schema(layer).name + "\":[";
        for (const std::size_t row : of_layer) {
            line += row == of_layer.front() ? "{" : ",{";
            append_cells(line, rows[row]);
            line += '}';
        }
        line += ']';
    }
    return line + "}\n";
}

}  // namespace incidentmap
