// SPDX-License-Identifier: MIT
/// What the styles of QGIS's base map have in common: nobody asks its features for anything.
#pragma once

#include <string>

namespace incidentmap {

/// A style, as QGIS writes it. \param attributes of its root, such as the scales at which the layer is seen
/// \param renderer how features are drawn \param labels with what else stands behind them; empty: none
std::string base_style(const std::string& attributes, const std::string& renderer, const std::string& labels);

/// The fonts of names on the ground: the first of them that is installed.
inline constexpr const char* base_fonts =
    "<families><family name=\"Arial\"/><family name=\"Liberation Sans\"/><family name=\"DejaVu "
    "Sans\"/><family "
    "name=\"Noto Sans\"/></families>";

/// Draws each feature by one symbol. \param symbol under the name `0`
std::string single_symbol(const std::string& symbol);

}  // namespace incidentmap
