// SPDX-License-Identifier: MIT
#include "writer/postgis/schema_union.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/error.hpp"
#include "core/text.hpp"
#include "geopackage/database.hpp"
#include "layer/schema.hpp"
#include "writer/postgis/connection.hpp"
#include "writer/postgis/standing_tables.hpp"
#include "writer/postgis/table_sql.hpp"
#include "writer/postgis/union_sql.hpp"

namespace incidentmap {
namespace {

/// What a table or view of a union says of itself, so that a later one knows it.
constexpr std::string_view mark = "Made by incidentmap postgis-union";

/// In SQL: names of schemas are letters, digits and `_`, those of our tables too.
std::string literal(const std::string& name) { return "'" + name + "'"; }

struct ShardSchema {
    std::string name;
    int number = 0;
    int count = 0;
    std::map<std::string, std::vector<std::string>> tables;  ///< the columns of each
    std::string build_id;
};

class Union {
  public:
    Union(PostgisConnection& connection, PostgisSite& site) : m_connection{connection}, m_site{site} {}

    UnitedSchemas run();

  private:
    void find_shards();
    void check_shards() const;
    void lock();
    void take_down();
    void unite(const std::string& table);
    void copy_words(const std::string& table, const std::string& shard, bool is_view);
    void copy_styles();

