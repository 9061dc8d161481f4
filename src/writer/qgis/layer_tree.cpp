// SPDX-License-Identifier: MIT
#include "writer/qgis/layer_tree.hpp"

#include <vector>

#include "core/text.hpp"
#include "core/xml_text.hpp"

namespace incidentmap {

std::string tree_property(const std::string& key, const std::string& value) {
    return "<property key=\"" + key + "\" value=\"" + xml_text(value) + "\"/>";
}

std::string tree_layer(const QgisProject& project, const ProjectLayer& layer, const std::string& title,
                       const std::string& properties) {
    std::vector<std::string> entries;
    for (const int entry : layer.legend) entries.push_back(std::to_string(entry));
    const bool has_entries = !entries.empty();
    return "<layer-tree-layer id=\"" + project_layer_id(project, layer) + "\" name=\"" + xml_text(title) +
           "\" source=\"" + xml_text(project_source(project, layer.table)) + "\" providerKey=\"" +
           project_provider(project) + "\" checked=\"Qt::Checked\" expanded=\"" + (has_entries ? "1" : "0") +
           "\"><customproperties>" + properties +
           (has_entries ? tree_property("legend/node-order", joined(entries, ",")) : "") +
           "</customproperties></layer-tree-layer>\n";
}

std::string layer_tree(const QgisProject& project) {
    std::string xml = "<layer-tree-group><customproperties/>\n";
    for (const ProjectGroup& group : project.groups) {
        xml += "<layer-tree-group name=\"" + xml_text(group.name) + "\" checked=\"Qt::Checked\" expanded=\"" +
               (group.is_open ? "1" : "0") + "\"><customproperties/>\n";
        for (const ProjectLayer& layer : group.layers) xml += tree_layer(project, layer, layer.title, "");
        xml += "</layer-tree-group>\n";
    }
    if (project.tiles) {
        xml += "<layer-tree-layer id=\"" + tile_layer_id(project) + "\" name=\"Tiles\" source=\"" +
               xml_text(tile_layer_source(*project.tiles)) +
               "\" providerKey=\"wms\" checked=\"Qt::Checked\" expanded=\"0\"><customproperties/>"
               "</layer-tree-layer>\n";
    }
    return xml + "</layer-tree-group>\n";
}

}  // namespace incidentmap
