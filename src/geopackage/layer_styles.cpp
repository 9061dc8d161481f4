// SPDX-License-Identifier: MIT
#include "geopackage/layer_styles.hpp"

namespace incidentmap {

std::vector<LayerStyle> read_layer_styles(Database& database) {
    Statement found =
        database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'layer_styles'");
    if (!found.step()) return {};
    std::vector<LayerStyle> styles;
    Statement rows = database.prepare(
        "SELECT f_table_name, f_geometry_column, styleName, description, styleQML, useAsDefault, styleSLD, "
        "owner, update_time FROM layer_styles ORDER BY id");
    while (rows.step()) {
        LayerStyle& style = styles.emplace_back();
        style.table = rows.text(0);
        style.is_spatial = !rows.text(1).empty();
        style.name = rows.text(2);
        style.description = rows.text(3);
        style.qml = rows.text(4);
        style.is_default = rows.integer(5) != 0;
        style.sld = rows.text(6);
        style.owner = rows.text(7);
        style.update_time = rows.text(8);
    }
    return styles;
}

void create_layer_styles(Database& database, const std::vector<LayerStyle>& styles, std::string_view time) {
    // As QGIS makes it; QGIS passes over a row whose f_table_schema is NULL, or whose f_geometry_column
    // differs in case.
    database.execute(
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY NOT NULL, f_table_catalog TEXT(256), "
        "f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), "
        "styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), "
        "update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))");
    Statement contents = database.prepare(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES "
        "('layer_styles', 'attributes', 'layer_styles', 'How QGIS draws the layers.', ?1)");
    contents.bind_text(1, time);
    contents.run();
    add_layer_styles(database, styles, time);
}

void add_layer_styles(Database& database, const std::vector<LayerStyle>& styles, std::string_view time) {
    Statement row = database.prepare(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
        "styleName, "
        "styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) VALUES "
        "('', '', ?1, ?2, ?3, ?4, ?8, ?7, ?5, ?9, NULL, ?6)");
    for (const LayerStyle& style : styles) {
        row.bind_text(1, style.table);
        row.bind_text(2, style.is_spatial ? "geom" : "");
        row.bind_text(3, style.name);
        row.bind_text(4, style.qml);
        row.bind_text(5, style.description);
        row.bind_text(6, style.update_time.empty() ? time : std::string_view(style.update_time));
        row.bind_integer(7, style.is_default ? 1 : 0);
        row.bind_text(8, style.sld);
        row.bind_text(9, style.owner);
        row.run();
    }
}

}  // namespace incidentmap
