// SPDX-License-Identifier: MIT
#include "geopackage/sqlite_error.hpp"

#include <sqlite3.h>

#include <string>
#include <system_error>

#include "core/error.hpp"

namespace incidentmap {

namespace {

/// True for the failures that a different SQL or different values would not have had.
bool is_of_the_system(int primary_code) {
    return primary_code == SQLITE_FULL || primary_code == SQLITE_IOERR || primary_code == SQLITE_CANTOPEN ||
           primary_code == SQLITE_NOMEM || primary_code == SQLITE_READONLY || primary_code == SQLITE_PERM ||
           primary_code == SQLITE_BUSY || primary_code == SQLITE_CORRUPT || primary_code == SQLITE_NOTADB;
}

std::string shortened(std::string_view sql) {
    constexpr std::size_t longest = 200;
    if (sql.size() <= longest) return std::string{sql};
    return std::string{sql.substr(0, longest)} + "...";
}

}  // namespace

void throw_sqlite_error(sqlite3* connection, std::string_view sql) {
    if (connection == nullptr) throw Error{"the database is closed"};
    const int code = sqlite3_extended_errcode(connection) & 0xff;
    const char* file = sqlite3_db_filename(connection, "main");
    const bool reading = sqlite3_db_readonly(connection, "main") == 1;

    std::string message = reading ? "cannot read " : "cannot write ";
    message += file != nullptr && *file != '\0' ? file : "a database";
    message += ": ";
    message += sqlite3_errmsg(connection);
    const int system_code = sqlite3_system_errno(connection);
    if ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && system_code != 0)
        message += " (" + std::generic_category().message(system_code) + ")";
    if (!sql.empty() && !is_of_the_system(code)) message += " (in: " + shortened(sql) + ")";
    throw Error{message};
}

void check_sqlite(int code, sqlite3* connection, std::string_view sql) {
    if (code != SQLITE_OK) throw_sqlite_error(connection, sql);
}

}  // namespace incidentmap
