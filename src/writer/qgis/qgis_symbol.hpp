// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "layer/incident_style.hpp"

namespace incidentmap {

/// A colour of a QGIS style: red, green, blue, and how opaque, 0 to 1.
struct QgisColour {
    std::uint32_t rgb = 0;
    double opacity = 1;
};

/// How an edge or a line is drawn, in millimetres.
struct QgisPen {
    QgisColour colour;
    double width_mm = 0.3;
    bool is_dashed = false;
    bool is_dotted = false;  ///< of areas
};

/// Expressions by which a marker differs from feature to feature; empty: it does not.
struct QgisVariation {
    std::string size_mm;
    std::string fill;
    std::string edge;
};

// A symbol of a style, as QGIS has it in XML, under a name of its style (`0`).

std::string marker_symbol(const std::string& name, Symbol symbol, double size_mm,
                          const std::optional<QgisColour>& fill, const QgisPen& edge,
                          const QgisVariation& variation = {});
/// A disc with the number of the features that it stands for.
std::string count_symbol(const std::string& name, const QgisColour& fill);
std::string line_symbol(const std::string& name, const QgisPen& pen);
std::string fill_symbol(const std::string& name, const std::optional<QgisColour>& fill, const QgisPen& edge);

constexpr double centre_ring_mm = 5.6;  ///< how wide: no symbol of a point hides it
/// A dashed ring within an area, of the same width at each scale, drawn after the areas of its layer.
std::string centre_ring_symbol(const std::string& name, const QgisColour& colour);

}  // namespace incidentmap
