// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geopackage/table_spec.hpp"
#include "layer/column.hpp"

namespace incidentmap {

/// The layers and tables of a build, in the order in which a file holds them: points above lines above areas,
/// so that a map program draws them right, and tables last.
enum class LayerId : std::size_t {
    attacks,
    attack_areas,
    other_incidents,
    bases,
    launch_sites,
    launch_to_target,
    uncertainty,
    range_rings,
    incidents,
    reports,
    sources,
    disagreements,
    findings,
    not_mapped,
    answers,
    decisions,
    build
};

constexpr std::size_t layer_count = static_cast<std::size_t>(LayerId::build) + 1;

/// All of them, in their order.
constexpr std::array<LayerId, layer_count> all_layers = [] {
    std::array<LayerId, layer_count> layers{};
    for (std::size_t i = 0; i < layer_count; ++i) layers[i] = static_cast<LayerId>(i);
    return layers;
}();

constexpr std::size_t index_of(LayerId id) { return static_cast<std::size_t>(id); }

/// What a layer holds. docs/columns.md says the same, and a test compares the two.
struct LayerSchema {
    LayerId id = LayerId::attacks;
    std::string name;   ///< `attacks`: table and file names
    std::string title;  ///< for people
    std::string description;
    std::optional<GeometryType> geometry;  ///< nothing for a table
    std::vector<LayerColumn> columns;
    bool has_id = true;          ///< its first column is an id: text, never null, unique in the layer
    bool carries_extra = false;  ///< the input's own extra columns follow
};

const LayerSchema& layer_schema(LayerId id);

/// Whether a build that holds so many rows of a layer has it: one with geometry is left out where it has no
/// feature, a table is always there.
bool is_written(LayerId id, std::int64_t row_count);

/// The closed lists of values that columns name.
std::span<const Domain> layer_domains();

/// Names for the input's own columns that no layer that carries them has already, whatever the case; the same
/// in all those layers: `note`, `killed_2`, and `column`, `column_2` for headers without a name.
std::vector<std::string> extra_column_names(std::span<const std::string> headers);

/// The layer's columns with the input's own after them, if it carries them, as text.
std::vector<LayerColumn> columns_with_extra(LayerId id, std::span<const std::string> headers);

}  // namespace incidentmap
