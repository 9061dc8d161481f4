// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "writer/qgis/project.hpp"

namespace incidentmap {

/// The list of layers, as QGIS has it in XML: `layer-tree-group`.
std::string layer_tree(const QgisProject& project);

/// One layer of such a list. \param title what the list calls it \param properties further properties of
/// QGIS, as XML
std::string tree_layer(const QgisProject& project, const ProjectLayer& layer, const std::string& title,
                       const std::string& properties);

}  // namespace incidentmap
