// SPDX-License-Identifier: MIT
#include "writer/earlier_build.hpp"

#include <algorithm>
#include <fstream>
#include <optional>

#include "core/error.hpp"
#include "core/xml_text.hpp"
#include "geopackage/content_hash.hpp"
#include "geopackage/database.hpp"
#include "writer/qgis/layer_qml.hpp"
#include "writer/qgis/signed_style.hpp"

namespace incidentmap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view id_key = "INCIDENTMAP_BUILD_ID";
constexpr std::string_view content_key = "INCIDENTMAP_CONTENT_";

std::string entry(std::string_view key, const std::string& value) {
    return "    <MDI key=\"" + std::string(key) + "\">" + xml_text(value) + "</MDI>\n";
}

/// The value of a key, without its XML; empty where it has none.
std::string value_of(std::string_view xml, const std::string& key) {
    const std::string before = "<MDI key=\"" + key + "\">";
    const auto begin = xml.find(before);
    if (begin == std::string_view::npos) return {};
    const auto value = xml.substr(begin + before.size());
    return std::string(value.substr(0, value.find('<')));
}

/// How often the file was written to (SQLite's file format, 1.3.7, at byte 24): a build does so twice, and
/// each program that changes something once more.
bool was_written_to_since(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, 4> counter{};
    file.seekg(24).read(counter.data(), counter.size());
    return !file || counter != std::array<char, 4>{0, 0, 0, 3};
}

std::string metadata_of(Database& database) {
    Statement found = database.prepare(
        "SELECT metadata FROM gpkg_metadata WHERE md_standard_uri = 'http://gdal.org' AND instr(metadata, "
        "?1) > 0");
    found.bind_text(1, id_key);
    return found.step() ? std::string(found.text(0)) : std::string{};
}

bool has_table(Database& database, std::string_view name) {
    Statement found = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1");
    found.bind_text(1, name);
    return found.step();
}

bool is_name_of_ours(const std::string& table, const std::string& style) {
    for (LayerId layer : all_layers) {
        if (layer_schema(layer).name != table) continue;
        const auto styles = layer_styles(layer, layer_schema(layer).columns, 0);
        return std::any_of(styles.begin(), styles.end(), [&](const NamedQml& s) { return s.name == style; });
    }
    return false;
}

void read_styles(Database& database, EarlierBuild& earlier) {
    if (!has_table(database, "layer_styles")) return;
    Statement rows = database.prepare(
        "SELECT f_table_name, f_geometry_column, styleName, description, styleQML, useAsDefault, styleSLD, "
        "owner, "
        "update_time FROM layer_styles ORDER BY id");
    while (rows.step()) {
        LayerStyle style;
        style.table = rows.text(0);
        style.is_spatial = !rows.text(1).empty();
        style.name = rows.text(2);
        style.description = rows.text(3);
        style.qml = rows.text(4);
        style.is_default = rows.integer(5) != 0;
        style.sld = rows.text(6);
        style.owner = rows.text(7);
        style.update_time = rows.text(8);
        if (is_own_style(style.qml)) continue;
        if (!is_name_of_ours(style.table, style.name)) {
            earlier.styles.push_back(std::move(style));
        } else {
            earlier.edited.push_back("the style " + style.name + " of " + style.table);
        }
    }
}

void read_rows(Database& database, const std::string& metadata, EarlierBuild& earlier) {
    for (LayerId layer : all_layers) {
        const std::string& table = layer_schema(layer).name;
        const std::string written = value_of(metadata, std::string(content_key) + table);
        if (written.empty()) continue;
        if (!has_table(database, table)) {
            earlier.edited.push_back(table + ", which was taken out");
        } else if (content_hash(database, table) != written) {
            earlier.edited.push_back("rows of " + table);
        }
    }
}

}  // namespace

std::string build_metadata_xml(const std::string& build_id,
                               const std::array<std::string, layer_count>& content) {
    std::string entries = entry(id_key, build_id);
    for (LayerId layer : all_layers) {
        const std::string& hash = content[index_of(layer)];
        if (!hash.empty()) entries += entry(std::string(content_key) + layer_schema(layer).name, hash);
    }
    return "<GDALMultiDomainMetadata>\n  <Metadata>\n" + entries +
           "  </Metadata>\n</GDALMultiDomainMetadata>\n";
}

EarlierBuild read_earlier_build(const fs::path& path) {
    EarlierBuild earlier;
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored) || !was_written_to_since(path)) return earlier;
    std::optional<Database> database;
    std::string metadata;
    try {
        database = Database::open_read_only(path);
        metadata = metadata_of(*database);
    } catch (const Error&) {
        return earlier;  // no GeoPackage: nothing that a build could have written
    }
    if (metadata.empty()) return earlier;
    read_styles(*database, earlier);
    read_rows(*database, metadata, earlier);
    return earlier;
}

}  // namespace incidentmap
