// SPDX-License-Identifier: MIT
/// What decides between places whose names fit alike.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "locate/ranking.hpp"

namespace incidentmap {

/// Entries of one name and kind closer than this in one province are one answer whose possible area covers
/// both.
inline constexpr double twin_distance_m = 15'000;

/// Entries of one name but different kinds closer than this are one answer too: the town and the base at its
/// edge.
inline constexpr double neighbour_distance_m = 5'000;

/// A place with as many people is met by its bare name rather than villages of that name.
inline constexpr std::int64_t populous = 10'000;
/// So many that it is known though the province stated is not.
inline constexpr std::int64_t well_known = 100'000;
/// So many that a bare name means it wherever on earth its namesakes are.
inline constexpr std::int64_t known_on_earth = 300'000;
inline constexpr std::int64_t population_ratio = 10;

/// kind_group() of its kind.
std::string_view group(const Candidate& candidate);

bool all_twins_of_first(const std::vector<Candidate>& level);

/// How a tie was broken, which bounds how likely the answer is.
struct TieBreak {
    bool by_order = false;       ///< by the order of the gazetteers alone
    bool by_company = false;     ///< by the places that are named with it
    bool by_population = false;  ///< by being far more populous, though others are in another country
    bool by_claims = false;      ///< by the better claim to the name
};

/// Leaves of those that fit alike the one that is meant and its twins, where something decides: the order of
/// gazetteers, nearness where asked for, the company in which it is named, the population, and last, where
/// something is stated, the claims to the name (homonyms.hpp). The leading one comes first.
TieBreak break_tie(Ranking& ranking, std::vector<Candidate>& level, const AskedName& asked,
                   const Context& context, bool bare, const std::vector<Gazetteer>& gazetteers);

}  // namespace incidentmap
