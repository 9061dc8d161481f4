// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "prose/told.hpp"

namespace incidentmap {

/// Whether an event tells more of an incident that was told before: \p told is what the event alone says.
/// \param in_view whether the other is the one last told of
bool may_be_one(const Told& told, const Told& other, const Event& event, bool in_view,
                const std::vector<Sentence>& sentences);

}  // namespace incidentmap
