// SPDX-License-Identifier: MIT
#include "writer/postgis/database_styles.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "writer/qgis/layer_qml.hpp"
#include "writer/qgis/signed_style.hpp"

namespace incidentmap {
namespace {

bool is_true(const PostgisConnection::Cell& cell) { return cell == "1"; }

/// Why the role cannot store styles; empty where it can.
std::string obstacle(PostgisConnection& connection, const std::string& role, bool has_table) {
    const auto told = [&](const std::string& grant) {
        return "the styles were not stored: have an administrator of the database run " + grant + " TO " +
               quoted_identifier(role) + ";, then build again";
    };
    const auto may_schema = connection.rows(
        "SELECT has_schema_privilege(oid, 'USAGE')::int AS may_use, has_schema_privilege(oid, 'CREATE')::int "
        "AS "
        "may_make FROM "
        "pg_namespace WHERE nspname = 'public'");
    if (may_schema.empty()) return "the styles were not stored: the database has no schema public";
    if (!is_true(may_schema.front()[0]) || (!has_table && !is_true(may_schema.front()[1])))
        return told("GRANT USAGE, CREATE ON SCHEMA public");
    if (!has_table) return {};
    const auto may = connection.rows(
        "SELECT (has_table_privilege('public.layer_styles', 'SELECT') AND "
        "has_table_privilege('public.layer_styles', 'INSERT') AND "
        "has_table_privilege('public.layer_styles', 'DELETE'))::int AS may_write, "
        "coalesce(has_sequence_privilege(pg_get_serial_sequence('public.layer_styles', 'id'), 'USAGE'), "
        "true)::int AS may_number");
    if (!is_true(may.front()[0])) return told("GRANT SELECT, INSERT, DELETE ON public.layer_styles");
    if (!is_true(may.front()[1])) return told("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public");
    return {};
}

std::string style_in_words(const std::string& name, const std::string& table) {
    return "the style " + name + " of " + table;
}

bool is_table_of_ours(const std::vector<LayerStyle>& styles, const std::string& table) {
    return std::any_of(styles.begin(), styles.end(),
                       [&](const LayerStyle& style) { return style.table == table; });
}

}  // namespace

StandingStyles standing_styles(PostgisConnection& connection, const std::string& role,
                               const std::vector<LayerStyle>& styles) {
    StandingStyles standing;
    standing.has_table =
        connection.text("SELECT (to_regclass('public.layer_styles') IS NOT NULL)::int") == "1";
    standing.obstacle = obstacle(connection, role, standing.has_table);
    if (!standing.has_table || !standing.obstacle.empty()) return standing;
    const auto found = connection.rows(
        "SELECT id::text, f_table_name::text, stylename::text, styleqml::text, useasdefault::int AS "
        "is_default FROM "
        "public.layer_styles WHERE f_table_catalog = current_database() AND f_table_schema = "
        "current_schema() ORDER BY id");
    for (const auto& row : found) {
        const std::string id = row[0].value_or("");
        const std::string table = row[1].value_or("");
        const std::string name = row[2].value_or("");
        if (is_own_style(row[3].value_or(""))) {
            standing.ours.push_back(id);
        } else if (is_style_of_ours(table, name)) {
            standing.edited.push_back(style_in_words(name, table));
            standing.edited_ids.push_back(id);
        } else if (is_table_of_ours(styles, table)) {
            standing.kept.push_back(style_in_words(name, table));
            if (is_true(row[4])) standing.with_default.push_back(table);
        }
    }
    return standing;
}

void write_styles(PostgisConnection& connection, const std::string& schema, const StandingStyles& standing,
                  const std::vector<LayerStyle>& styles) {
    if (!standing.has_table) {
        // As QGIS makes it (3.22 to 3.40).
        connection.execute(
            "CREATE TABLE public.layer_styles (id serial PRIMARY KEY, f_table_catalog varchar, "
            "f_table_schema varchar, f_table_name varchar, f_geometry_column varchar, styleName text, "
            "styleQML xml, styleSLD xml, useAsDefault boolean, description text, owner varchar(63) DEFAULT "
            "CURRENT_USER, ui xml, update_time timestamp DEFAULT CURRENT_TIMESTAMP, type varchar)");
    }
    std::vector<std::string> ids = standing.ours;
    ids.insert(ids.end(), standing.edited_ids.begin(), standing.edited_ids.end());
    if (!ids.empty())
        connection.execute("DELETE FROM public.layer_styles WHERE id IN (" + joined(ids, ", ") + ")");
    const std::string catalogue = connection.text("SELECT current_database()::text");
    std::vector<std::vector<PostgisConnection::Cell>> rows;
    for (const LayerStyle& style : styles) {
        const bool is_default =
            style.is_default && std::find(standing.with_default.begin(), standing.with_default.end(),
                                          style.table) == standing.with_default.end();
        // QGIS asks for the name of the geometry's column; of a table, for NULL.
        rows.push_back({catalogue, schema, style.table,
                        style.is_spatial ? PostgisConnection::Cell("geom") : std::nullopt, style.name,
                        style.qml, is_default ? "1" : "0", style.description});
    }
    // GDAL says no schema before the tables of `public`.
    connection.execute("SET search_path TO public");
    connection.append("public", "layer_styles",
                      {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "stylename",
                       "styleqml", "useasdefault", "description"},
                      rows);
}

}  // namespace incidentmap
