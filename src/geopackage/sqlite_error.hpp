// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

struct sqlite3;

namespace incidentmap {

/// Turns the last failure of a connection into an Error: what could not be done to which file, SQLite's own
/// words, the system's words where it was the system that failed, and the SQL where the SQL may be at fault.
/// For example `cannot write out/june.gpkg: database or disk is full`.
/// \param sql what was being run; empty where it was no SQL
/// \throws Error always
[[noreturn]] void throw_sqlite_error(sqlite3* connection, std::string_view sql);

/// Does nothing for SQLITE_OK, and for any other code what throw_sqlite_error does.
void check_sqlite(int code, sqlite3* connection, std::string_view sql);

}  // namespace incidentmap
