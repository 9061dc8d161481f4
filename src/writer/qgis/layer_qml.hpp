// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "layer/schema.hpp"

namespace incidentmap {

/// The style in which QGIS 3.22 and later opens a layer: symbols, labels, legend, time, titles of columns,
/// tip. Nothing of the data is in it, so that it is the same in each build with the same columns. \param
/// columns the layer's, with the input's own
std::string layer_qml(LayerId layer, const std::vector<LayerColumn>& columns);

}  // namespace incidentmap
