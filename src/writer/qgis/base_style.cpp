// SPDX-License-Identifier: MIT
#include "writer/qgis/base_style.hpp"

namespace incidentmap {

std::string base_style(const std::string& attributes, const std::string& renderer,
                       const std::string& labels) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis "
           "styleCategories=\"AllStyleCategories\" labelsEnabled=\"" +
           std::string(labels.empty() ? "0" : "1") + "\"" + attributes +
           "><flags><Identifiable>0</Identifiable><Removable>1</Removable><Searchable>0</Searchable>"
           "<Private>0</Private></flags>" +
           renderer + labels + "</qgis>\n";
}

std::string single_symbol(const std::string& symbol) {
    return "<renderer-v2 type=\"singleSymbol\" enableorderby=\"0\" forceraster=\"0\" "
           "symbollevels=\"0\"><symbols>" +
           symbol + "</symbols><rotation/><sizescale/></renderer-v2>";
}

}  // namespace incidentmap
