// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layer/cells.hpp"
#include "layer/drawn_places.hpp"
#include "layer/feature.hpp"
#include "layer/lay_out.hpp"
#include "layer/source_uses.hpp"
#include "report/source.hpp"

namespace incidentmap {

// The rows of layers that sum up a build, in the order of their columns.

std::vector<Value> base_row(const HitBase& base, const std::optional<PlaceDetails>& details,
                            CountryNames& countries);

/// A row of `uncertainty`. \param area its possible area as it is drawn
std::vector<Value> possible_area_row(const DrawnPlace& place, const MultiPolygon& area,
                                     CountryNames& countries);

/// A row of `range_rings`. \param id of identity_of(); \param around what was asked for
std::vector<Value> ring_row(const Location& location, std::uint64_t id, double radius_km,
                            std::string_view around, std::optional<std::int64_t> incidents);

std::vector<Value> source_row(const Source& source, const SourceUse& use);
std::vector<Value> build_row(std::string_view section, std::string_view name, std::string_view value);

}  // namespace incidentmap
