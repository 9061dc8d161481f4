// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// The content security policy of a page that has one script and one style in itself, and nothing from
/// elsewhere.
std::string page_policy(std::string_view script, std::string_view style);

}  // namespace incidentmap
