// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "locate/location.hpp"
#include "locate/ranking.hpp"
#include "locate/words_for_people.hpp"

namespace incidentmap {

// The reasons of an answer, in sentences that a reader in a court could follow. Normal form and phonetic key
// are our own words and do not appear.

/// Why a name means a place: `"Sheikh Amir" and the gazetteer's "Qaryat Shaykh Amīr" are one name (ee = ī;
/// …).`
std::string reason_of_match(const AskedName& asked, const Candidate& candidate);

/// The reasons of an answer: the name, what the context decided, twins and other points, what was set aside.
std::vector<std::string> reasons_for(const AskedName& asked, const Ranking& ranking,
                                     const Location& location);

/// Why an answer is ambiguous.
std::vector<std::string> reasons_for_doubt(const AskedName& asked, const Ranking& ranking);

/// What would decide between the places that fit.
std::string what_would_decide(const Ranking& ranking);

/// Why no candidate is left: `"Taji" is in Baghdad, not in Basra.`
std::string reason_of_contradiction(const AskedName& asked, const Ranking& ranking);

}  // namespace incidentmap
