// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "locate/parent.hpp"
#include "locate/ranking.hpp"

namespace incidentmap {

/// Chooses among candidates in context: country and parents first (a candidate that contradicts them is set
/// aside; where one is stated that no gazetteer has, so is each whose name differs), then, for a bare name,
/// what the gazetteer covers (a list of larger towns cannot tell that a small one is the only one of its
/// name), then the kind (a country's name is the country; a bare name is the town rather than its province or
/// a base named after it), then the margin and what breaks a tie (tie_break.hpp). A name that differs never
/// goes before the very name: where that is not sure enough, there is no answer.
Ranking rank(std::vector<Candidate> candidates, const AskedName& asked, const Context& context,
             Parents& parents);

}  // namespace incidentmap
