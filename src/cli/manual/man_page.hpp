// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/manual/described_command.hpp"

namespace incidentmap {

/// `incidentmap-gazetteer-import`, what the page of a command is called.
std::string page_name(const DescribedCommand& command);

/// The manual page of a command, in section 1: roff with the macros of man(7).
std::string man_page(const DescribedCommand& command);

}  // namespace incidentmap
