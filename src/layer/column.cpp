// SPDX-License-Identifier: MIT
#include "layer/column.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

#include "layer/column_table.hpp"

namespace incidentmap {
namespace {

std::vector<LayerColumn> as_columns() {
    std::vector<LayerColumn> columns;
    for (const ColumnRow& row : column_table)
        columns.push_back({std::string(row.name), std::string(row.title), row.type, std::string(row.unit),
                           std::string(row.domain), std::string(row.description)});
    return columns;
}

}  // namespace

const LayerColumn& layer_column(std::string_view name) {
    static const std::vector<LayerColumn> columns = as_columns();
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const LayerColumn& c) { return c.name == name; });
    assert(found != columns.end());
    return *found;
}

}  // namespace incidentmap
