// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "core/finding.hpp"
#include "core/version.hpp"
#include "locate/location.hpp"
#include "locate/measure.hpp"
#include "locate/query.hpp"

#ifndef INCIDENTMAP_GAZETTEER_FOLDER
/// Where find_package(incidentmap) found the gazetteers that were installed with it; it sets this itself.
#define INCIDENTMAP_GAZETTEER_FOLDER ""
#endif

/// The face of the library. Positions are degrees on WGS 84, lengths metres, azimuths degrees clockwise from
/// north, days `2020-07-27`. What is thrown is an Error, or a UsageError where what was asked makes no sense;
/// both are a std::runtime_error whose text is a sentence for people.
namespace incidentmap {

/// Which gazetteers are opened.
struct GazetteerChoice {
    /// Files (`.gpkg`, or a `.csv` of places), the first counts most; `builtin` stands for those that come
    /// with the program, `user` for those of the user's data folder. Empty: `user` and `builtin`.
    std::vector<std::string> gazetteers;
    /// Where those that come with the program are looked for after INCIDENTMAP_GAZETTEERS and beside the
    /// program.
    std::string installed_in = INCIDENTMAP_GAZETTEER_FOLDER;  // NOLINT(readability-redundant-string-init)
};

/// Open gazetteers, with what was looked up in them. To be used by one thread at a time.
class Gazetteers {
  public:
    struct Inside;
    explicit Gazetteers(std::unique_ptr<Inside> inside);
    Gazetteers(Gazetteers&&) noexcept;
    Gazetteers& operator=(Gazetteers&&) noexcept;
    ~Gazetteers();

    Inside& inside() { return *m_inside; }

  private:
    std::unique_ptr<Inside> m_inside;
};

/// Opens gazetteers; it takes milliseconds, whatever their size.
/// \throws Error where one cannot be opened, or none is found
Gazetteers open_gazetteers(const GazetteerChoice& choice = {});

/// Where a locality is, as `incidentmap resolve` says: a name, `NAME, PARENT`, a code, coordinates, or words
/// such as `85 km north of Baghdad`. Nothing that is in no gazetteer is an error: it is `unresolved`, with
/// reasons.
Location resolve(Gazetteers& gazetteers, const Query& query);

/// The same of words alone. \param country a name or an ISO 3166-1 code; empty: not stated
Location resolve(Gazetteers& gazetteers, std::string_view words, std::string_view country = {});

/// What to build, as the options of `incidentmap build` have it.
struct BuildOrder {
    std::vector<std::string> inputs;        ///< tables of reports
    std::string output = "output";          ///< a folder, or one file `.gpkg`
    std::vector<std::string> formats = {};  ///< names of --format; none: `gpkg`, for a folder `geojson` too
    GazetteerChoice gazetteers = {};
    std::string since = {};                   ///< only incidents from this day on; empty: all
    std::string until = {};                   ///< and until the end of this one
    std::vector<std::string> countries = {};  ///< only incidents there: codes or English names
    std::string title = {};                   ///< of the map
    bool ask = true;                          ///< add to `NAME.decisions.csv` what needs a person
};

/// What a build made: `incidents` is the sum of the three that follow it.
struct BuildResult {
    std::int64_t incidents = 0;
    std::int64_t points = 0;
    std::int64_t areas = 0;
    std::int64_t not_on_map = 0;
    std::int64_t reports = 0;
    std::vector<std::string> files;  ///< paths of what was written
    std::vector<Finding> findings;   ///< what the checks noticed, as they came to it
    std::string build_id;            ///< stands in every file that was written
};

/// Reads tables of reports and writes map layers: all files, or none.
/// \throws UsageError, Error; what stood there before stands there still
BuildResult build(const BuildOrder& order);

// `measure(from, to)` of two locations is in locate/measure.hpp.

}  // namespace incidentmap
