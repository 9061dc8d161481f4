// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "build/inspection.hpp"
#include "cli/colours.hpp"

namespace incidentmap {

/// How a table is read, for people: its columns, what is not recognised and what it may be, dates, places,
/// and the command that builds it.
std::string to_text(const Inspection& inspection, const Colours& colours = {});

/// The same as one JSON object.
std::string to_json(const Inspection& inspection);

/// The words of a command as a shell takes them: those with more than letters, digits and `-_./=,:` in
/// quotes.
std::string as_command(const std::vector<std::string>& words);

}  // namespace incidentmap
