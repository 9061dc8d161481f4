// SPDX-License-Identifier: MIT
#include "layer/column_choice.hpp"

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "core/text.hpp"

namespace incidentmap {
namespace {

/// When, what, where and how sure, from where, and who says so; and what styles draw by. What led to it, and
/// what counts it, is in the tables of the GeoPackage.
constexpr auto core = std::to_array<std::string_view>({"feature_id",
                                                       "incident_id",
                                                       "location_no",
                                                       "status",
                                                       "draft",
                                                       "event_date",
                                                       "date_start",
                                                       "date_end",
                                                       "time_from",
                                                       "time_until",
                                                       "event_type",
                                                       "sub_event_type",
                                                       "weapon",
                                                       "weapon_count_text",
                                                       "killed_low",
                                                       "killed_best",
                                                       "killed_high",
                                                       "injured_low",
                                                       "injured_best",
                                                       "injured_high",
                                                       "attributed_to",
                                                       "attributed_by",
                                                       "claimed_by",
                                                       "denied_by",
                                                       "location",
                                                       "place_id",
                                                       "kind",
                                                       "country",
                                                       "admin1",
                                                       "geo_precision",
                                                       "where_prec",
                                                       "uncertainty_m",
                                                       "decided_by",
                                                       "launch_location",
                                                       "launch_said_by",
                                                       "launch_disputed_by",
                                                       "launch_decided_by",
                                                       "distance_km",
                                                       "distance_text",
                                                       "distance_reason",
                                                       "source_names",
                                                       "source_urls",
                                                       "incident_count",
                                                       "role",
                                                       "place",
                                                       "remedy",
                                                       "around",
                                                       "radius_km",
                                                       "label"});

bool is_among(std::string_view name, const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::span<const std::string_view> core_columns() { return core; }

ColumnChoice::ColumnChoice(const std::string& words) : m_core{false} {
    for (std::string& name : split_list(words, ",")) {
        if (name == "all") {
            m_all = true;
        } else if (name == "core") {
            m_core = true;
        } else {
            m_names.push_back(std::move(name));
        }
    }
    if (!m_all && !m_core && m_names.empty())
        throw UsageError{"--columns names no column: give core, all, or names with commas between"};
}

void ColumnChoice::check(std::span<const std::string> headers) const {
    for (const std::string& name : m_names) {
        const bool is_known = std::any_of(all_layers.begin(), all_layers.end(), [&](LayerId layer) {
            const std::vector<LayerColumn> columns = columns_with_extra(layer, headers);
            return std::any_of(columns.begin(), columns.end(),
                               [&](const LayerColumn& column) { return column.name == name; });
        });
        if (!is_known)
            throw UsageError{"--columns: no layer has a column '" + name +
                             "'; docs/columns.md lists those there are, and those of the input keep their "
                             "headers as names"};
    }
}

bool ColumnChoice::holds(std::string_view column) const {
    return m_all || (m_core && is_among(column, core)) || is_among(column, m_names);
}

std::vector<LayerColumn> ColumnChoice::of(LayerId layer, std::span<const std::string> headers) const {
    std::vector<LayerColumn> columns = columns_with_extra(layer, headers);
    std::erase_if(columns, [this](const LayerColumn& column) { return !holds(column.name); });
    return columns;
}

}  // namespace incidentmap
