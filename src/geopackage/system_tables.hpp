// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace incidentmap {

/// The SQL that makes an empty database an empty GeoPackage 1.3: its marks, the tables of the core and of the
/// schema and metadata extensions, and the rows that each GeoPackage has.
std::string system_tables_sql();

}  // namespace incidentmap
