// SPDX-License-Identifier: MIT
#include "writer/postgis/postgis_writer.hpp"

#include <set>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "layer/schema.hpp"
#include "writer/postgis/database_project.hpp"
#include "writer/postgis/database_styles.hpp"
#include "writer/postgis/finished_tables.hpp"
#include "writer/postgis/standing_tables.hpp"
#include "writer/postgis/table_sql.hpp"

namespace incidentmap {
namespace {

using Rows = std::vector<std::vector<PostgisConnection::Cell>>;

/// Until the end of the transaction.
constexpr const char* lock_of_styles =
    "DO $lock$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('incidentmap'), "
    "hashtext('public.layer_styles')); END "
    "$lock$";

/// What the schema says of its tables and columns. The comments on both are made of it.
std::vector<TableSpec> own_lists() {
    const auto text = [](std::string name, std::string description) {
        ColumnSpec column;
        column.name = std::move(name);
        column.description = std::move(description);
        return column;
    };
    TableSpec tables;
    tables.name = list_of_tables;
    tables.description =
        "What incidentmap put into this schema, and how it was then. Changing it changes nothing.";
    tables.columns = {text("table_name", ""),
                      text("title", ""),
                      text("description", ""),
                      text("row_count", ""),
                      text("columns", "The columns as they were made."),
                      text("content", "Stands for the rows as they were written."),
                      text("transaction", "The number of the transaction that wrote them all."),
                      text("build_id", "")};
    tables.columns[3].type = ColumnType::integer;
    TableSpec columns;
    columns.name = list_of_columns;
    columns.description = "The columns of these tables: titles, and what they hold in which unit.";
    columns.columns = {text("table_name", ""), text("column_name", ""), text("title", ""),
                       text("description", "")};
    return {tables, columns};
}

/// Comments, from texts that stand in tables: the server quotes what it makes of them.
std::string comments_sql(const std::string& schema) {
    return "DO $comments$ DECLARE r record; BEGIN FOR r IN SELECT table_name, concat_ws('. ', nullif(title, "
           "''), nullif(description, '')) AS words FROM " +
           qualified(schema, list_of_tables) +
           " LOOP EXECUTE format('COMMENT ON TABLE %I.%I IS %L', current_schema(), r.table_name, r.words); "
           "END LOOP; FOR r IN SELECT table_name, column_name, concat_ws(': ', nullif(title, ''), "
           "nullif(description, '')) AS words FROM " +
           qualified(schema, list_of_columns) +
           " LOOP EXECUTE format('COMMENT ON COLUMN %I.%I.%I IS %L', current_schema(), r.table_name, "
           "r.column_name, nullif(r.words, '')); END LOOP; END $comments$";
}

std::vector<std::string> names_of(const std::vector<FinishedTable>& tables) {
    std::vector<std::string> names;
    names.reserve(tables.size());
    for (const FinishedTable& table : tables) names.push_back(table.spec.name);
    return names;
}

/// All that a build may write, before it is known what it has.
std::vector<std::string> all_names() {
    std::vector<std::string> names{list_of_tables, list_of_columns};
    for (LayerId layer : all_layers) names.push_back(layer_schema(layer).name);
    return names;
}

void refuse_edited(const std::vector<std::string>& edited, bool replace, const std::string& where) {
    if (edited.empty() || replace) return;
    throw Error{"somebody changed " + joined(edited, ", ") + " in " + where +
                " since it was built; nothing was written. Build into another --schema to keep that, or give "
                "--replace to write over it"};
}

/// One writing of a build.
class Writing {
  public:
    Writing(PostgisConnection& connection, PostgisSite& site, const std::filesystem::path& geopackage,
            const StoredProject& project, bool replace, const Shard& shard)
        : m_connection{connection},
          m_site{site},
          m_geopackage{geopackage},
          m_project{project},
          m_replace{replace},
          m_shard{shard},
          m_schema{site.schema()} {
        Database database = Database::open_read_only(geopackage);
        m_tables = finished_tables(database);
        m_styles = read_layer_styles(database);
    }

    WrittenSchema run(const std::string& build_id);

  private:
    void lock();
    void look();
    void make_room();
    void fill();
    void list(const std::string& build_id);
    void run_all(const std::vector<std::string>& statements) {
        for (const std::string& sql : statements) m_connection.execute(sql);
    }

