// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace incidentmap {

/// Where the words call a place something that a place of that kind is not (a village an air base; a range an
/// air base): their word for it, as it stands. Villages and towns, towns and cities, and military bases and
/// airfields are called by one another's names, and are let be; so are areas, rivers and the like.
std::optional<std::string> unfitting_kind(std::string_view words, std::string_view kind);

}  // namespace incidentmap
