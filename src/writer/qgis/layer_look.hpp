// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "layer/schema.hpp"

namespace incidentmap {

/// What of a layer's style is not made of its columns. Renderers are QGIS's XML; labels, tips and the rest
/// are expressions of QGIS, or texts with such in them, that hold whatever the data are.
struct LayerLook {
    std::string renderer;  ///< empty for a table
    std::string label;     ///< empty: no labels
    std::uint32_t label_rgb = 0;
    bool is_label_bold = false;
    int label_priority = 5;                ///< 0 to 10: which label stays where two do not fit
    std::int64_t label_scale = 8'000'000;  ///< labels stand on maps of 1 : this and larger ones
    std::string tip;                       ///< HTML
    std::string display;                   ///< what a feature is called in lists and forms
    std::string sort;                      ///< by what a table is sorted; empty: as it is
};

/// Incidents at one place stand around it, or are one disc with their number.
enum class Stacked { around, counted };

/// True for layers whose points stand on one another, which can be drawn either way.
bool can_stack(LayerId layer);

/// The entries in the legend of areas, by their numbers.
enum class AreaLegend { country, draft, area, ring };

/// How the layer looks. \param feature_count how many there are, so that twenty are large and labelled from
/// afar, and twenty thousand small and labelled from near
LayerLook layer_look(LayerId layer, std::int64_t feature_count, Stacked stacked);

}  // namespace incidentmap
