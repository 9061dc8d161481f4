// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace incidentmap {

/// What became of the shards of a build.
struct UnitedSchemas {
    std::string where;                ///< `the database maps, schema maps`
    std::vector<std::string> shards;  ///< the schemas that were united
    std::vector<std::string> tables;  ///< parent tables, which hold the rows of all shards
    std::vector<std::string> views;   ///< that sum the shards up
    std::vector<std::string> notes;   ///< what people should know, in sentences
};

/// `maps_shard_2_of_4`: the schema of a shard. \param suffix Shard::suffix()
std::string shard_schema(const std::string& schema, const std::string& suffix);

/// Makes the schemas `NAME_shard_K_of_N` one map in the schema NAME: for each layer a parent table that its
/// shards inherit from, and where rows of several shards are of one thing (bases, sources, possible areas,
/// rings) a view that sums them up; with titles, and styles for QGIS. In one transaction; what an earlier
/// union made is made anew, and nothing of others is touched. \param output `PG:…` \throws UsageError, Error:
/// where a shard is missing, shards differ in their columns, or something else stands in the way
UnitedSchemas unite_schemas(const std::string& output, const std::string& schema);

}  // namespace incidentmap
