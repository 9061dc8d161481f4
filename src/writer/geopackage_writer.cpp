// SPDX-License-Identifier: MIT
#include "writer/geopackage_writer.hpp"

#include <algorithm>
#include <future>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/xml_text.hpp"
#include "geopackage/contents.hpp"
#include "geopackage/database.hpp"
#include "geopackage/layer_styles.hpp"
#include "geopackage/table_writer.hpp"
#include "writer/qgis/layer_qml.hpp"

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

TableSpec spec_of(LayerId layer, const std::vector<std::string>& further_headers) {
    const LayerSchema& schema = layer_schema(layer);
    TableSpec spec;
    spec.name = schema.name;
    spec.identifier = schema.title;
    spec.description = plain(schema.description);
    spec.geometry = schema.geometry;
    for (const LayerColumn& column : columns_with_further(layer, further_headers)) {
        ColumnSpec of_table;
        of_table.name = column.name;
        of_table.type = column.type;
        of_table.title = column.title;
        of_table.description = described(column);
        of_table.domain = column.domain;
        spec.columns.push_back(std::move(of_table));
    }
    return spec;
}

/// In the form that GDAL reads as the file's metadata, and so ogrinfo and QGIS.
Metadata build_metadata(const std::string& build_id) {
    return {"http://gdal.org", "text/xml",
            "<GDALMultiDomainMetadata>\n  <Metadata>\n    <MDI key=\"INCIDENTMAP_BUILD_ID\">" +
                xml_text(build_id) + "</MDI>\n  </Metadata>\n</GDALMultiDomainMetadata>\n",
            ""};
}

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
    std::vector<std::string> further_headers;
    std::string last_change;
    std::array<std::int64_t, layer_count> counts{};
    std::optional<Database> database;
    std::array<std::optional<TableWriter>, layer_count> tables;
};

GeoPackageWriter::State::State(const std::filesystem::path& file, const GeoPackageOptions& options)
    : path{file},
      further_headers{options.further_headers},
      last_change{options.last_change},
      database{Database::create(file, options.page_size)} {
    // Tables must be made in their order, before it is known which stay empty; the pages of those are given
    // back.
    database->execute("PRAGMA auto_vacuum = INCREMENTAL");
    database->begin();
    create_geopackage(*database);
    for (const Domain& domain : layer_domains()) create_domain(*database, domain);
    for (LayerId layer : all_layers) {
        tables[index_of(layer)].emplace(*database, spec_of(layer, further_headers), options.last_change);
    }
    add_metadata(*database, build_metadata(options.build_id), options.last_change);
}

/// Of the tables that stay. \throws Error
void GeoPackageWriter::State::add_styles() {
    std::vector<LayerStyle> styles;
    for (LayerId layer : all_layers) {
        if (counts[index_of(layer)] == 0) continue;
        const LayerSchema& schema = layer_schema(layer);
        const auto of_layer =
            layer_styles(layer, columns_with_further(layer, further_headers), counts[index_of(layer)]);
        for (const NamedQml& style : of_layer)
            styles.push_back({schema.name, schema.geometry.has_value(), style.name, style.description,
                              style.qml, &style == &of_layer.front()});
    }
    create_layer_styles(*database, styles, last_change);
}

void GeoPackageWriter::State::finish_tables() {
    for (LayerId layer : all_layers) {
        auto& table = tables[index_of(layer)];
        counts[index_of(layer)] = table->row_count();
        if (table->row_count() > 0) continue;
        table.reset();
        drop_table(*database, layer_schema(layer).name);
    }
    for (auto& table : tables) {
        if (!table) continue;
        table->finish();
        table.reset();
    }
    add_styles();
    database->execute("PRAGMA incremental_vacuum");
    database->commit();
    database->close();
    database.reset();
}

void GeoPackageWriter::State::check_counts() {
    // Reading a large file again takes its time: the tables are counted beside the layers.
    constexpr std::size_t first_table = index_of(LayerId::reports);
    auto tables_checked = std::async(std::launch::async, [this] { check_counts(first_table, layer_count); });
    check_counts(0, first_table);
    tables_checked.get();
}

void GeoPackageWriter::State::check_counts(std::size_t first, std::size_t end) {
    Database written = Database::open_read_only(path);
    for (std::size_t i = first; i < end; ++i) {
        const LayerId layer = all_layers[i];
        if (counts[index_of(layer)] == 0) continue;
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
}

void GeoPackageWriter::finish() {
    m_state->finish_tables();
    m_state->check_counts();
}

}  // namespace incidentmap
