// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "layer/schema.hpp"

namespace incidentmap {

/// How QGIS finds the rows of one table that belong to a row of another: from an incident to its reports,
/// from a source to what was reported by it.
struct LayerRelation {
    LayerId parent = LayerId::attacks;  ///< one row of it has several of the child's
    LayerId child = LayerId::reports;
    std::string_view column;  ///< of both, of the same name
    std::string_view title;   ///< for people: what the child's rows are to the parent's

    /// `attacks_reports`: how a project and its forms name it.
    std::string id() const { return layer_schema(parent).name + "_" + layer_schema(child).name; }
};

/// All of them. One that leads to a table which a build left out is none of its project.
std::span<const LayerRelation> layer_relations();

}  // namespace incidentmap
