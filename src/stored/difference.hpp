// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stored/incident_walk.hpp"

namespace incidentmap {

/// A field that reads otherwise in the new build; empty where it is null.
struct FieldChange {
    std::string field;
    std::string was;
    std::string is;
};

enum class Change { added, gone, changed };

/// `added`, `gone` or `changed`.
const char* to_string(Change change);

/// A feature or report of an incident that is new, gone or otherwise.
struct FeatureDifference {
    std::string id;
    Change change = Change::changed;
    std::string layer_was;  ///< empty where it was not there
    std::string layer_is;
    std::optional<double> moved_km;  ///< between the two likely points, where both are points and differ
    std::vector<FieldChange> fields;
};

/// What differs in one incident of two builds.
struct Difference {
    std::string incident_id;
    Change change = Change::changed;
    std::string date;  ///< of the new build, else of the old one; so are the places
    std::string places;
    std::string status_was;  ///< `point`, `area`, `ambiguous` or `unresolved`; empty where it was not there
    std::string status_is;
    std::optional<double> moved_km;  ///< of its places the farthest
    std::vector<FeatureDifference> features;
    std::vector<std::string> causes;  ///< `input`, `decision`, `gazetteer`, `program`, `options`; sorted
};

/// How two builds differ in one incident; nothing where they do not. One of the two may be null: it was added
/// or is gone. Its causes are to be found yet.
std::optional<Difference> compare(const StoredIncident* was, const StoredIncident* is);

}  // namespace incidentmap
