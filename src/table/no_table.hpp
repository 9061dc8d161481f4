// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// What a file is that is no CSV, by its first bytes, and what to do with it: `a PDF; copy its table into a
/// spreadsheet …`. Empty where it may be CSV.
std::string what_it_is(std::string_view beginning);

}  // namespace incidentmap
