// SPDX-License-Identifier: MIT
#include "writer/postgis/union_sql.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "geopackage/database.hpp"
#include "writer/postgis/table_sql.hpp"

namespace incidentmap {
namespace {

/// A layer of which shards have rows of one thing.
struct SummedLayer {
    std::string_view name;
    std::string_view key;
    /// What else rows of one key may differ in; that of the row that comes first in this order is told, as
    /// DrawnPlaces has it.
    std::string_view order;
};

// clang-format off
constexpr std::array summed_layers{
    SummedLayer{"bases", "place_id", "uncertainty_m, latitude, longitude, location COLLATE \"C\", kind COLLATE \"C\", country_code COLLATE \"C\" NULLS FIRST, admin1 COLLATE \"C\" NULLS FIRST, admin2 COLLATE \"C\" NULLS FIRST"},
    SummedLayer{"uncertainty", "feature_id", "uncertainty_m, location COLLATE \"C\", kind COLLATE \"C\" NULLS FIRST, country_code COLLATE \"C\" NULLS FIRST, admin1 COLLATE \"C\" NULLS FIRST, where_prec NULLS FIRST, geo_precision NULLS FIRST, method COLLATE \"C\""},
    SummedLayer{"range_rings", "feature_id", "uncertainty_m, latitude, longitude, location COLLATE \"C\", place_id COLLATE \"C\" NULLS FIRST"},
    SummedLayer{"sources", "source_id", "fid"},
    SummedLayer{"findings", "finding_id", "fid"},
    SummedLayer{"answers", "answer_id", "fid"},
    SummedLayer{"decisions", "decision_id", "fid"},
};
// clang-format on

/// How a column is summed up; empty: it is that of the row that comes first.
std::string summed(std::string_view layer, const std::string& column) {
    const std::string name = quoted_identifier(column);
    const bool counts = layer != "findings" && layer != "answers" && layer != "decisions";
    if (column == "fid") return "min(fid)";
    if (!counts) return {};
    if (column == "incident_count" || column == "report_count") return "sum(" + name + ")::bigint";
    // An area with an undated incident has no days: it is shown whatever the time.
    const auto of_days = [&](const std::string& sum) {
        return "CASE WHEN bool_or(" + name + " IS NULL) THEN NULL ELSE " + sum + "(" + name + ") END";
    };
    if (layer == "uncertainty" && (column == "date_start" || column == "time_from")) return of_days("min");
    if (layer == "uncertainty" && (column == "date_end" || column == "time_until")) return of_days("max");
    if (layer != "bases") return {};
    if (column == "date_start") return "min(date_start)";
    if (column == "date_end") return "max(date_end)";
    return {};
}

std::string all_rows(std::string_view layer, const std::vector<std::string>& shards) {
    std::vector<std::string> parts;
    for (const std::string& shard : shards)
        parts.push_back("SELECT * FROM " + qualified(shard, std::string(layer)));
    return joined(parts, " UNION ALL ");
}

/// Lists of ids are put together as IncidentList does it: the first thousand, by their bytes.
std::string ids_sql(std::string_view key) {
    const std::string id(key);
    return ", ids AS (SELECT " + id +
           ", array_agg(incident_id ORDER BY incident_id COLLATE \"C\") AS all_ids FROM (SELECT DISTINCT " +
           id +
           ", incident_id FROM rows, unnest(string_to_array(incident_ids, ' | ')) AS incident_id WHERE "
           "incident_id <> '…') AS each GROUP BY " +
           id + ")";
}

/// What a build counts: reports are read by each shard, incidents are of one.
constexpr std::string_view build_sql =
    "SELECT min(fid) AS fid, section, name, CASE WHEN section = 'count' AND name <> 'reports' THEN "
    "sum(CASE WHEN section = 'count' THEN value::bigint ELSE 0 END)::text ELSE min(value) END AS value FROM "
    "rows "
    "WHERE NOT (section = 'build' AND name = 'shard') GROUP BY section, name";

}  // namespace

std::optional<std::string> union_sql(std::string_view layer, const std::vector<std::string>& columns,
                                     const std::vector<std::string>& shards) {
    const std::string rows = "WITH rows AS (" + all_rows(layer, shards) + ")";
    if (layer == "build") return rows + " " + std::string(build_sql);
    const auto found = std::find_if(summed_layers.begin(), summed_layers.end(),
                                    [&](const SummedLayer& one) { return one.name == layer; });
    if (found == summed_layers.end()) return std::nullopt;
    const std::string key(found->key);
    const bool has_ids = std::find(columns.begin(), columns.end(), "incident_ids") != columns.end();
    std::vector<std::string> shown;
    std::string sums;
    for (const std::string& column : columns) {
        const std::string name = quoted_identifier(column);
        const std::string sum = summed(layer, column);
        if (has_ids && column == "incident_ids") {
            shown.push_back(
                "array_to_string(ids.all_ids[1:1000], ' | ') || CASE WHEN sums.incident_count > 1000 "
                "THEN ' | …' ELSE '' END AS incident_ids");
        } else if (!sum.empty()) {
            sums += ", " + sum + " AS " + name;
            shown.push_back("sums." + name);
        } else {
            shown.push_back("first." + name);
        }
    }
    return rows + ", first AS (SELECT DISTINCT ON (" + key + ") * FROM rows ORDER BY " + key + ", " +
           std::string(found->order) + "), sums AS (SELECT " + key + sums + " FROM rows GROUP BY " + key +
           ")" + (has_ids ? ids_sql(key) : "") + " SELECT " + joined(shown, ", ") +
           " FROM first JOIN sums USING (" + key + ")" +
           (has_ids ? " LEFT JOIN ids USING (" + key + ")" : "");
}

}  // namespace incidentmap