    PostgisConnection& m_connection;
    PostgisSite& m_site;
    const std::filesystem::path& m_geopackage;
    const StoredProject& m_project;
    bool m_replace;
    Shard m_shard;
    std::string m_schema;
    std::vector<FinishedTable> m_tables;
    std::vector<LayerStyle> m_styles;
    StandingSchema m_standing;
    StandingStyles m_standing_styles;
    StandingProjects m_standing_projects;
    std::vector<TableSpec> m_emptied;  ///< of an earlier build alone
};

/// Keeps other builds, and people who write, out of the schema until the end; readers go on.
void Writing::lock() {
    // Before the schema is made: of two first builds one makes it, and the other is told. Its name is
    // letters, digits and `_`.
    if (m_connection.text("SELECT pg_try_advisory_xact_lock(hashtext('incidentmap'), hashtext('" + m_schema +
                          "'))::int") != "1")
        throw Error{"another run is writing to " + m_site.in_words()};
    m_standing = m_site.look();
    if (!m_standing.exists) {
        m_connection.execute("CREATE SCHEMA " + quoted_identifier(m_schema));
        m_standing = m_site.look();
    }
    std::vector<std::string> ours;
    for (const auto& [name, table] : m_standing.tables) {
        if (table.is_ours && table.may_change) ours.push_back(qualified(m_schema, name));
    }
    if (!ours.empty()) m_connection.execute("LOCK TABLE " + joined(ours, ", ") + " IN EXCLUSIVE MODE");
}

void Writing::look() {
    std::vector<std::string> names = names_of(m_tables);
    names.push_back(list_of_tables);
    names.push_back(list_of_columns);
    check_standing(m_standing, names, m_site.in_words());
    m_standing_styles = standing_styles(m_connection, m_site.role(), m_styles);
    m_standing_projects = standing_projects(m_connection, m_standing, m_site, m_project.name);
    std::vector<std::string> edited = m_site.edited(m_standing);
    for (const auto& more : {m_standing_styles.edited, m_standing_projects.edited})
        edited.insert(edited.end(), more.begin(), more.end());
    refuse_edited(edited, m_replace, m_site.in_words());
}

/// Empties tables that stay as they are, makes those that are new or have other columns now.
void Writing::make_room() {
    const auto relations = m_connection.rows(
        "SELECT c.relname::text, k.conname::text, a.attname::text FROM pg_constraint AS k JOIN pg_class AS c "
        "ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_attribute AS a ON "
        "a.attrelid = c.oid AND a.attnum = k.conkey[1] WHERE k.contype = 'f' AND n.nspname = "
        "current_schema()");
    for (const auto& row : relations) {
        const std::string table = row[0].value_or("");
        const auto standing = m_standing.tables.find(table);
        if (standing == m_standing.tables.end() || !standing->second.is_ours) continue;
        if (row[1] != relation_name(table, row[2].value_or(""))) continue;
        m_connection.execute("ALTER TABLE " + qualified(m_schema, table) + " DROP CONSTRAINT " +
                             quoted_identifier(row[1].value_or("")));
    }
    std::vector<TableSpec> wanted = own_lists();
    for (const FinishedTable& table : m_tables) wanted.push_back(table.spec);
    std::vector<std::string> emptied;
    for (const TableSpec& spec : wanted) {
        const auto standing = m_standing.tables.find(spec.name);
        const bool stands = standing != m_standing.tables.end();
        if (stands && standing->second.columns == columns_in_words(spec)) {
            run_all(loosen_table_sql(m_schema, spec));
            emptied.push_back(qualified(m_schema, spec.name));
            continue;
        }
        if (stands) m_connection.execute("DROP TABLE " + qualified(m_schema, spec.name));
        m_connection.execute(create_table_sql(m_schema, spec));
    }
    std::set<std::string> wanted_names;
    for (const TableSpec& spec : wanted) wanted_names.insert(spec.name);
    for (const auto& [name, table] : m_standing.tables) {
        if (!table.is_ours || wanted_names.contains(name)) continue;
        emptied.push_back(qualified(m_schema, name));
        m_emptied.emplace_back().name = name;
    }
    if (!emptied.empty()) m_connection.execute("TRUNCATE " + joined(emptied, ", "));
    for (const TableSpec& spec : own_lists()) run_all(finish_table_sql(m_schema, spec, 0));
}

void Writing::fill() {
    for (const FinishedTable& table : m_tables)
        m_connection.copy_table(m_geopackage, table.spec.name, m_schema, table.spec.name, m_shard);
    for (const FinishedTable& table : m_tables)
        run_all(finish_table_sql(m_schema, table.spec, table.row_count * m_shard.count));
    for (const FinishedTable& table : m_tables) run_all(relate_table_sql(m_schema, table.spec));
    for (const FinishedTable& table : m_tables) {
        const std::string count =
            m_connection.text("SELECT count(*)::text FROM " + qualified(m_schema, table.spec.name));
        if (count != std::to_string(table.row_count))
            throw Error{"cannot write to " + m_site.in_words() + ": the table " + table.spec.name +
                        " holds " + count + " of the " + std::to_string(table.row_count) + " rows"};
    }
}

/// Says in the schema what is in it.
void Writing::list(const std::string& build_id) {
    Rows tables;
    Rows columns;
    const auto add = [&](const TableSpec& spec, std::int64_t row_count, const std::string& as_made,
                         bool has_content) {
        PostgisConnection::Cell content;
        PostgisConnection::Cell transaction;
        if (has_content) {
            content = m_connection.text(content_sql(m_schema, spec.name));
            transaction = m_connection.rows(writing_sql(m_schema, spec.name)).front()[1];
        }
        tables.push_back({spec.name, spec.identifier, spec.description, std::to_string(row_count), as_made,
                          content, transaction, build_id});
        for (const ColumnSpec& column : spec.columns)
            columns.push_back({spec.name, column.name, column.title, column.description});
    };
    for (const FinishedTable& table : m_tables)
        add(table.spec, table.row_count, columns_in_words(table.spec), true);
    for (const TableSpec& spec : m_emptied) add(spec, 0, m_standing.tables[spec.name].columns, true);
    // Of these two nothing stands for the rows: they could not say it of themselves.
    for (const TableSpec& spec : own_lists()) add(spec, 0, columns_in_words(spec), false);
    m_connection.append(
        m_schema, list_of_tables,
        {"table_name", "title", "description", "row_count", "columns", "content", "transaction", "build_id"},
        tables);
    m_connection.append(m_schema, list_of_columns, {"table_name", "column_name", "title", "description"},
                        columns);
    m_connection.execute(comments_sql(m_schema));
}

WrittenSchema Writing::run(const std::string& build_id) {
    m_connection.begin();
    lock();
    look();
    make_room();
    fill();
    list(build_id);
    if (m_standing_projects.obstacle.empty())
        write_project(m_connection, m_schema, m_standing_projects, m_project);
    if (m_standing_styles.obstacle.empty()) {
        // Builds of other schemas write there too, and one of them makes the table.
        m_connection.execute(lock_of_styles);
        m_standing_styles.has_table =
            m_connection.text("SELECT (to_regclass('public.layer_styles') IS NOT NULL)::int") == "1";
        write_styles(m_connection, m_schema, m_standing_styles, m_styles);
    }
    m_connection.commit();
    WrittenSchema written;
    written.where = m_site.in_words();
    for (const FinishedTable& table : m_tables) written.row_count += table.row_count;
    for (const TableSpec& spec : m_emptied) written.emptied.push_back(spec.name);
    for (const auto& kept : {m_standing_projects.kept, m_standing_styles.kept})
        written.kept.insert(written.kept.end(), kept.begin(), kept.end());
    for (const std::string& obstacle : {m_standing_styles.obstacle, m_standing_projects.obstacle}) {
        if (!obstacle.empty()) written.obstacles.push_back(obstacle);
    }
    return written;
}

}  // namespace

PostgisWriter::PostgisWriter(std::string output, std::string schema, bool replace, std::optional<Shard> shard)
    : m_output{std::move(output)}, m_schema{std::move(schema)}, m_shard{shard}, m_replace{replace} {
    check_schema_name(m_schema);
    PostgisConnection connection(m_output);
    PostgisSite site(connection, m_schema);
    const StandingSchema standing = site.look();
    check_standing(standing, all_names(), site.in_words());
    if (!m_replace) refuse_edited(site.edited(standing), m_replace, site.in_words());
    m_project_database = {place_in_words(connection.connection_text(), site.database()), m_schema};
}

WrittenSchema PostgisWriter::write(const std::filesystem::path& geopackage, const std::string& build_id,
                                   const StoredProject& project) const {
    PostgisConnection connection(m_output);
    PostgisSite site(connection, m_schema);
    return Writing(connection, site, geopackage, project, m_replace, m_shard.value_or(Shard{})).run(build_id);
}

}  // namespace incidentmap
