// SPDX-License-Identifier: MIT
#include "writer/geopackage_writer.hpp"

#include <algorithm>
#include <future>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/xml_text.hpp"
#include "geopackage/content_hash.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/database.hpp"
#include "geopackage/layer_styles.hpp"
#include "geopackage/table_writer.hpp"
#include "writer/build_mark.hpp"
#include "writer/qgis/layer_qml.hpp"
#include "writer/qgis/signed_style.hpp"

namespace incidentmap {
namespace {

/// The schema's words are Markdown; a GeoPackage has plain text.
std::string plain(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '`'), text.end());
    return text;
}

std::string described(const LayerColumn& column) {
    if (column.description.empty()) return {};
    std::string text = plain(column.description) + ".";
    if (!column.unit.empty()) text += " Unit: " + column.unit + ".";
    return text;
}

/// What other rows a column's values name: by these readers make relations between tables. Each row about an
/// incident names it, wherever on the map it is, or if it is nowhere; a finding about no incident names none.
std::optional<ColumnReference> reference_of(LayerId layer, const std::string& column) {
    const auto refers_to = [&](LayerId to) { return ColumnReference{layer_schema(to).name, column}; };
    if (column == "incident_id" && layer != LayerId::incidents) return refers_to(LayerId::incidents);
    if (column == "source_id" && layer == LayerId::reports) return refers_to(LayerId::sources);
    return std::nullopt;
}

bool is_referred_to(LayerId layer, const std::string& column) {
    return (layer == LayerId::incidents && column == "incident_id") ||
           (layer == LayerId::sources && column == "source_id");
}

TableSpec spec_of(LayerId layer, const std::vector<std::string>& extra_headers) {
    const LayerSchema& schema = layer_schema(layer);
    TableSpec spec;
    spec.name = schema.name;
    spec.identifier = schema.title;
    spec.description = plain(schema.description);
    spec.geometry = schema.geometry;
    for (const LayerColumn& column : columns_with_extra(layer, extra_headers)) {
        ColumnSpec of_table;
        of_table.name = column.name;
        of_table.type = column.type;
        of_table.title = column.title;
        of_table.description = described(column);
        of_table.domain = column.domain;
        of_table.unique = is_referred_to(layer, column.name);
        of_table.references = reference_of(layer, column.name);
        spec.columns.push_back(std::move(of_table));
    }
    return spec;
}

struct HashValue {
    ContentHash& hash;

    void operator()(std::monostate) const { hash.add_null(); }
    void operator()(std::int64_t value) const { hash.add(value); }
    void operator()(double value) const { hash.add(value); }
    void operator()(std::string_view value) const { hash.add(value); }
};

struct BindValue {
    Statement& row;
    int parameter;

    void operator()(std::monostate) const {}
    void operator()(std::int64_t value) const { row.bind_integer(parameter, value); }
    void operator()(double value) const { row.bind_real(parameter, value); }
    void operator()(std::string_view value) const { row.bind_text_view(parameter, value); }
};

/// What names a table, other than itself.
void drop_table(Database& database, const std::string& table) {
    for (const char* system_table : {"gpkg_data_columns", "gpkg_geometry_columns", "gpkg_contents"}) {
        Statement remove =
            database.prepare("DELETE FROM " + std::string(system_table) + " WHERE table_name = ?1");
        remove.bind_text(1, table);
        remove.run();
    }
    database.execute("DROP TABLE " + quoted_identifier(table));
}

}  // namespace

struct GeoPackageWriter::State {
    State(const std::filesystem::path& path, const GeoPackageOptions& options);

    void finish_tables();
    void add_styles();
    void check_counts();
    void check_counts(std::size_t first, std::size_t end);

    std::filesystem::path path;
    std::vector<std::string> extra_headers;
    std::string last_change;
    std::array<std::int64_t, layer_count> counts{};
    std::optional<Database> database;
    std::array<std::optional<TableWriter>, layer_count> tables;
    std::array<std::size_t, layer_count> column_counts{};
    std::array<ContentHash, layer_count> hashes;
    std::string build_id;
    std::vector<LayerStyle> extra_styles;
    ContentMark content;
};

GeoPackageWriter::State::State(const std::filesystem::path& file, const GeoPackageOptions& options)
    : path{file},
      extra_headers{options.extra_headers},
      last_change{options.last_change},
      database{Database::create(file, options.page_size)},
      build_id{options.build_id},
      extra_styles{options.extra_styles},
      content{options.content} {
    // Tables must be made in their order, before it is known which stay empty; the pages of those are given
    // back.
    database->execute("PRAGMA auto_vacuum = INCREMENTAL");
    database->begin();
    create_geopackage(*database);
    for (const Domain& domain : layer_domains()) create_domain(*database, domain);
    for (LayerId layer : all_layers) {
        TableSpec spec = spec_of(layer, extra_headers);
        column_counts[index_of(layer)] = spec.columns.size();
        tables[index_of(layer)].emplace(*database, std::move(spec), options.last_change);
    }
}

