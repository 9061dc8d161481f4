// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "build/question_list.hpp"
#include "layer/layer_builder.hpp"
#include "locate/answers.hpp"
#include "writer/build_writer.hpp"

namespace incidentmap {

/// How often a check noticed something, and the worst example.
struct FindingSummary {
    Severity severity = Severity::note;
    std::int64_t count = 0;
    std::array<std::int64_t, 3> by_severity{};  ///< how often, by Severity
    std::string example;
};

/// A row of the table of launches, or of what is not on the map, as people are shown it.
using SummaryRow = std::vector<std::string>;

/// What became of one map of a split.
struct MapSummary {
    std::string name;   ///< what its files begin with
    std::string value;  ///< what it is of, for people
    std::int64_t incidents = 0;
    std::string build_id;
    WrittenBuild written;
    std::string failure;  ///< why it could not be written; empty where it was, or is current
};

/// What a build did.
struct BuildSummary {
    LayerCounts counts;
    std::int64_t reports = 0;
    std::int64_t left_out_by_filter = 0;
    std::int64_t date_may_fall_outside = 0;
    std::vector<SummaryRow> launches;  ///< the first of them: incident, from, to, distance, bearing
    std::int64_t launch_count = 0;
    std::vector<SummaryRow>
        not_mapped;  ///< the first of them: incident, words, status, what would put it right
    std::int64_t not_mapped_count = 0;
    std::map<std::string, FindingSummary> findings;  ///< by code
    std::string gazetteer_advice;                    ///< which gazetteer would help; empty where none would
    OpenQuestions questions;
    OpenQuestions pairs;      ///< reports that may be one incident
    std::int64_t merged = 0;  ///< pairs of reports whose incidents were merged
    Answers::Frozen frozen;
    std::string frozen_from;  ///< the file whose answers were kept; empty: the build is not frozen
    WrittenBuild written;
    std::string build_id;
    std::string stem;              ///< what its files begin with
    std::vector<MapSummary> maps;  ///< of a split, in the order of their values
    std::string split_by;          ///< empty: there is one map
    std::int64_t in_several_maps = 0;
    std::int64_t others_in_doubt = 0;  ///< incidents that may not be what was asked for, besides their date
    bool is_dry_run = false;
    bool is_public = false;              ///< an edition to publish
    std::int64_t published_coarser = 0;  ///< incidents that stand coarser in it than they are known
    std::int64_t not_published = 0;      ///< incidents that are left out of it
};

/// Adds what an incident brings to the tables that people are shown: its launches, and its places that are
/// not on the map. The first of each are rows, all are counted.
void tell(const Incident& incident, BuildSummary& summary);

}  // namespace incidentmap
