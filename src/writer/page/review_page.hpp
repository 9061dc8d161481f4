// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gazetteer/boundaries.hpp"
#include "prose/draft_report.hpp"

namespace incidentmap {

/// A text that drafts are from, as it was read.
struct ReviewedText {
    std::string name;
    std::string text;
};

/// Writes the page on which a person settles drafts: the texts, the drafts, the map, all in one file.
/// \param draft an empty file \param table the name of the table of drafts, which the page gives back
/// \throws Error
void write_review_page(const std::filesystem::path& draft, const std::vector<ReviewedText>& texts,
                       const std::vector<DraftReport>& drafts, const MapGround& ground,
                       const std::string& table);

}  // namespace incidentmap