/// Of the tables that stay. \throws Error
void GeoPackageWriter::State::add_styles() {
    std::vector<LayerStyle> styles;
    for (LayerId layer : all_layers) {
        if (!is_written(layer, counts[index_of(layer)])) continue;
        const LayerSchema& schema = layer_schema(layer);
        const auto of_layer =
            layer_styles(layer, columns_with_extra(layer, extra_headers), counts[index_of(layer)]);
        const bool has_default =
            std::any_of(extra_styles.begin(), extra_styles.end(),
                        [&](const LayerStyle& s) { return s.table == schema.name && s.is_default; });
        for (const NamedQml& style : of_layer) {
            LayerStyle& stored = styles.emplace_back();
            stored.table = schema.name;
            stored.is_spatial = schema.geometry.has_value();
            stored.name = style.name;
            stored.description = style.description;
            stored.qml = signed_style(style.qml);
            stored.is_default = !has_default && &style == &of_layer.front();
        }
    }
    styles.insert(styles.end(), extra_styles.begin(), extra_styles.end());
    create_layer_styles(*database, styles, last_change);
}

void GeoPackageWriter::State::finish_tables() {
    for (LayerId layer : all_layers) {
        auto& table = tables[index_of(layer)];
        counts[index_of(layer)] = table->row_count();
        if (is_written(layer, table->row_count())) continue;
        table.reset();
        drop_table(*database, layer_schema(layer).name);
        drop_references(*database, layer_schema(layer).name);
    }
    for (auto& table : tables) {
        if (!table) continue;
        table->finish();
        table.reset();
    }
    add_styles();
    BuildMark mark{build_id, {}, content};
    ContentHash all;
    for (LayerId layer : all_layers) {
        if (!is_written(layer, counts[index_of(layer)])) continue;
        mark.content[index_of(layer)] = hashes[index_of(layer)].hex();
        // What the table `build` says of its inputs may differ where all else is the same.
        if (layer != LayerId::build) all.add(std::string_view(mark.content[index_of(layer)]));
    }
    if (mark.map.rows.empty()) mark.map.rows = all.hex();
    add_metadata(*database, {"http://gdal.org", "text/xml", to_xml(mark), ""}, last_change);
    database->execute("PRAGMA incremental_vacuum");
    database->commit();
    database->close();
    database.reset();
}

void GeoPackageWriter::State::check_counts() {
    // Reading a large file again takes its time: the tables are counted beside the layers.
    constexpr std::size_t first_table = index_of(LayerId::incidents);
    auto tables_checked = std::async(std::launch::async, [this] { check_counts(first_table, layer_count); });
    check_counts(0, first_table);
    tables_checked.get();
}

void GeoPackageWriter::State::check_counts(std::size_t first, std::size_t end) {
    Database written = Database::open_read_only(path);
    for (std::size_t i = first; i < end; ++i) {
        const LayerId layer = all_layers[i];
        if (!is_written(layer, counts[index_of(layer)])) continue;
        const std::string& name = layer_schema(layer).name;
        Statement count = written.prepare("SELECT count(*) FROM " + quoted_identifier(name));
        if (!count.step() || count.integer(0) != counts[index_of(layer)]) {
            throw Error{"cannot write " + path.string() + ": the table " + name + " does not hold the " +
                        std::to_string(counts[index_of(layer)]) + " rows that were written"};
        }
    }
}

GeoPackageWriter::GeoPackageWriter(const std::filesystem::path& path, const GeoPackageOptions& options)
    : m_state{std::make_unique<State>(path, options)} {}

GeoPackageWriter::~GeoPackageWriter() = default;

void GeoPackageWriter::add(const Feature& feature) {
    TableWriter& table = *m_state->tables[index_of(feature.layer)];
    for (std::size_t i = 0; i < feature.values.size(); ++i) {
        std::visit(BindValue{table.row(), static_cast<int>(i) + 1}, feature.values[i]);
    }
    table.insert(feature.geometry);
    ContentHash& hash = m_state->hashes[index_of(feature.layer)];
    for (const Value& value : feature.values) std::visit(HashValue{hash}, value);
    for (std::size_t i = feature.values.size(); i < m_state->column_counts[index_of(feature.layer)]; ++i)
        hash.add_null();
    if (!layer_schema(feature.layer).geometry) return;
    if (table.geometry_bytes().empty()) return hash.add_null();
    hash.add(table.geometry_bytes());
}

void GeoPackageWriter::finish() {
    m_state->finish_tables();
    m_state->check_counts();
}

}  // namespace incidentmap
