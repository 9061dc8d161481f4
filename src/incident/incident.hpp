// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/finding.hpp"
#include "locate/location.hpp"
#include "locate/measure.hpp"
#include "locate/question.hpp"
#include "report/report.hpp"

namespace incidentmap {

/// From where to where, and how far.
struct LaunchToTarget {
    std::size_t launch = 0;                  ///< index into Incident::launches
    std::size_t location = 0;                ///< index into Incident::locations
    std::shared_ptr<const Measure> measure;  ///< never null
};

/// One place of an incident, as one of its reports names it.
struct IncidentLocation {
    const Location* location = nullptr;  ///< never null; lives as long as the resolver that found it
    std::string words;                   ///< the report's own words
};

/// A launch place that a report names.
struct LaunchSite {
    const Location* location = nullptr;
    std::string words;
    std::string said_by;  ///< who names it; several are separated by ` | `
    std::string disputed_by;
};

/// A field on which reports of one incident differ.
struct Disagreement {
    std::string incident_id;
    std::string field;
    std::string value_a;
    std::string source_a;
    std::string report_a;
    std::string value_b;
    std::string source_b;
    std::string report_b;
    std::string sentence;
};

/// What happened once, at one time and place: one or more reports of it, put together. Texts of several
/// reports are separated by ` | `, each once; numbers keep the lowest low and the highest high; nothing is
/// averaged.
struct Incident {
    std::string id;
    std::size_t report_count = 0;
    Status status = Status::unresolved;  ///< of the incident as a whole: the best of its locations
    bool is_attack = true;               ///< by event type alone; without one it counts as an attack
    bool is_draft = false;               ///< nobody has settled any of its reports

    std::optional<EventDate> date;
    Count weapon_count;
    Count killed;
    Count injured;
    /// Of the columns that report_columns() says how to combine; by number of ReportColumn.
    std::array<std::string, report_column_count> texts;
    std::string source_names;  ///< `Publisher, 2020-10-01 | …`
    std::string source_urls;
    std::vector<std::string> extra;  ///< the input's own columns, in their order
    std::string generalizations;     ///< of a public edition: how much coarser it stands; Darwin Core's term
    std::string withheld;            ///< of a public edition: what is left out of it; Darwin Core's term

    std::vector<const Location*>
        own_locations;  ///< for each report, where its own first place is; null where it names none
    std::vector<IncidentLocation> locations;  ///< one or more; each is on the map, in an area, or not mapped
    std::vector<LaunchSite> launches;
    std::vector<LaunchToTarget> measures;  ///< each launch site with a place to each location with a place
    std::vector<Disagreement> disagreements;
    std::vector<Finding> findings;
    std::vector<Question> questions;  ///< what a person should decide

    std::string& operator[](ReportColumn column) { return texts[static_cast<std::size_t>(column)]; }
    const std::string& operator[](ReportColumn column) const {
        return texts[static_cast<std::size_t>(column)];
    }
};

}  // namespace incidentmap
