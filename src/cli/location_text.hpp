// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/colours.hpp"
#include "locate/location.hpp"

namespace incidentmap {

/// A location for people: place, position, possible area, reasons, what else it may be; several lines.
/// \p verbose also tells what was set aside and the forms in which the name was compared.
std::string to_text(const Location& location, bool verbose, const Colours& colours = {});

/// A location as the JSON object that `resolve` and `range` write, on one line without a newline. What is
/// unknown is null; an ambiguous or unresolved one has null in every place field.
/// \param with_area adds `possible_area`, a GeoJSON geometry: a MultiPolygon, or the Point where the location
/// is known exactly
std::string to_json(const Location& location, bool with_area = false);

}  // namespace incidentmap