    PostgisConnection& m_connection;
    PostgisSite& m_site;
    std::vector<ShardSchema> m_shards;
    UnitedSchemas m_united;
};

void Union::find_shards() {
    const auto rows = m_connection.rows(
        "SELECT m[1] AS name, m[2] AS number, m[3] AS count FROM (SELECT regexp_match(nspname::text, "
        "'^((?:" +
        m_site.schema() +
        ")_shard_(\\d+)_of_(\\d+))$') AS m FROM pg_namespace) AS found WHERE m IS NOT NULL "
        "ORDER BY m[2]::int");
    for (const auto& row : rows) {
        ShardSchema shard;
        shard.name = row[0].value_or("");
        shard.number = std::stoi(row[1].value_or("0"));
        shard.count = std::stoi(row[2].value_or("0"));
        const auto has_list = m_connection.text(
            "SELECT (to_regclass(" + literal(shard.name + "." + list_of_tables) + ") IS NOT NULL)::int");
        if (has_list != "1") continue;
        const auto columns = m_connection.rows(
            "SELECT t.table_name AS table_name, a.attname::text AS column_name, t.build_id AS build_id "
            "FROM " +
            qualified(shard.name, list_of_tables) +
            " AS t JOIN pg_class AS c ON c.relname = t.table_name JOIN "
            "pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = " +
            literal(shard.name) +
            " JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY "
            "t.table_name, a.attnum");
        for (const auto& column : columns) {
            shard.tables[column[0].value_or("")].push_back(column[1].value_or(""));
            shard.build_id = column[2].value_or("");
        }
        m_shards.push_back(std::move(shard));
    }
}

void Union::check_shards() const {
    const std::string pattern = m_site.schema() + "_shard_K_of_N";
    if (m_shards.empty())
        throw Error{"the database " + m_site.database() + " has no schema " + pattern +
                    ": build its shards first, with -o PG:… --schema " + m_site.schema() + " --shard K/N"};
    std::set<int> counts;
    std::set<int> numbers;
    for (const ShardSchema& shard : m_shards) {
        counts.insert(shard.count);
        numbers.insert(shard.number);
    }
    if (counts.size() > 1)
        throw Error{"there are shards of " + std::to_string(*counts.begin()) + " and of " +
                    std::to_string(*counts.rbegin()) + " in the database " + m_site.database() +
                    ": drop the schemas " + pattern + " that are no longer meant"};
    std::vector<std::string> missing;
    for (int number = 1; number <= *counts.begin(); ++number) {
        if (!numbers.contains(number)) missing.push_back(std::to_string(number));
    }
    if (!missing.empty())
        throw Error{"of the " + std::to_string(*counts.begin()) + " shards of " + m_site.schema() +
                    " there is no " + joined(missing, ", ") + ": build it with --shard " + missing.front() +
                    "/" + std::to_string(*counts.begin())};
    for (const ShardSchema& shard : m_shards) {
        for (const auto& [table, columns] : shard.tables) {
            const auto first = m_shards.front().tables.find(table);
            if (first != m_shards.front().tables.end() && first->second != columns)
                throw Error{"the table " + table + " has other columns in " + shard.name + " than in " +
                            m_shards.front().name +
                            ": build all shards of the same inputs with the same version"};
        }
    }
}

void Union::lock() {
    if (m_connection.text("SELECT pg_try_advisory_xact_lock(hashtext('incidentmap'), hashtext(" +
                          literal(m_site.schema()) + "))::int") != "1")
        throw Error{"another run is writing to " + m_site.in_words()};
    if (!m_site.look().exists) m_connection.execute("CREATE SCHEMA " + quoted_identifier(m_site.schema()));
    m_site.look();
}

/// Takes away what an earlier union made. \throws Error where something else stands under a name that is
/// needed
void Union::take_down() {
    const auto standing = m_connection.rows(
        "SELECT c.relname::text AS name, c.relkind::text AS kind, coalesce(obj_description(c.oid, "
        "'pg_class') LIKE '%" +
        std::string(mark) +
        "%', false)::int AS is_ours FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = "
        "c.relnamespace WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'v', 'm', 'f', 'p')");
    std::set<std::string> needed;
    for (const ShardSchema& shard : m_shards) {
        for (const auto& [table, columns] : shard.tables) needed.insert(table);
    }
    for (const auto& row : standing) {
        const std::string name = row[0].value_or("");
        if (row[2] != "1") {
            if (needed.contains(name))
                throw Error{"in " + m_site.in_words() + ", stands " + name +
                            ", which no union of shards made: rename it, or unite shards of another name"};
            continue;
        }
        const std::string table = qualified(m_site.schema(), name);
        if (row[1] == "v") {
            m_connection.execute("DROP VIEW " + table);
            continue;
        }
        const auto children = m_connection.rows(
            "SELECT n.nspname::text AS schema, c.relname::text AS name FROM pg_inherits AS i JOIN pg_class "
            "AS c ON "
            "c.oid = i.inhrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE i.inhparent = " +
            literal(m_site.schema() + "." + name) + "::regclass");
        for (const auto& child : children)
            m_connection.execute("ALTER TABLE " + qualified(child[0].value_or(""), child[1].value_or("")) +
                                 " NO INHERIT " + table);
        m_connection.execute("DROP TABLE " + table);
    }
}

void Union::copy_words(const std::string& table, const std::string& shard, bool is_view) {
    const std::string kind = is_view ? "VIEW" : "TABLE";
    const std::string from = literal(shard + "." + table) + "::regclass";
    m_connection.execute(
        "DO $comments$ DECLARE r record; BEGIN EXECUTE format('COMMENT ON " + kind + " %I.%I IS %L', " +
        literal(m_site.schema()) + ", " + literal(table) + ", concat_ws('. ', obj_description(" + from +
        ", 'pg_class'), '" + std::string(mark) +
        "')); FOR r IN SELECT a.attname, col_description(a.attrelid, a.attnum) AS words FROM pg_attribute AS "
        "a WHERE "
        "a.attrelid = " +
        from +
        " AND a.attnum > 0 AND NOT a.attisdropped LOOP EXECUTE format('COMMENT ON COLUMN "
        "%I.%I.%I IS %L', " +
        literal(m_site.schema()) + ", " + literal(table) + ", r.attname, r.words); END LOOP; END $comments$");
}

void Union::unite(const std::string& table) {
    std::vector<std::string> shards;
    const std::vector<std::string>* columns = nullptr;
    for (const ShardSchema& shard : m_shards) {
        const auto found = shard.tables.find(table);
        if (found == shard.tables.end()) continue;
        shards.push_back(shard.name);
        columns = &found->second;
    }
    const std::string there = qualified(m_site.schema(), table);
    const bool is_layer = std::any_of(all_layers.begin(), all_layers.end(),
                                      [&](LayerId layer) { return layer_schema(layer).name == table; });
    std::optional<std::string> query;
    if (!is_layer) {
        // The base map is the same ground in all of them.
        query = "SELECT * FROM " + qualified(shards.front(), table);
    } else {
        query = union_sql(table, *columns, shards);
    }
    if (query) {
        m_connection.execute("CREATE VIEW " + there + " AS " + *query);
        m_united.views.push_back(table);
    } else {
        m_connection.execute("CREATE TABLE " + there + " (LIKE " + qualified(shards.front(), table) +
                             ", PRIMARY KEY (fid))");
        for (const std::string& shard : shards)
            m_connection.execute("ALTER TABLE " + qualified(shard, table) + " INHERIT " + there);
        m_united.tables.push_back(table);
    }
    copy_words(table, shards.front(), query.has_value());
}

/// The styles of each layer, as its first shard has them.
void Union::copy_styles() {
    if (m_connection.text("SELECT (to_regclass('public.layer_styles') IS NOT NULL)::int") != "1") return;
    const std::string schema = literal(m_site.schema());
    m_connection.execute(
        "DELETE FROM public.layer_styles AS s WHERE s.f_table_catalog = current_database() AND "
        "s.f_table_schema = " +
        schema + " AND s.description LIKE '%" + std::string(mark) + "%'");
    std::vector<std::string> names;
    for (const ShardSchema& shard : m_shards) names.push_back(literal(shard.name));
    m_connection.execute(
        "INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
        "stylename, styleqml, stylesld, useasdefault, description) SELECT f_table_catalog, " +
        schema +
        ", f_table_name, f_geometry_column, stylename, styleqml, stylesld, useasdefault AND NOT EXISTS "
        "(SELECT 1 "
        "FROM public.layer_styles AS own WHERE own.f_table_catalog = current_database() AND "
        "own.f_table_schema = " +
        schema +
        " AND own.f_table_name = first.f_table_name AND own.useasdefault), concat_ws('. ', "
        "nullif(description, ''), '" +
        std::string(mark) +
        "') FROM (SELECT DISTINCT ON (f_table_name, stylename) * FROM public.layer_styles WHERE "
        "f_table_catalog = "
        "current_database() AND f_table_schema IN (" +
        joined(names, ", ") + ") ORDER BY f_table_name, stylename, f_table_schema) AS first");
}

UnitedSchemas Union::run() {
    m_connection.begin();
    lock();
    find_shards();
    check_shards();
    take_down();
    std::set<std::string> tables;
    std::set<std::string> builds;
    for (const ShardSchema& shard : m_shards) {
        m_united.shards.push_back(shard.name);
        builds.insert(shard.build_id);
        for (const auto& [table, columns] : shard.tables) {
            if (table != list_of_tables && table != list_of_columns) tables.insert(table);
        }
    }
    for (const std::string& table : tables) unite(table);
    copy_styles();
    m_connection.commit();
    m_united.where = m_site.in_words();
    if (builds.size() > 1)
        m_united.notes.push_back(
            "the shards are of different builds: inputs, options or versions changed between them. Build all "
            "of them "
            "of the same for a map that is one");
    return m_united;
}

}  // namespace

std::string shard_schema(const std::string& schema, const std::string& suffix) { return schema + suffix; }

UnitedSchemas unite_schemas(const std::string& output, const std::string& schema) {
    check_schema_name(schema);
    PostgisConnection connection(output);
    PostgisSite site(connection, schema);
    return Union(connection, site).run();
}

}  // namespace incidentmap
