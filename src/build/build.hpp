// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/question_list.hpp"
#include "core/progress.hpp"
#include "incident/filter.hpp"
#include "layer/layer_builder.hpp"
#include "locate/answers.hpp"
#include "report/reader.hpp"
#include "writer/build_writer.hpp"
#include "writer/picture/build_picture.hpp"

namespace incidentmap {

/// What to build from what, as the command line asks for it.
struct BuildOptions {
    std::vector<std::string> inputs;
    std::string
        sources;  ///< the table of sources; empty: `sources.csv` beside an input, or a sheet `sources`
    std::string decisions;  ///< the table of decisions; empty: `NAME.decisions.csv` beside the first input
    std::string same;       ///< the table of reports that may be one; empty: `NAME.same.csv` beside the input
    std::optional<double> merge_above;  ///< merge, without a person, pairs that score that much
    bool use_decisions = true;
    bool ask = true;                ///< add to the table of decisions what needs a person
    bool frozen = false;            ///< give the answers of the last build, whatever the gazetteers say today
    std::string frozen_from;        ///< the GeoPackage of another build to take them from
    std::string output = "output";  ///< a folder, a GeoPackage, or a database: `PG:dbname=maps`
    std::string schema;             ///< of the database; empty: named after the first input
    std::vector<std::string> formats{"gpkg", "geojson"};
    std::vector<std::string> gazetteers;
    InputOptions input;
    ReadOptions read;
    Filter filter;
    std::vector<double> rings_km;
    std::string around = "bases";  ///< `bases`, `launch_sites`, or a locality
    bool strict = false;
    PictureOptions picture;  ///< size and scale, where a picture is among the formats
    PictureTexts texts;
    std::string crs;                   ///< what QGIS draws the map in, `EPSG:32638`; empty: made for the data
    bool replace = false;              ///< replace what somebody has changed in QGIS too
    std::vector<std::string> ignored;  ///< codes of findings that are left out, ascending
    std::optional<Severity> fail_on;   ///< how bad a finding makes the run one that failed
    std::string boundaries;            ///< a layer of areas that maps show in place of the gazetteers'
    std::string weapon_ranges;         ///< a table of published maximum ranges; empty: none is asked
    bool write = true;                 ///< false: only what the checks find is wanted
};

/// How often a check noticed something, and the worst example.
struct FindingSummary {
    Severity severity = Severity::note;
    std::int64_t count = 0;
    std::array<std::int64_t, 3> by_severity{};  ///< how often, by Severity
    std::string example;
};

/// A row of the table of launches, or of what is not on the map, as people are shown it.
using SummaryRow = std::vector<std::string>;

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
};

/// What a long build tells while it runs: lines of talk, and how far it is.
struct BuildReporter {
    std::function<void(const std::string&)> say;
    std::function<void(const Progress&)> progress;
    /// Each, as it is found, with the cell as it stands; may be left out.
    std::function<void(const Finding&, std::string_view value)> finding = {};
    std::function<void(const std::string&)> detail = [](const std::string&) {};  ///< what is read
    std::function<void(std::string_view)> phase = [](std::string_view) {};  ///< a part of the work begins
};

/// The main job: reports to layers. A first pass reads the rows and keeps them on disk, a second puts
/// incidents together in the order of their first report and lays them out; writing goes on beside it. Where
/// nothing is to be written, no file is touched.
/// \throws UsageError, Error; nothing is replaced then.
BuildSummary run_build(const BuildOptions& options, const BuildReporter& reporter);

}  // namespace incidentmap
