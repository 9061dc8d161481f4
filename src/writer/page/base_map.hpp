// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>

#include "gazetteer/boundaries.hpp"
#include "geodesy/antimeridian.hpp"

namespace incidentmap {

/// Appends what a page draws below its layers:
/// `{"areas":[{"name","country","settled","meant","shape"}…],"towns":
/// {"texts","columns":{"name","lon","lat","population"}},"seas":[{"name",
/// "lon","lat","width"}…],"attributions":[…]}`. All countries of the world,
/// the nearer to \p shown the finer; provinces and towns only near it. \param shown what the layers are in;
/// nothing: the whole world, coarse \param meant positions whose countries have their names before others
void append_base_map(std::string& out, const MapGround& ground, const std::optional<Box>& shown,
                     std::span<const LonLat> meant);

}  // namespace incidentmap
