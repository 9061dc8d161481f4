// SPDX-License-Identifier: MIT
/// What the program asks a person to decide.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "locate/decision_table.hpp"
#include "locate/location.hpp"

namespace incidentmap {

/// The column of a report that a locality stands in.
enum class PlaceColumn { place, launch_place };

/// `place` or `launch_place`.
const char* to_string(PlaceColumn column);

/// The column of that name, in any case; nothing for any other word.
std::optional<PlaceColumn> place_column(std::string_view name);

/// A locality that a person should decide about.
struct Question {
    PlaceColumn column = PlaceColumn::place;
    const Location* location = nullptr;  ///< never null
};

/// An answer whose score is below this is worth a person's look. Of UCDP's names with their province, one
/// answer in ten is: 11 of those 49 are wrong, of the 462 others 20 (docs/names.md).
inline constexpr double low_score = 0.80;

/// True where several places fit, where none does but some are suggested, and where the score is low. Words
/// longer than 1,000 bytes are no name, and nobody is asked.
bool needs_a_person(const Location& location);

/// The row that asks: the words, what the program made of them, and up to 20 candidates.
DecisionRow row_of(const Question& question);

/// The place id of a numbered candidate of row_of(); nothing where the cell has no such number.
/// `1: Sheikh Amir, village, Nineveh, Iraq, 36.31927, 43.47343 [geonames:6860785] | 2: …`
std::optional<std::string> candidate_id(std::string_view candidates, std::string_view number);

/// How many candidates the cell numbers.
std::size_t candidate_count(std::string_view candidates);

}  // namespace incidentmap
