// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geopackage/database.hpp"
#include "locate/answers.hpp"
#include "stored/build_entry.hpp"

namespace incidentmap {

/// The answers that earlier builds kept in their tables `answers`, for a build with `--frozen`.
class KeptAnswers {
  public:
    /// \param geopackages of earlier builds; where several were asked the same, the first answers
    /// \throws Error where a file is not there, or is no GeoPackage of a build that kept its answers
    explicit KeptAnswers(const std::vector<std::string>& geopackages);

    /// Nothing where none was asked. \throws Error where the answer was kept by a version that this one
    /// cannot read
    std::optional<KeptAnswer> find(const std::string& id, const Query& query);

    /// What the table `build` of the first says.
    const std::vector<BuildEntry>& entries() const { return m_entries; }

  private:
    void open(const std::filesystem::path& geopackage);

    struct Earlier {
        Database database;
        Statement by_id;
    };
    std::vector<Earlier> m_builds;
    std::vector<BuildEntry> m_entries;
};

}  // namespace incidentmap
