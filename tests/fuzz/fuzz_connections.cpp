// SPDX-License-Identifier: MIT
#include <string>

#include "core/error.hpp"
#include "harness.hpp"
#include "writer/postgis/connection_text.hpp"

using namespace incidentmap;

/// No message has a password that was read out of a connection, and a schema named by default is one that is
/// taken.
void fuzz_connections(std::string_view text) {
    for (const char* before : {"", "PG:", "postgresql://"}) {
        const std::string output = before + std::string(text);
        if (!is_postgis(output)) continue;
        try {
            const ConnectionText connection = read_connection(output);
            place_in_words(connection, "db");
            const std::string told =
                without_secrets("cannot open " + connection.for_gdal + " today", connection);
            for (const std::string& secret : connection.secrets) {
                require(secret.size() < 4 || told.find(secret) == std::string::npos);
            }
        } catch (const Error&) {
        } catch (const UsageError&) {
        }
    }
    if (!text.empty()) check_schema_name(default_schema(text));
}
