// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/coarseness.hpp"
#include "core/shard.hpp"
#include "incident/filter.hpp"
#include "report/reader.hpp"
#include "writer/map_choices.hpp"
#include "writer/picture/build_picture.hpp"

namespace incidentmap {

/// What to build, from what and into what.
struct BuildRequest {
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
    std::string columns = "core";  ///< of GeoJSON files: `core`, `all` or names with commas between
    std::vector<std::string> gazetteers;
    InputOptions input;
    ReadOptions read;
    Filter filter;
    std::vector<std::string> where;  ///< conditions as typed, all of which must hold: `admin1=Nineveh`
    std::string within;              ///< `25:Camp Taji`: only what lies within so many kilometres
    std::string split_by;            ///< a key of which each value has a map of its own; empty: one map
    std::string extent;          ///< what maps show: `W,S,E,N`, a locality, `incidents`; empty: most of them
    bool same_frame = false;     ///< all maps of a split show the same ground
    bool dry_run = false;        ///< nothing is written; what would be, and why, is told
    std::string depfile;         ///< a file of rules for make: what each output is made from
    std::optional<Shard> shard;  ///< only incidents of that part of the build
    std::vector<double> rings_km;
    std::string around = "bases";  ///< `bases`, `launch_sites`, or a locality
    bool strict = false;
    PictureOptions picture;  ///< size and scale, where a picture is among the formats
    PictureTexts texts;
    MapChoices maps;                   ///< language and tiles
    std::string crs;                   ///< what QGIS draws the map in, `EPSG:32638`; empty: made for the data
    bool replace = false;              ///< replace what somebody has changed in QGIS too
    std::vector<std::string> ignored;  ///< codes of findings that are left out, ascending
    std::optional<Severity> fail_on;   ///< how bad a finding makes the run one that failed
    std::string boundaries;            ///< a layer of areas that maps show in place of the gazetteers'
    std::string weapon_ranges;         ///< a table of published maximum ranges; empty: none is asked
    /// Where incidents go as lines of JSON instead of into files; empty: files are written.
    std::function<void(std::string_view line)> lines;
    unsigned threads = 0;              ///< that look places up; 0: as many as there are processors
    bool write = true;                 ///< false: only what the checks find is wanted
    bool is_public = false;            ///< an edition to publish: each row no finer than it says
    Coarseness public_as;              ///< no row finer than that
    std::vector<std::string> dropped;  ///< columns, ours or the input's own, that are left out
    std::vector<std::string> kept;     ///< columns of free text that a coarser row keeps

    /// Whether incidents may be left out.
    bool chooses() const {
        return filter.asks_anything() || !where.empty() || !within.empty() || shard.has_value() || is_public;
    }
};

}  // namespace incidentmap
