// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "writer/qgis/project.hpp"

namespace incidentmap {

/// The list of layers, as QGIS has it in XML: `layer-tree-group`.
std::string layer_tree(const QgisProject& project);

/// One layer of such a list, open where it has a legend of several entries, of which it shows those that
/// occur. \param title what the list calls it \param properties further properties, as tree_property() gives
/// them
std::string tree_layer(const QgisProject& project, const ProjectLayer& layer, const std::string& title,
                       const std::string& properties);

/// A property of a layer in a list, which QGIS knows by its key.
std::string tree_property(const std::string& key, const std::string& value);

}  // namespace incidentmap
