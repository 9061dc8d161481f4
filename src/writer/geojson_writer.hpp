// SPDX-License-Identifier: MIT
#pragma once

#include "layer/feature.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace incidentmap {

/// Writes layers as GeoJSON, a file each, on a thread of its own, in the order in which features are given. What
/// goes wrong there is thrown by the next call here.
class GeoJsonWriter {
  public:
    GeoJsonWriter(std::string build_id, std::vector<std::string> further_headers);
    /// Stops the thread; files that were not finished are closed as they are.
    ~GeoJsonWriter();
    GeoJsonWriter(const GeoJsonWriter&) = delete;
    GeoJsonWriter& operator=(const GeoJsonWriter&) = delete;

    /// To be called once for a layer, before its first feature. \param path an empty draft
    void open(LayerId layer, const std::filesystem::path& path);

    void add(LayerId layer, Feature&& feature);

    /// No feature follows: lets the thread end all files, close and sync them, open them again and count what is
    /// in them, and comes back at once.
    void begin_finish();

    /// Waits until that is done. \throws Error where a file holds another number of features than were written
    void finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
