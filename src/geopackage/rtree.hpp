// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geopackage/database.hpp"
#include "geopackage/envelope.hpp"

namespace incidentmap {

/// A feature's box as an R-tree keeps it: in single precision, so rounded outwards.
struct RtreeEntry {
    std::int64_t rowid = 0;
    float min_x = 0;
    float max_x = 0;
    float min_y = 0;
    float max_y = 0;
};

/// The smallest single precision box that holds the envelope.
/// \throws Error where a number of it is not finite or too large for single precision
RtreeEntry rtree_entry(std::int64_t rowid, const Envelope& envelope);

/// `rtree_attacks_geom`: how GeoPackage names the index of a geometry column.
std::string rtree_name(std::string_view table, std::string_view geometry_column);

/// Makes the R-tree of a geometry column, fills it in bulk (sort-tile-recursive: Leutenegger, Lopez,
/// Edgington 1997) by writing its shadow tables, makes the triggers of GeoPackage 1.3, annex F.3, that keep
/// it, and registers `gpkg_rtree_index`. To be called in a transaction, after the features are in: the
/// triggers need functions that plain SQLite does not have. Works best with entries in the order of their
/// rowids; takes 12 more bytes an entry.
/// \param primary_key the name of the table's INTEGER PRIMARY KEY
/// \param entries one for each feature that has a geometry
/// \throws Error also where two entries have one rowid
void create_rtree(Database& database, std::string_view table, std::string_view geometry_column,
                  std::string_view primary_key, std::vector<RtreeEntry> entries);

}  // namespace incidentmap
