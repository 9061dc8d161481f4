// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layer/schema.hpp"
#include "writer/qgis/relations.hpp"

namespace incidentmap {

/// The style in which QGIS 3.22 and later opens a layer: symbols, labels, legend, time, titles of columns,
/// forms, tip, actions. Nothing of the data is in it but about how many features there are, which decides how
/// large symbols are and from where labels show. \param columns the layer's, with the input's own
std::string layer_qml(LayerId layer, const std::vector<LayerColumn>& columns, std::int64_t feature_count = 0);

/// A style that a layer can be switched to.
struct NamedQml {
    std::string name;
    std::string description;
    std::string qml;
};

/// The layer's styles, the one that layer_qml() gives first. Points that may stand on one another have two:
/// beside one another, and as discs with their number; of many the discs come first. \param relations for the
/// forms, as QGIS has them in a project; a layer that stands alone has none
std::vector<NamedQml> layer_styles(LayerId layer, const std::vector<LayerColumn>& columns,
                                   std::int64_t feature_count,
                                   const std::vector<LayerRelation>& relations = {});

/// How a project draws points that may stand on one another as two layers of one table: beside one another on
/// maps of 1 : 2,000,000 and larger ones, where that moves them by little; as discs with their number on
/// smaller ones.
struct QmlByScale {
    std::vector<NamedQml> near;  ///< as layer_styles()
    NamedQml far;
};

/// Nothing where the layer is drawn in one way at all scales: as other layers, or as discs.
std::optional<QmlByScale> qml_by_scale(LayerId layer, const std::vector<LayerColumn>& columns,
                                       std::int64_t feature_count,
                                       const std::vector<LayerRelation>& relations);

/// Whether layer_styles() of the layer with that table has one of that name.
bool is_style_of_ours(std::string_view table, std::string_view name);

}  // namespace incidentmap
