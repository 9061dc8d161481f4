// SPDX-License-Identifier: MIT
#include "geopackage/database.hpp"

#include <sqlite3.h>

#include <limits>
#include <system_error>
#include <vector>

#include "core/error.hpp"
#include "geopackage/read_only_uri.hpp"
#include "geopackage/sqlite_error.hpp"

namespace incidentmap {

namespace {

std::vector<std::string> rtree_names(Database& database) {
    std::vector<std::string> names;
    Statement rows = database.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND lower(sql) LIKE 'create virtual table%using "
        "rtree%' "
        "ORDER BY name");
    while (rows.step()) names.emplace_back(rows.text(0));
    return names;
}

}  // namespace

void Database::Closer::operator()(sqlite3* connection) const noexcept { sqlite3_close_v2(connection); }

Database::Database(const std::filesystem::path& path, const std::string& uri, int flags) : m_path{path} {
    sqlite3* connection = nullptr;
    const int code =
        sqlite3_open_v2(uri.c_str(), &connection, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    m_connection.reset(connection);
    if (code == SQLITE_OK) {
        check_sqlite(sqlite3_extended_result_codes(connection, 1), connection, "");
        return;
    }
    std::string message = (flags & SQLITE_OPEN_READONLY) != 0 ? "cannot read " : "cannot write ";
    message += path.string() + ": " + (connection == nullptr ? "out of memory" : sqlite3_errmsg(connection));
    const int system_code = connection == nullptr ? 0 : sqlite3_system_errno(connection);
    if (system_code != 0) message += " (" + std::generic_category().message(system_code) + ")";
    throw Error{message};
}

Database Database::create(const std::filesystem::path& path, int page_size) {
    std::error_code no_size;
    const auto size = std::filesystem::file_size(path, no_size);
    if (!no_size && size > 0) throw Error{"cannot write " + path.string() + ": it exists and is not empty"};

    Database database{path, uri_of(path, ""), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
    database.execute("PRAGMA page_size = " + std::to_string(page_size));
    database.prepare_draft();
    return database;
}

Database Database::open_draft(const std::filesystem::path& path) {
    Database database{path, uri_of(path, ""), SQLITE_OPEN_READWRITE};
    database.prepare_draft();
    database.execute("PRAGMA trusted_schema = OFF; SELECT count(*) FROM sqlite_schema");
    return database;
}

void Database::prepare_draft() {
    // Packing an R-tree writes its shadow tables, which a library built to be defensive would refuse.
    check_sqlite(
        sqlite3_db_config(m_connection.get(), SQLITE_DBCONFIG_DEFENSIVE, 0, static_cast<int*>(nullptr)),
        m_connection.get(), "");
    execute(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA "
        "foreign_keys = OFF; PRAGMA cache_size = -16384");
}

Database Database::open_read_only(const std::filesystem::path& path) {
    Database database{path, read_only_uri(path), SQLITE_OPEN_READONLY};
    check_sqlite(sqlite3_db_config(database.m_connection.get(), SQLITE_DBCONFIG_DEFENSIVE, 1,
                                   static_cast<int*>(nullptr)),
                 database.m_connection.get(), "");
    // The last one reads the first page, so that what is no database is refused here and not later.
    database.execute(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384; "
        "SELECT count(*) FROM sqlite_schema");
    return database;
}

void Database::execute(const std::string& sql) {
    check_sqlite(sqlite3_exec(m_connection.get(), sql.c_str(), nullptr, nullptr, nullptr), m_connection.get(),
                 sql);
}

Statement Database::prepare(std::string_view sql) {
    if (sql.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Error{"SQL is too long"};
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v3(m_connection.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, &tail);
    Statement statement{raw};
    check_sqlite(code, m_connection.get(), sql);
    const auto used = raw == nullptr ? sql.size() : static_cast<std::size_t>(tail - sql.data());
    if (raw == nullptr || sql.find_first_not_of(" \t\r\n;", used) != std::string_view::npos)
        throw Error{"not exactly one SQL statement: " + std::string{sql}};
    return statement;
}

void Database::begin() { execute("BEGIN"); }

void Database::commit() { execute("COMMIT"); }

std::int64_t Database::last_insert_rowid() const { return sqlite3_last_insert_rowid(m_connection.get()); }

std::string Database::integrity_problem() {
    Statement integrity = prepare("PRAGMA integrity_check(1)");
    if (!integrity.step() || integrity.text(0) != "ok")
        return "integrity_check: " + std::string{integrity.text(0)};
    Statement keys = prepare("PRAGMA foreign_key_check");
    if (keys.step())
        return "foreign_key_check: a row of " + std::string{keys.text(0)} + " refers to no row of " +
               std::string{keys.text(2)};
    for (const std::string& name : rtree_names(*this)) {
        Statement rtree = prepare("SELECT rtreecheck(?1)");
        rtree.bind_text(1, name);
        if (!rtree.step() || rtree.text(0) != "ok")
            return "rtreecheck: " + name + ": " + std::string{rtree.text(0)};
    }
    return {};
}

void Database::close() {
    if (m_connection == nullptr) return;
    if (sqlite3_get_autocommit(m_connection.get()) == 0)
        throw Error{"cannot close " + m_path.string() + ": a transaction is open"};
    check_sqlite(sqlite3_close(m_connection.get()), m_connection.get(), "");
    static_cast<void>(m_connection.release());
}

std::string quoted_identifier(std::string_view name) {
    if (name.find('\0') != std::string_view::npos) throw Error{"a table or column name holds a zero byte"};
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace incidentmap
