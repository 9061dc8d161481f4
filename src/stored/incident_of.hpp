// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stored/build_file.hpp"

namespace incidentmap {

/// The id of the incident that an id of a build means: an incident's own, that of one of its reports,
/// features, disagreements or findings, or that of a place where it alone happened. \throws Error where there
/// is none (the message has the nearest ids) or several (it lists them)
std::string incident_of(BuildFile& file, const std::string& id);

}  // namespace incidentmap
