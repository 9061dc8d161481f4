// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incidentmap {

/// The query that makes the rows of a whole build of those of its shards; nothing for a layer whose rows are
/// of one shard each, which a parent table holds. \param layer `bases` \param columns of the layer, as in
/// each shard \param shards schemas that have it
std::optional<std::string> union_sql(std::string_view layer, const std::vector<std::string>& columns,
                                     const std::vector<std::string>& shards);

}  // namespace incidentmap
