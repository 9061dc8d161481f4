// SPDX-License-Identifier: MIT
/// Rows of a gazetteer by where they are; for the gazetteer's own sources.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "core/error.hpp"
#include "geodesy/antimeridian.hpp"
#include "geopackage/database.hpp"
#include "geopackage/geometry_blob.hpp"

namespace incidentmap {

/// \param query with the box's west, east, south and north as its parameters ?1 to ?4
inline Statement rows_in(Database& database, const std::string& query, const Box& box) {
    Statement rows = database.prepare(query);
    rows.bind_real(1, box.west);
    rows.bind_real(2, box.east);
    rows.bind_real(3, box.south);
    rows.bind_real(4, box.north);
    return rows;
}

/// The geometry in a column of a row. \throws Error where it is none, or another than wanted
template <typename Wanted>
Wanted geometry_of(const Statement& row, int column, const Database& database) {
    DecodedGeometry decoded = decode_geometry(row.blob(column));
    if (decoded.geometry) {
        if (auto* geometry = std::get_if<Wanted>(&*decoded.geometry)) return std::move(*geometry);
    }
    throw Error{database.path().string() + " is damaged: a geometry cannot be read (" + decoded.problem +
                ")"};
}

}  // namespace incidentmap
