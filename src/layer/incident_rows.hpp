// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "incident/incident.hpp"
#include "layer/cells.hpp"
#include "layer/feature.hpp"

namespace incidentmap {

// The rows that an incident has in the layers, in the order of their columns.

/// `the-incident:2`. What follows the last colon tells which of the incident's things it is, so that no two
/// have one id, whatever the incident's.
std::string feature_id(const std::string& incident_id, std::string_view kind, std::size_t number);

/// A place of an incident in `attacks`, `other_incidents` or `attack_areas`.
std::vector<Value> place_row(LayerId layer, const Incident& incident, std::size_t index,
                             CountryNames& countries);

/// A place of an incident, and a launch place, in `not_mapped`.
std::vector<Value> not_mapped_place_row(const Incident& incident, std::size_t index, CountryNames& countries);
std::vector<Value> not_mapped_launch_row(const Incident& incident, std::size_t index,
                                         CountryNames& countries);

/// A launch place in `launch_sites`.
std::vector<Value> launch_site_row(const Incident& incident, std::size_t index, CountryNames& countries);

/// A row of `launch_to_target`.
std::vector<Value> line_row(const Incident& incident, const LaunchToTarget& measure);

std::vector<Value> finding_row(const Finding& finding, std::string id);
std::vector<Value> disagreement_row(const Disagreement& difference, std::string id);

}  // namespace incidentmap
