// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "locate/resolver.hpp"
#include "prose/draft_report.hpp"
#include "prose/text.hpp"
#include "prose/text_to_read.hpp"

namespace incidentmap {

/// What a text came to.
struct Extracted {
    std::vector<DraftReport> drafts;
    std::vector<Aggregate> aggregates;
    ProseText prose;
    std::optional<Day> published;
};

/// Drafts the incidents that a text tells of. \throws Error where ICU cannot part its sentences
Extracted extract(const TextToRead& text, Resolver& resolver);

}  // namespace incidentmap
