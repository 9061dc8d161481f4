// SPDX-License-Identifier: MIT
#include "writer/qgis/relations.hpp"

#include <array>

namespace incidentmap {
namespace {

using enum LayerId;

constexpr std::array relations{
    LayerRelation{attacks, reports, "incident_id", "Reports of the incident"},
    LayerRelation{attacks, disagreements, "incident_id", "Where its reports disagree"},
    LayerRelation{attacks, findings, "incident_id", "Things to check"},
    LayerRelation{attack_areas, reports, "incident_id", "Reports of the incident"},
    LayerRelation{attack_areas, disagreements, "incident_id", "Where its reports disagree"},
    LayerRelation{attack_areas, findings, "incident_id", "Things to check"},
    LayerRelation{other_incidents, reports, "incident_id", "Reports of the incident"},
    LayerRelation{other_incidents, disagreements, "incident_id", "Where its reports disagree"},
    LayerRelation{other_incidents, findings, "incident_id", "Things to check"},
    LayerRelation{not_mapped, reports, "incident_id", "Reports of the incident"},
    LayerRelation{not_mapped, disagreements, "incident_id", "Where its reports disagree"},
    LayerRelation{not_mapped, findings, "incident_id", "Things to check"},
    LayerRelation{incidents, reports, "incident_id", "Reports of the incident"},
    LayerRelation{incidents, disagreements, "incident_id", "Where its reports disagree"},
    LayerRelation{incidents, findings, "incident_id", "Things to check"},
    LayerRelation{sources, reports, "source_id", "Reports from this source"},
};

}  // namespace

std::span<const LayerRelation> layer_relations() { return relations; }

}  // namespace incidentmap
