// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prose/draft_report.hpp"
#include "prose/story.hpp"
#include "prose/text_to_read.hpp"

namespace incidentmap {

/// The drafts of the incidents told, in the order of the text; \p seen are its sentences. \param
/// only_country the only one that the text names, heeded where no place told of lies elsewhere
std::vector<DraftReport> drafts_of(const Story& story, const std::vector<Seen>& seen, const TextToRead& text,
                                   const ProseText& prose, const std::string& only_country);

/// The sums of the story that are of a kind with incidents: `dozens of attacks this year`.
std::vector<Aggregate> aggregates_of(const Story& story, const std::vector<Seen>& seen,
                                     const TextToRead& text, const ProseText& prose);

/// At most 25 words of a sentence about a place of it, without the names of persons.
struct Quote {
    std::string words;
    Span at;  ///< in tokens
};
Quote quote_of(const Seen& seen, std::string_view text, Span about);

}  // namespace incidentmap
