// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace incidentmap {

/// The content security policy of a page that has one script and one style in itself, and nothing from
/// elsewhere but pictures of one origin. \param pictures `https://tile.example.org`; empty: none
std::string page_policy(std::string_view script, std::string_view style, std::string_view pictures = {});

}  // namespace incidentmap
