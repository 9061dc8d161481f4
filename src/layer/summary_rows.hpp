// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layer/drawn_places.hpp"
#include "layer/feature.hpp"
#include "layer/place_details.hpp"
#include "layer/row_writer.hpp"
#include "layer/source_uses.hpp"
#include "locate/answers.hpp"
#include "locate/decisions.hpp"
#include "report/source.hpp"

namespace incidentmap {

// The rows of layers that sum up a build. Each function takes the cells of the feature that was just started.

void base_row(RowWriter cells, const HitBase& base, const std::optional<PlaceDetails>& details,
              CountryNames& countries);

/// A row of `uncertainty`. \param area_km2 of its possible area as it is drawn
void possible_area_row(RowWriter cells, const DrawnPlace& place, double area_km2, CountryNames& countries);

/// A row of `range_rings`. \param id of identity_of(); \param around what was asked for
void ring_row(RowWriter cells, const Location& location, std::uint64_t id, double radius_km,
              std::string_view around, std::optional<std::int64_t> incidents);

void source_row(RowWriter cells, const Source& source, const SourceUse& use);
void answer_row(RowWriter cells, const AnswerRow& row);
void decision_row(RowWriter cells, const Decisions::Used& used, std::string_view file);
void build_row(RowWriter cells, std::string_view section, std::string_view name, std::string_view value);

}  // namespace incidentmap
