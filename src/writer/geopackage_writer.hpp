// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "geopackage/layer_styles.hpp"
#include "layer/feature.hpp"
#include "writer/build_mark.hpp"

namespace incidentmap {

struct GeoPackageOptions {
    std::vector<std::string> extra_headers;  ///< the input's own columns
    std::string last_change;                 ///< `2024-01-01T00:00:00.000Z`, in UTC
    std::string build_id;
    std::vector<LayerStyle> extra_styles = {};  ///< of people, which the file is to hold too
    int page_size = 4096;  ///< in bytes; larger ones make large files faster to write, and small files large
    ContentMark content = {};  ///< the hash of the rows may be empty: it is taken of them then
};

/// Writes the layers of a build into one new GeoPackage, in one transaction. Features may come in any order
/// of layers; tables stand in the order of LayerId, and what is not is_written() is left out.
class GeoPackageWriter {
  public:
    /// \param path an empty draft
    GeoPackageWriter(const std::filesystem::path& path, const GeoPackageOptions& options);
    ~GeoPackageWriter();
    GeoPackageWriter(const GeoPackageWriter&) = delete;
    GeoPackageWriter& operator=(const GeoPackageWriter&) = delete;

    void add(const Feature& feature);

    /// Leaves out empty layers, makes the indexes, closes the file, opens it again and counts what is in it.
    /// \throws Error where a table holds another number of rows than were written
    void finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
