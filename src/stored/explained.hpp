// SPDX-License-Identifier: MIT
/// What an explanation is made of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "locate/location.hpp"
#include "locate/question.hpp"
#include "stored/build_file.hpp"

namespace incidentmap {

/// What the place of a report was taken from.
enum class TakenFrom { look_up, coordinates, decision, nothing };

/// `look-up`, `coordinates`, `decision` or `nothing`.
const char* to_string(TakenFrom from);

/// One locality of a report: what was looked up and what it came to.
struct ExplainedLocality {
    PlaceColumn column = PlaceColumn::place;
    std::string words;  ///< what was looked up; empty where the report gives coordinates alone
    std::string own_words;
    std::string stated_country;
    std::string stated_admin1;
    std::string stated_admin2;
    std::string gazetteers;  ///< that were asked, with the beginnings of their fingerprints
    std::optional<Location>
        answer;  ///< what the look-up came to; nothing where there was none or it was not kept
    std::optional<Location> alone;      ///< what the words came to by themselves, without their company
    std::optional<StoredRow> decision;  ///< of `decisions`
    std::optional<Location> decided;    ///< what the decision comes to
    TakenFrom taken_from = TakenFrom::nothing;

    /// The location that was used, where it is known: the decision's or the look-up's.
    const Location* used() const;
};

/// A report, with its source.
struct ExplainedReport {
    StoredRow row;                           ///< of `reports`
    std::optional<StoredRow> source;         ///< of `sources`
    std::vector<StoredRow> further_sources;  ///< where the report names several: all but the first
    std::vector<ExplainedLocality> localities;

    /// `The Independent, 2019-12-30`; the report's id where it has no source.
    std::string source_in_words() const;
};

/// A place of the incident.
struct ExplainedPlace {
    LayerId layer = LayerId::attacks;
    StoredRow row;
    std::optional<double> area_km2;
};

/// How far it is from a reported launch place to a place of the incident.
struct ExplainedDistance {
    std::string launch;
    std::string launch_place_id;
    std::string said_by;
    std::string disputed_by;
    std::string location;
    std::string location_no;
    std::optional<double> min_km;
    std::optional<double> likely_km;
    std::optional<double> max_km;
    std::string text;
    std::optional<double> azimuth_deg;
    std::optional<double> azimuth_start_deg;
    std::optional<double> azimuth_end_deg;
    std::optional<double> back_azimuth_deg;
    std::string compass;
    std::string reason;  ///< why there is no distance; empty where there is one
};

/// Somebody's claim or denial, as a report hands it on.
struct ExplainedClaim {
    std::string_view kind;  ///< the report's column: `attributed_to`, `claimed_by`, `denied_by`, …
    std::string what;       ///< whom or what it names
    std::string by;         ///< who says so; `not stated` where the report does not tell
    std::string report_id;
    std::string source;
};

/// All that a build knows of one incident, and from what.
struct Explanation {
    std::string asked;
    std::string incident_id;
    std::string file;
    std::string build_id;
    std::vector<BuildEntry> build;
    std::vector<ExplainedReport> reports;
    std::vector<ExplainedPlace> places;
    std::vector<ExplainedPlace> launch_places;  ///< those that are drawn as points
    std::vector<ExplainedDistance> distances;
    std::vector<ExplainedClaim> claims;
    std::vector<StoredRow> merges;  ///< rows of `decisions` by which reports of other ids are here
    std::vector<StoredRow> disagreements;
    std::vector<StoredRow> findings;  ///< but that sources disagree, which stands in disagreements

    bool has_report(const std::string& id) const;
    /// What the build says of the incident as a whole.
    const StoredRow& incident() const;
    /// The decisions that bear on it, each once: about its places, then about what was merged.
    std::vector<const StoredRow*> decisions() const;
};

}  // namespace incidentmap
