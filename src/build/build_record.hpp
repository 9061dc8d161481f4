// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/sha256.hpp"
#include "gazetteer/gazetteer.hpp"
#include "incident/duplicate_table.hpp"
#include "layer/layer_builder.hpp"
#include "locate/decision_table.hpp"
#include "report/report.hpp"
#include "stored/build_entry.hpp"

namespace incidentmap {

struct BuildRequest;

/// What went into a build: the content of the table `build`. Only what changes the layers: names and
/// fingerprints of inputs and gazetteers, versions, filters; never an output path, a folder or a duration.
class BuildRecord {
  public:
    /// \p sources the tables of sources that are read beside the inputs \p decisions null where there are
    /// none
    BuildRecord(const BuildRequest& request, const std::vector<std::string>& sources,
                const DecisionTable* decisions, const DuplicateTable* same,
                const std::vector<Gazetteer>& gazetteers, const std::vector<BuildEntry>& earlier);

    /// The record of one map of a split: that of the build with the map's own choice. \param request the
    /// build's, with that choice
    BuildRecord of_map(const BuildRequest& request);

    /// What besides its rows makes a map what it is: versions, gazetteers, options, formats, texts, the
    /// projection. Not which inputs the rows come from.
    std::string basis(const BuildRequest& request) const;

    /// Sixteen hexadecimal digits, the same for the same program, inputs, gazetteers and options.
    const std::string& build_id() const { return m_build_id; }

    /// When the content last changed, as a GeoPackage has it: SOURCE_DATE_EPOCH where it is set, else the
    /// newest input's time, so that two builds of the same files are the same to the byte.
    const std::string& last_change() const { return m_last_change; }

    /// A row that came by standard input, which has no file to take a fingerprint of.
    void add_row(const Report& report);

    /// Adds the rows of the table. To be called once, at the end.
    void add_rows(const LayerCounts& counts, std::int64_t report_count, FeatureBatch& batch);

  private:
    BuildRecord() = default;
    void end_input();

    std::vector<BuildEntry> m_entries;
    std::unique_ptr<Sha256> m_standard_input;  ///< none once all of it was read
    std::string m_input_hash;                  ///< of standard input, once all of it was read
    std::string m_boundaries_hash;             ///< of the layer of --boundaries
    std::string m_shard;
    std::string m_build_id;
    std::string m_last_change;
};

}  // namespace incidentmap
