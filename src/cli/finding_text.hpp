// SPDX-License-Identifier: MIT
/// Findings, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "cli/colours.hpp"
#include "core/finding.hpp"

namespace incidentmap {

/// Findings by input and row, those about no row first; of one row as they were found.
void put_in_order(std::vector<Finding>& findings);

/// For people: under each input its rows, with severity, code and column, and the sentence below. Of each
/// code the first 20 are told.
std::string to_text(const std::vector<Finding>& findings, const Colours& colours = {});

/// One object: severity, code, file, row, column, incident_id, lon, lat, sentence; null where there is none.
std::string to_json(const Finding& finding);

/// The names of the columns of csv_row().
std::string finding_csv_header();
std::string to_csv_row(const Finding& finding);

}  // namespace incidentmap
