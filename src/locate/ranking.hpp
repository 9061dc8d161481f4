// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "locate/candidate.hpp"
#include "locate/query.hpp"

namespace incidentmap {

/// What is known of where a place lies, besides its name: the parents in the locality, and the country and
/// province that the report states.
struct Context {
    std::vector<std::string> parents;    ///< each must hold where it is known
    std::string country;                 ///< as stated; must hold
    std::vector<std::string> countries;  ///< codes of the countries that it, or a parent, names
    std::string province;                ///< as the report states it; one of the parents
    std::string district;                ///< must hold where it is known, and says nothing where it is not
    std::optional<LonLat> near;          ///< of several that fit, the one nearest to it
    std::vector<Companion> company{};    ///< of several that fit, one that lies with them
    bool prefers_area = false;           ///< `southern Gaza`: the strip rather than the city

    bool country_is_unknown() const { return !country.empty() && countries.empty(); }
};

/// The outcome of ranking. Nothing in `answer`: there is no candidate that the context allows.
struct Ranking {
    std::vector<Candidate> answer;  ///< one, or several that are one answer (twins), the leading one first
    std::vector<Candidate> rivals;  ///< those that fit as well: the answer is ambiguous where there are any
    std::vector<Candidate> set_aside;  ///< with the reason of each, best first
    std::vector<std::string> reasons;  ///< sentences on what the context decided
    double probability = 0;            ///< that the answer is right (score.hpp)
};

/// Sets aside the candidates of which \p test is true, with what \p why says of each.
template <typename Test, typename Why>
void set_aside_if(Ranking& ranking, std::vector<Candidate>& standing, Test test, Why why) {
    for (Candidate& candidate : standing) {
        if (!test(candidate)) continue;
        candidate.set_aside = why(candidate);
        ranking.set_aside.push_back(candidate);
    }
    std::erase_if(standing, [](const Candidate& candidate) { return !candidate.set_aside.empty(); });
}

}  // namespace incidentmap
