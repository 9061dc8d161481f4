// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "layer/column_choice.hpp"
#include "layer/feature.hpp"

namespace incidentmap {

/// Writes layers as GeoJSON, a file each.
class GeoJsonWriter {
  public:
    GeoJsonWriter(std::string build_id, std::vector<std::string> extra_headers, ColumnChoice columns = {});
    /// Files that were not finished are closed as they are.
    ~GeoJsonWriter();
    GeoJsonWriter(const GeoJsonWriter&) = delete;
    GeoJsonWriter& operator=(const GeoJsonWriter&) = delete;

    /// To be called once for a layer, before its first feature; then it has() the layer. \param path an empty
    /// draft
    void open(LayerId layer, const std::filesystem::path& path);

    bool has(LayerId layer) const;
    void add(const Feature& feature);

    /// Ends all files, closes and syncs them, opens them again and counts what is in them.
    /// \throws Error where a file holds another number of features than were written
    void finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
