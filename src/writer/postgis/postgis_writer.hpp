// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/shard.hpp"
#include "geopackage/qgis_projects.hpp"
#include "writer/postgis/connection_text.hpp"
#include "writer/qgis/project.hpp"

namespace incidentmap {

/// What a build put into a database.
struct WrittenSchema {
    std::string where;  ///< `the database maps, schema june`
    std::int64_t row_count = 0;
    std::vector<std::string> emptied;    ///< tables of an earlier build that this one has nothing for
    std::vector<std::string> kept;       ///< styles and projects that people made, which stay
    std::vector<std::string> obstacles;  ///< why no style, or no project, was stored, and who can mend it
};

/// Writes a finished build into one schema of a PostGIS database, in one transaction: what was there is
/// replaced whole or not at all, and who reads it meanwhile waits. Tables of the same columns are emptied and
/// filled, so that views, rights and indexes that people made on them stay; other tables, views, styles and
/// projects in the schema are not touched.
class PostgisWriter {
  public:
    /// Looks whether it can be done, before the work of a build. \param output `PG:…` \param replace replace
    /// what somebody changed too \param shard whose rows get numbers that no other shard has \throws
    /// UsageError, Error where it cannot, or people's work would be lost
    PostgisWriter(std::string output, std::string schema, bool replace, std::optional<Shard> shard = {});

    /// Where the layers of the build's QGIS project are to stand.
    const ProjectDatabase& project_database() const { return m_project_database; }

    /// \param geopackage finished, of the build \param project of the name of the schema \throws Error; the
    /// database is as it was then
    WrittenSchema write(const std::filesystem::path& geopackage, const std::string& build_id,
                        const StoredProject& project) const;

  private:
    std::string m_output;
    std::string m_schema;
    std::optional<Shard> m_shard;
    bool m_replace;
    ProjectDatabase m_project_database;
};

}  // namespace incidentmap
