// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geopackage/table_spec.hpp"

namespace incidentmap {

// The SQL that makes a table in PostgreSQL. Names of our schema and of the input's columns are in it, as
// quoted_identifier() has them, and nothing else of the input.

/// `"june"."attacks"`.
std::string qualified(const std::string& schema, const std::string& table);

/// `fid bigint, feature_id text, …, geom geometry(Point,4326)`: the columns with their types, as PostgreSQL's
/// format_type() says them.
std::string columns_in_words(const TableSpec& spec);

/// Makes the table with its key and what must be unique, without indexes and relations.
std::string create_table_sql(const std::string& schema, const TableSpec& spec);

/// Takes our indexes and the numbering off a table that has them, so that rows go in fast.
std::vector<std::string> loosen_table_sql(const std::string& schema, const TableSpec& spec);

/// Makes the indexes (GiST on the geometry), goes on numbering after the last row, and tells the planner what
/// is in it.
std::vector<std::string> finish_table_sql(const std::string& schema, const TableSpec& spec,
                                          std::int64_t row_count);

/// Makes the relations to other tables. To be run when all are filled.
std::vector<std::string> relate_table_sql(const std::string& schema, const TableSpec& spec);

/// `attacks_incident_id_fkey`: what relate_table_sql() calls a relation.
std::string relation_name(const std::string& table, const std::string& column);

/// A query of one row: what stands for the rows of a table, the same where nobody changed one. It guards
/// against chance, not against malice.
std::string content_sql(const std::string& schema, const std::string& table);

/// The same at less cost, of columns `row_count` and `transaction`: how many rows there are, and the number
/// of the one transaction that wrote them all, nothing where there were several. A database that was dumped
/// and restored has another.
std::string writing_sql(const std::string& schema, const std::string& table);

}  // namespace incidentmap
