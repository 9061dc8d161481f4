// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "incident/incident.hpp"
#include "layer/feature.hpp"
#include "layer/row_writer.hpp"

namespace incidentmap {

// The rows that an incident has in the layers. Each function takes the cells of the feature that was just
// started.

/// `the-incident:2`. What follows the last colon tells which of the incident's things it is, so that no two
/// have one id, whatever the incident's.
void fill_id(RowWriter& cells, ColumnId column, std::string_view incident_id, std::string_view kind,
             std::size_t number);

/// A place of an incident in `attacks`, `other_incidents` or `attack_areas`.
void place_row(RowWriter cells, const Incident& incident, std::size_t index, CountryNames& countries);

/// A place of an incident, and a launch place, in `not_mapped`.
void not_mapped_place_row(RowWriter cells, const Incident& incident, std::size_t index,
                          CountryNames& countries);
void not_mapped_launch_row(RowWriter cells, const Incident& incident, std::size_t index,
                           CountryNames& countries);

/// A launch place in `launch_sites`.
void launch_site_row(RowWriter cells, const Incident& incident, std::size_t index, CountryNames& countries);

/// A row of `launch_to_target`.
void line_row(RowWriter cells, const Incident& incident, const LaunchToTarget& launched,
              CountryNames& countries);

/// The incident itself, in `incidents`.
void incident_row(RowWriter cells, const Incident& incident);

void finding_row(RowWriter cells, const Finding& finding);
void disagreement_row(RowWriter cells, const Disagreement& difference);

}  // namespace incidentmap
