// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "locate/location.hpp"

namespace incidentmap {

/// A location as one text, from which it can be made again to the last bit: a line for each member that is
/// not empty, its name first, tabs between its parts. The serial is not part of it.
std::string to_record(const Location& location);

/// The location of a record; nothing where the text is none.
std::optional<Location> from_record(std::string_view record);

}  // namespace incidentmap
