// SPDX-License-Identifier: MIT
/// Gazetteers from layers.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/hash.hpp"
#include "gazetteer/import/layer_area.hpp"
#include "gazetteer/import/layer_columns.hpp"
#include "gazetteer/import/layer_mapping.hpp"
#include "gazetteer/import/layer_rows.hpp"
#include "gazetteer/import/place_intake.hpp"

namespace incidentmap {

/// The layers of one part of an import, first their areas, then their points.
class LayerImport {
  public:
    LayerImport(std::vector<std::string> files, LayerMapping mapping)
        : m_files(std::move(files)), m_mapping(std::move(mapping)) {}

    /// The areas of the layers that hold polygons, and the strips along lines (rivers where nothing says what
    /// they are), those of one name that meet as one.
    /// \throws Error where a file cannot be read, or nothing says what its columns or its areas are
    std::vector<LayerArea> read_areas(PlaceIntake& intake, ImportLog& log);

    /// The places of the other layers.
    void add_places(PlaceIntake& intake, ImportLog& log);

  private:
    void add_places_of(LayerRows& rows, const std::string& file, PlaceIntake& intake, ImportLog& log);
    std::string new_id(const LayerColumns& columns, std::string_view name);

    std::vector<std::string> m_files;
    LayerMapping m_mapping;
    std::vector<std::string> m_of_points;  ///< those of the files, once the areas were read
    std::multiset<std::string> m_made_ids;
};

/// Reads and adds the areas of all layers, countries before provinces before districts, so that each is told
/// in which it lies.
void add_areas_of(std::vector<LayerImport>& layers, PlaceIntake& intake, ImportLog& log);

}  // namespace incidentmap
