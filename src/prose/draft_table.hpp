// SPDX-License-Identifier: MIT
/// The table of drafts, which a person reads and mends.
#pragma once

#include <string>
#include <vector>

#include "prose/draft_report.hpp"

namespace incidentmap {

/// The columns of a table of drafts, in their order: those about the draft, then all of a report's.
std::vector<std::string> draft_columns();

/// The cells of a draft, in the order of those columns.
std::vector<std::string> draft_cells(const DraftReport& draft);

/// The table as CSV (RFC 4180), with its header.
std::string drafts_csv(const std::vector<DraftReport>& drafts);

/// One JSON object a line.
std::string drafts_jsonl(const std::vector<DraftReport>& drafts);

/// The sums over time as CSV.
std::string aggregates_csv(const std::vector<Aggregate>& aggregates);

/// The rows of a table that a person has settled (whatever their status, but for `draft`), as they stand.
/// \throws Error where the file is there and is no table of drafts
std::vector<DraftReport> settled_drafts(const std::string& path);

/// What a person settled stands as it is; the drafts that were made anew stand beside it, where the same one
/// is not settled already. In the order of the text file, then as they come.
std::vector<DraftReport> with_settled(std::vector<DraftReport> drafts, std::vector<DraftReport> settled);

}  // namespace incidentmap
