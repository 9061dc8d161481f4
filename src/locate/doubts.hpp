// SPDX-License-Identifier: MIT
/// What lowers how well a name fits, beside the name itself.
#pragma once

#include <vector>

#include "locate/ranking.hpp"

namespace incidentmap {

/// Lowers the scores of those that stand for what the context says: a border that is not quite kept,
/// namesakes outside the province stated, nothing stated at all. Sorts them, the best first.
void apply_doubts(const Ranking& ranking, std::vector<Candidate>& standing, const AskedName& asked,
                  bool bare);

/// What a bare name loses by which a place is known beside its own: few are, all over the earth.
double other_name_loss(const AskedName& asked, const Candidate& candidate);

/// What the fit of the answer loses in the end, for all that stands behind it.
double doubt_of(const AskedName& asked, const Candidate& answer, bool bare);

}  // namespace incidentmap
