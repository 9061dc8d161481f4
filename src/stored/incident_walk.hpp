// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stored/build_file.hpp"

namespace incidentmap {

/// A feature of an incident, or one of its reports.
struct StoredFeature {
    LayerId layer = LayerId::attacks;
    std::string id;  ///< the feature's or the report's; the second one of an id has `#2` after it
    StoredRow row;
};

/// What a build has of one incident: features in the order of their layers, then reports.
struct StoredIncident {
    std::string id;
    std::vector<StoredFeature> features;
    std::vector<StoredRow> reports;
};

/// The incidents of a build one after the other, in the order of their ids' bytes. Memory is that of one
/// incident, whatever the size of the file.
class IncidentWalk {
  public:
    explicit IncidentWalk(BuildFile& file);

    /// Nothing after the last one.
    std::optional<StoredIncident> next();

  private:
    struct Lane {
        LayerId layer;
        StoredRows rows;
        std::optional<StoredRow> head;
    };
    std::vector<Lane> m_lanes;
};

}  // namespace incidentmap
