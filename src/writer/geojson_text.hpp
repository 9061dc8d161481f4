// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layer/column_choice.hpp"
#include "layer/feature.hpp"

namespace incidentmap {

/// Writes the features of one layer as GeoJSON (RFC 7946), one a line, with the columns that are chosen.
class GeoJsonText {
  public:
    GeoJsonText(LayerId layer, std::span<const std::string> extra_headers, const ColumnChoice& columns);

    /// What comes before the features: the layer's name and title, and by which build it was made.
    std::string head(std::string_view build_id) const;

    /// A feature, with a comma before it unless it is the first.
    void append(std::string& out, const Feature& feature, bool is_first) const;

    /// What comes after them.
    static constexpr std::string_view tail = "\n]}\n";

  private:
    struct Key {
        std::size_t column = 0;
        std::string text;  ///< `,"killed_low":`
        bool is_datetime = false;
    };
    LayerId m_layer;
    int m_decimals;  ///< of what the program draws
    bool m_has_nulls;
    std::vector<Key> m_keys;
};

/// A geometry with 6 decimals (0.1 m); `null` where there is none. \param decimals of vertices between the
/// ends of lines, and of areas that are not smaller than 100 m
void append_geojson(std::string& out, const Geometry& geometry, int decimals = 6);

}  // namespace incidentmap
