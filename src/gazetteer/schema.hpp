// SPDX-License-Identifier: MIT
/// The tables of a gazetteer file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "geopackage/database.hpp"
#include "geopackage/table_spec.hpp"

namespace incidentmap {

/// To be raised when a table or a column of the gazetteer changes.
inline constexpr std::int64_t gazetteer_schema_version = 5;

/// To be raised when a normal form, a phonetic key or a kind word comes out otherwise than before: the stored
/// ones would no longer meet those of the program.
inline constexpr std::int64_t spelling_version = 4;

/// Places: one feature each.
TableSpec places_table();
/// Polygons of places, and of places of other gazetteers.
TableSpec areas_table();
/// Other sources' points of places.
TableSpec points_table();
/// Spellings; `place` is the fid of the place.
TableSpec names_table();
TableSpec sources_table();
/// One row: the versions and the fingerprint.
TableSpec about_table();

/// Makes the look-up table `forms` (normal form, place, what it lacks, best name with that form and what is
/// known of it: no script is Latin, no sort an alternate), from the rows of the temporary table that
/// `create_form_staging` made, and the indexes of names and places. To be called when the tables are full.
void create_look_up(Database& database);

/// The temporary table that takes (form, place, lacks, rank, name, its words) in any order: kept out of the
/// file, so that the file is written in order and has no gaps.
void create_form_staging(Database& database);

/// SHA-256 over sources, places, names, areas and points in the order of their ids and texts, so that it does
/// not depend on the order in which they came.
std::string content_fingerprint(Database& database);

/// Bits of `lacks` in `forms`.
inline constexpr std::int64_t lacks_kind_words = 1;
inline constexpr std::int64_t lacks_article = 2;

}  // namespace incidentmap
