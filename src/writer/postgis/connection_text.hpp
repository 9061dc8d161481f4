// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// True where an output is a database: `PG:dbname=maps host=…` or `postgresql://…`, as GDAL and libpq have
/// it.
bool is_postgis(std::string_view output);

/// What a connection string says, of which nothing may be told that is secret.
struct ConnectionText {
    std::string for_gdal;              ///< with its `PG:`, or an address
    std::vector<std::string> secrets;  ///< passwords in it, in each form in which a message may have them
    std::map<std::string, std::string> place;  ///< where the database is, of who asks nothing: `host`,
                                               ///< `port`, `dbname`, `service`, `sslmode`
};

/// Reads `key=value` pairs (values in single quotes where they hold blanks, with `\'` and `\\`) or an
/// address, by libpq's grammar (PostgreSQL 15, 34.1.1). \throws UsageError where it is neither; the words of
/// the string are not in the message
ConnectionText read_connection(std::string_view output);

/// `dbname='maps' host='db.example.org'`: where the database is, as somebody else would connect to it.
/// \param database its name, where the string says none
std::string place_in_words(const ConnectionText& connection, const std::string& database);

/// A library's message in one line, without passwords or the connection string.
std::string without_secrets(std::string message, const ConnectionText& connection);

/// The schema that a build of these inputs is written to unless another is named: `june` for `June.xlsx`. In
/// lower case, other characters than letters of ASCII and digits as `_`; `map_` before what PostgreSQL keeps
/// for itself.
std::string default_schema(std::string_view stem);

/// \throws UsageError where a schema of that name is not letters of ASCII, digits and `_`, or PostgreSQL's
/// own
void check_schema_name(std::string_view name);

}  // namespace incidentmap
