// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "prose/event.hpp"
#include "prose/told.hpp"

namespace incidentmap {

/// What a text sums over time: no incident, and not lost.
struct Sum {
    std::size_t sentence = 0;
    Span clause;
    Modality modality = Modality::sum;
};

struct Story {
    std::vector<Told> told;
    std::vector<Sum> sums;
};

/// Follows a text from event to event: days are handed on, `the base` is followed back, and what tells of one
/// incident is brought together. Never brings together what is told of unlike days, or of points more than
/// same_place_m apart.
Story story_of(const std::vector<Event>& events, const std::vector<Sentence>& sentences,
               const std::optional<Day>& published);

}  // namespace incidentmap
