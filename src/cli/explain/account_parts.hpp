// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stored/explanation.hpp"

namespace incidentmap {

// The parts of sentences that an account is made of.

/// The title of a layer's column for people; the name itself for a extra column of the input.
std::string title_of(LayerId layer, std::string_view column);

/// What a value of a closed list means: `A point on the map` for `resolved` of `status`.
std::string meaning_of(std::string_view domain, std::string_view value);

/// `at least 3`, `3 to 5`, `4`, `up to 5`; empty where nothing is known.
std::string count_in_words(const std::string& low, const std::string& best, const std::string& high);

/// `Nineveh, Iraq`
std::string region_of(const StoredRow& row);

/// `36.31927° N, 43.47343° E`
std::string position_in_words(const StoredRow& row);

/// `Sheikh Amir (village, Nineveh, Iraq) [geonames:6860785], within 2.0 km`
std::string location_in_words(const Location& location);

/// `village, Wasit, Iraq; 32.26667° N, 45.98333° E [geonames:91005]; score 0.41. It is not in Nineveh.`
std::string match_in_words(const Match& match);

/// A number in the fewest digits, `unknown` where there is none.
std::string number(std::optional<double> value, int most_decimals);

/// `Attributed to`, `Responsibility claimed`, …
std::string claim_label(std::string_view kind);

/// `Shia militias, according to Kurdish officials (report r000-a, American Military News, 2020-10-01)`
std::string claim_in_words(const ExplainedClaim& claim);

/// The sections of the table `build` that are told, in order, with words for people.
std::span<const std::pair<std::string_view, std::string_view>> build_parts();

/// One sentence: when, what, where, by how many reports.
std::string summary_of(const Explanation& explanation);

}  // namespace incidentmap
