// SPDX-License-Identifier: MIT
#include "writer/qgis/layer_tree.hpp"

#include "core/xml_text.hpp"

namespace incidentmap {

std::string tree_layer(const QgisProject& project, const ProjectLayer& layer, const std::string& title,
                       const std::string& properties) {
    return "<layer-tree-layer id=\"" + project_layer_id(project.file_name, layer.table) + "\" name=\"" +
           xml_text(title) + "\" source=\"" + xml_text(project_source(project.file_name, layer.table)) +
           "\" providerKey=\"ogr\" checked=\"Qt::Checked\" expanded=\"0\"><customproperties>" + properties +
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
    return xml + "</layer-tree-group>\n";
}

}  // namespace incidentmap
