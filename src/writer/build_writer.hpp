// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/shard.hpp"
#include "layer/column_choice.hpp"
#include "layer/feature.hpp"
#include "writer/map_choices.hpp"
#include "writer/picture/build_picture.hpp"

namespace incidentmap {

struct Withheld;

/// What follows the stem in the name of a small picture.
inline constexpr std::string_view thumbnail_ending = "_thumbnail.png";

/// Where a build goes, and as what.
struct OutputRequest {
    std::string output;       ///< a folder, one file that ends in `.gpkg`, or a database: `PG:dbname=maps`
    std::string schema = {};  ///< of a database; empty: named after `stem`
    std::string stem;         ///< what files in a folder begin with: `incidents`; unused for one file
    std::vector<std::string> formats;        ///< names of formats(); none: `gpkg`
    ColumnChoice columns = {};               ///< of GeoJSON files; a GeoPackage has all
    std::vector<std::string> input_paths;    ///< what must not be overwritten
    std::vector<std::string> extra_headers;  ///< the input's own columns
    std::string last_change;                 ///< `2024-01-01T00:00:00.000Z`, in UTC
    std::string build_id;
    PictureOptions picture;  ///< how large pictures are; their format comes from `formats`
    PictureTexts texts;      ///< what stands on them, and on the page and on the map of QGIS
    MapChoices maps;         ///< language and tiles of the page and of the map of QGIS
    std::string crs;         ///< what QGIS draws the map in, `EPSG:32638`; empty: made for it
    bool replace = false;    ///< replace what somebody has changed in QGIS too
    MapGround ground;        ///< where their borders and towns come from
    std::string basis;      ///< what besides its rows makes the build what it is, as a hash; empty: not known
    std::string rows_hash;  ///< of all rows to come; empty: it is taken of them as they are written
    bool wants_thumbnail = false;        ///< a small picture beside a page
    std::optional<Shard> shard;          ///< that it is of a build
    bool is_dry_run = false;             ///< nothing is put into `output`
    std::optional<Box> frame;            ///< what all maps are to show; none: what they hold
    bool shows_all = false;              ///< maps show all incidents, however far some lie off
    const Withheld* withheld = nullptr;  ///< what no output may hold; null: nothing is withheld
};

/// A file that was written.
struct WrittenFile {
    std::string path;              ///< of a database: `the database maps, schema june`
    std::string format;            ///< `qml`: the style of the GeoJSON file before it; `postgis`: no file
    std::optional<LayerId> layer;  ///< nothing: all of them, a page or a picture
    std::int64_t feature_count = 0;
    std::uintmax_t bytes = 0;
};

struct WrittenBuild {
    bool is_current = false;  ///< what stood there is the same: it stays, and nothing was written
    std::string why;          ///< it was, or would be, written: `there is none yet`
    std::vector<WrittenFile> files;
    std::vector<std::string> removed;    ///< files of an earlier build whose layer has nothing now
    std::vector<LayerId> left_out;       ///< layers with geometry that have no feature
    std::string crs_name;                ///< what the map of QGIS is drawn in; empty where none was written
    std::vector<std::string> kept;       ///< what somebody made or saved there, and that stays
    std::vector<std::string> emptied;    ///< tables of a database that this build has nothing for
    std::vector<std::string> obstacles;  ///< why a database holds no styles, or no project
};

/// Writes the files of a build: `STEM.gpkg`, `STEM_attacks.geojson` and so on. All are drafts until finish(),
/// and are gone if it is never reached; what was there before stays as it was.
class BuildWriter {
  public:
    /// \throws UsageError where a format is not known, or asked for beside a database, one file is asked for
    /// that is no GeoPackage, or an input would be overwritten; Error as OutputFiles and refuse_edited() do
    explicit BuildWriter(OutputRequest request);
    ~BuildWriter();
    BuildWriter(BuildWriter&&) noexcept;
    BuildWriter& operator=(BuildWriter&&) noexcept;

    /// The batch to add the next features to; ask again for each incident. Writing goes on on threads of its
    /// own: what went wrong with a feature may be thrown by a later call.
    FeatureBatch& rows();

    /// Ends, checks and publishes all files, the GeoPackage last. To be called once. \throws Error; nothing
    /// is replaced then, unless it was the renaming that failed, or something that is withheld stands in one
    WrittenBuild finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
