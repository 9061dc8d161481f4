// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace incidentmap {

/// The members of one JSON object in their order, each value as text: a number as it stands, null as an empty
/// text, an array or object as its JSON. Nothing where the text is no JSON object.
std::optional<std::vector<std::pair<std::string, std::string>>> members_of_json(std::string_view line);

}  // namespace incidentmap
