// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layer/feature.hpp"

namespace incidentmap {

/// Writes the features of one layer as GeoJSON (RFC 7946), one a line.
class GeoJsonText {
  public:
    GeoJsonText(LayerId layer, std::span<const std::string> extra_headers);

    /// What comes before the features: the layer's name and title, and by which build it was made.
    std::string head(std::string_view build_id) const;

    /// A feature, with a comma before it unless it is the first.
    void append(std::string& out, const Feature& feature, bool is_first) const;

    /// What comes after them.
    static constexpr std::string_view tail = "\n]}\n";

  private:
    LayerId m_layer;
    std::vector<std::string> m_keys;  ///< `,"killed_low":`
    std::vector<bool> m_is_datetime;
};

/// A geometry with 6 decimals (0.1 m); `null` where there is none.
void append_geojson(std::string& out, const Geometry& geometry);

}  // namespace incidentmap
