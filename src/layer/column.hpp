// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "geopackage/table_spec.hpp"

namespace incidentmap {

/// A column of a layer, as people and files are told of it.
struct LayerColumn {
    std::string name;
    std::string title;  ///< words for people
    ColumnType type = ColumnType::text;
    std::string unit;         ///< `km`; empty where it has none
    std::string domain;       ///< the closed list that its values come from; empty where there is none
    std::string description;  ///< without a full stop; in Markdown

    friend bool operator==(const LayerColumn&, const LayerColumn&) = default;
};

/// The column of that name as most layers have it. The name must be one of ours.
const LayerColumn& layer_column(std::string_view name);

}  // namespace incidentmap
