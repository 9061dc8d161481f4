// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geopackage/database.hpp"
#include "geopackage/table_spec.hpp"

namespace incidentmap {

/// A table of a finished GeoPackage, as a database is to have it.
struct FinishedTable {
    TableSpec spec;  ///< column names are at most 63 bytes, which PostgreSQL would cut otherwise
    std::int64_t row_count = 0;
};

/// The tables that a GeoPackage of ours holds, by what it says of itself: layers, tables, the base map; not
/// `layer_styles`. Descriptions of columns end in the words of their closed lists.
std::vector<FinishedTable> finished_tables(Database& database);

}  // namespace incidentmap
