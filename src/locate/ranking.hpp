// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "locate/candidate.hpp"
#include "locate/parent.hpp"

namespace incidentmap {

/// A place that is named together with the one that is looked for.
struct Companion {
    std::string name;
    LonLat point;
    bool same_report = false;  ///< else another report of the same incident names it

    friend bool operator==(const Companion&, const Companion&) = default;
};

/// What is known of where a place lies, besides its name: the parents in the locality, and the country and
/// province that the report states.
struct Context {
    std::vector<std::string> parents;  ///< each must hold
    std::string country;               ///< name or code; must hold where it is known to be a country
    std::optional<LonLat> near;        ///< of several that fit, the one nearest to it
    std::vector<Companion> company{};  ///< of several that fit, one that lies with them
};

/// A place lies with a companion that is no farther away; the others of its name are left out where they are
/// twice as far from all companions, and this much farther.
inline constexpr double company_reach_m = 50'000;
inline constexpr double company_lead_m = 20'000;

/// By how much the best score must beat the second for an answer; within it, the answer is ambiguous.
inline constexpr double ambiguity_margin = 0.04;

/// Entries of one name and kind closer than this in one province are one answer whose possible area covers
/// both.
inline constexpr double twin_distance_m = 15'000;

/// Entries of one name but different kinds closer than this are one answer too: the town and the base at its
/// edge.
inline constexpr double neighbour_distance_m = 5'000;

/// The outcome of ranking. Nothing in `answer`: there is no candidate that the context allows.
struct Ranking {
    std::vector<Candidate> answer;  ///< one, or several that are one answer (twins), the leading one first
    std::vector<Candidate> rivals;  ///< those that fit as well: the answer is ambiguous where there are any
    std::vector<Candidate> set_aside;  ///< with the reason of each, best first
    std::vector<std::string> reasons;  ///< sentences on what the context decided
    double probability = 0;            ///< that the answer is right (score.hpp)
};

/// Chooses among candidates in context: parents and country first (a candidate that contradicts them is set
/// aside), then, for a bare name, what the gazetteer covers (a list of larger towns cannot tell that a small
/// one is the only one of its name), then the kind (a country's name is the country; a bare name is the town
/// rather than its province or a base named after it), then the margin, the order of gazetteers, twins,
/// nearness where asked for, the company in which it is named, and last the population: a place ten times as
/// populous as any other, and of 10,000 people or more, is the one meant by a bare name.
Ranking rank(std::vector<Candidate> candidates, const AskedName& asked, const Context& context,
             Parents& parents);

}  // namespace incidentmap
