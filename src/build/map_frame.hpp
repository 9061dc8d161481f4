// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "geodesy/antimeridian.hpp"
#include "locate/resolver.hpp"

namespace incidentmap {

/// What `--extent` asks maps to show: a box `W,S,E,N`, or a place with as much about it as it is large, at
/// least 25 km. Nothing for `incidents` and an empty text. \throws UsageError where it is neither
std::optional<Box> map_frame(const std::string& extent, Resolver& resolver);

}  // namespace incidentmap
