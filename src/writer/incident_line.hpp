// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "layer/feature.hpp"

namespace incidentmap {

/// Writes an incident as one JSON object in one line (ndjson): the columns of `incidents`, and under the name
/// of each other layer or table a list of its rows there, with their geometry as GeoJSON has it.
class IncidentLine {
  public:
    explicit IncidentLine(std::span<const std::string> extra_headers);

    /// \param rows of one incident, `incidents` among them; others of `answers` are left out
    std::string of(const FeatureBatch& rows) const;

  private:
    struct Layer {
        std::vector<std::string> keys;  ///< `"killed_low":`
        bool has_geometry = false;
    };
    void append_cells(std::string& out, const Feature& row) const;

    std::array<Layer, layer_count> m_layers;
};

}  // namespace incidentmap
