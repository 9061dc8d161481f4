// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "layer/schema.hpp"
#include "writer/qgis/relations.hpp"

namespace incidentmap {

/// What a style says of a layer's columns, as QGIS's XML: their titles with units; how a value is shown and
/// entered (closed lists by their words, days as days, sentences in several lines); forms with tabs (*What*,
/// *Where*, *How sure*, …); which columns a table shows; what the program made and a person cannot change by
/// hand; and the action that opens a source. \param sort an expression by which the table is sorted; empty:
/// it is not \param relations those of the project: a tab each with the rows that they lead to, and the
/// source of a report by its words
std::string layer_form(LayerId layer, const std::vector<LayerColumn>& columns, const std::string& sort,
                       const std::vector<LayerRelation>& relations);

}  // namespace incidentmap
