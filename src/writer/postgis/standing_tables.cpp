// SPDX-License-Identifier: MIT
#include "writer/postgis/standing_tables.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "geopackage/database.hpp"
#include "writer/postgis/table_sql.hpp"

namespace incidentmap {
namespace {

/// As the role would have to write it.
std::string name_in_words(const std::string& name) { return quoted_identifier(name); }

}  // namespace

PostgisSite::PostgisSite(PostgisConnection& connection, std::string schema)
    : m_connection{connection}, m_schema{std::move(schema)} {
    // One form of dates, times and numbers, whatever the server is set to: what stands for rows is made of
    // it.
    m_connection.execute(
        "SET DateStyle TO ISO; SET TimeZone TO 'UTC'; SET extra_float_digits TO 1; SET bytea_output TO hex; "
        "SET standard_conforming_strings TO on; SET xmloption TO document");
    if (m_connection.text("SELECT current_setting('lock_timeout')") == "0")
        m_connection.execute("SET lock_timeout TO '30s'");
    const auto asked = m_connection.rows(
        "SELECT current_database()::text AS name, current_user::text AS role, "
        "current_setting('server_version_num') AS version, current_setting('transaction_read_only') AS "
        "is_read_only");
    m_database = asked.front()[0].value_or("");
    m_role = asked.front()[1].value_or("");
    if (std::stoi(asked.front()[2].value_or("0")) < 120'000)
        throw Error{"the server of " + in_words() + " is older than PostgreSQL 12, which is needed"};
    if (asked.front()[3] == "on")
        throw Error{in_words() + ", takes no changes: the server or this connection is read-only"};
    check_postgis();
}

std::string PostgisSite::in_words() const { return "the database " + m_database + ", schema " + m_schema; }

void PostgisSite::check_postgis() {
    m_postgis_schema = m_connection.text(
        "SELECT n.nspname::text FROM pg_extension AS e JOIN pg_namespace AS n ON n.oid = e.extnamespace "
        "WHERE e.extname = 'postgis'");
    if (m_postgis_schema.empty())
        throw Error{"the database " + m_database +
                    " has no PostGIS: have its owner or an administrator of the server run CREATE EXTENSION "
                    "postgis; in it, then build again"};
}

StandingSchema PostgisSite::look() {
    StandingSchema standing;
    for (const auto& row : m_connection.rows("SELECT nspname::text FROM pg_namespace"))
        standing.exists = standing.exists || row[0] == m_schema;
    const std::string role = name_in_words(m_role);
    if (!standing.exists) {
        if (m_connection.text("SELECT has_database_privilege(current_database(), 'CREATE')::text") != "true")
            throw Error{"the role " + m_role + " may make no schema in the database " + m_database +
                        ": have its owner run CREATE SCHEMA " + name_in_words(m_schema) + " AUTHORIZATION " +
                        role + ";, then build again"};
        return standing;
    }
    // Names alone are set here: what is asked from now on asks about current_schema().
    m_connection.execute("SET search_path TO " + quoted_identifier(m_schema) + ", " +
                         quoted_identifier(m_postgis_schema) + ", public");
    const auto may = m_connection.rows(
        "SELECT (has_schema_privilege(n.oid, 'USAGE') AND has_schema_privilege(n.oid, 'CREATE'))::int AS may "
        "FROM pg_namespace AS n WHERE n.nspname = current_schema()");
    const bool may_make = !may.empty() && may.front()[0] == "1";
    if (m_connection.text("SELECT current_schema()::text") != m_schema || !may_make)
        throw Error{"the role " + m_role + " may make no tables in " + in_words() +
                    ": have its owner run GRANT USAGE, CREATE ON SCHEMA " + name_in_words(m_schema) + " TO " +
                    role + ";, then build again"};
    read_tables(standing);
    if (standing.tables.contains(list_of_tables)) read_own(standing);
    return standing;
}

void PostgisSite::read_tables(StandingSchema& standing) {
    const auto found = m_connection.rows(
        "SELECT c.relname::text AS name, (c.relkind = 'r')::int AS is_table, pg_has_role(c.relowner, "
        "'USAGE')::int AS may_change, coalesce(string_agg(a.attname || ' ' || format_type(a.atttypid, "
        "a.atttypmod), ', ' ORDER BY a.attnum), '')::text AS columns FROM pg_class AS c JOIN pg_namespace AS "
        "n ON n.oid = c.relnamespace LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND "
        "NOT a.attisdropped WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'v', 'm', 'f', 'p') "
        "GROUP BY c.oid, c.relname, c.relkind, c.relowner");
    for (const auto& row : found) {
        StandingTable& table = standing.tables[row[0].value_or("")];
        table.is_table = row[1] == "1";
        table.may_change = row[2] == "1";
        table.columns = row[3].value_or("");
    }
}

void PostgisSite::read_own(StandingSchema& standing) {
    const auto listed = m_connection.rows(
        // Another version of the program may have listed less.
        "SELECT j->>'table_name' AS name, j->>'content' AS content, j->>'columns' AS columns, "
        "j->>'row_count' AS row_count, j->>'transaction' AS transaction FROM (SELECT to_jsonb(t) AS j FROM " +
        qualified(m_schema, list_of_tables) + " AS t) AS listed ORDER BY 1");
    for (const auto& row : listed) {
        const auto table = standing.tables.find(row[0].value_or(""));
        if (table == standing.tables.end()) {
            standing.taken_out.push_back(row[0].value_or(""));
            continue;
        }
        table->second.is_ours = true;
        table->second.content = row[1].value_or("");
        table->second.as_made = row[2].value_or("");
        table->second.row_count = row[3].value_or("");
        table->second.transaction = row[4].value_or("");
    }
    for (const std::string& list : {list_of_tables, list_of_columns}) {
        const auto table = standing.tables.find(list);
        if (table != standing.tables.end()) table->second.is_ours = true;
    }
}

std::vector<std::string> PostgisSite::edited(const StandingSchema& standing) {
    std::vector<std::string> edited;
    for (const std::string& name : standing.taken_out) edited.push_back(name + ", which was taken out");
    for (const auto& [name, table] : standing.tables) {
        if (!table.is_ours || table.content.empty()) continue;
        if (table.columns != table.as_made) {
            edited.push_back("columns of " + name);
            continue;
        }
        const auto written = m_connection.rows(writing_sql(m_schema, name)).front();
        const bool is_as_written = written[0] == table.row_count && written[1] == table.transaction;
        if (!is_as_written && m_connection.text(content_sql(m_schema, name)) != table.content)
            edited.push_back("rows of " + name);
    }
    return edited;
}

void check_standing(const StandingSchema& standing, const std::vector<std::string>& tables,
                    const std::string& where) {
    const auto in_schema = [&](const std::string& what) { return "in " + where + ", " + what; };
    for (const std::string& name : tables) {
        const auto found = standing.tables.find(name);
        if (found == standing.tables.end()) continue;
        if (!found->second.is_ours || !found->second.is_table)
            throw Error{in_schema("stands " + name) +
                        ", which no build of incidentmap made: give --schema another name, or rename it"};
        if (!found->second.may_change)
            throw Error{
                in_schema("the table " + name) +
                " belongs to another role: build as the role that built it, or into another --schema"};
    }
}

}  // namespace incidentmap
