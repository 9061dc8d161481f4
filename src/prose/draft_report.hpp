// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/lon_lat.hpp"
#include "prose/token.hpp"
#include "report/report_column.hpp"

namespace incidentmap {

/// How sure a draft is: `stated` where day and place are both stated of it, `inferred` where one was handed
/// on or followed back, `weak` where one is not known.
enum class Confidence { weak, inferred, stated };

const char* to_string(Confidence confidence);
std::optional<Confidence> confidence_named(std::string_view word);

/// What a cell rests on: words of the text, in code points, or a rule, or both.
struct CellBasis {
    ReportColumn column = ReportColumn::report_id;
    Span words;        ///< empty where only a rule gives it
    std::string rule;  ///< in words for people
};

/// A place of the text that is not the place of the incident, and why.
struct SetAside {
    std::string words;
    Span at;  ///< in code points
    std::string why;
};

/// Where a gazetteer has a place of a draft.
struct DraftPosition {
    LonLat point;
    double uncertainty_m = 0;
};

/// What one place of a text tells of an incident: its own day and place, where it has them.
struct Telling {
    std::optional<EventDate> date;
    std::vector<LonLat> points;  ///< of its places; none where no gazetteer has one, or one is an area
};

/// A draft of a report: the cells, and what each rests on.
struct DraftReport {
    std::string draft_id;
    std::string status = "draft";  ///< draft, confirmed, changed, rejected or added
    Confidence confidence = Confidence::weak;
    std::string why;
    std::string quote;  ///< at most 25 words
    Span quote_at;      ///< in code points
    std::string text_file;
    std::string text_sha256;
    std::string date_basis;
    std::array<std::string, report_column_count> cells;
    std::vector<CellBasis> bases;
    std::vector<SetAside> set_aside;
    std::optional<DraftPosition> at;  ///< for a map to review it on; no cell rests on it
    std::optional<DraftPosition> launched_at;
    std::vector<Telling> tellings;  ///< what was brought together in it; no cell rests on it
    std::vector<std::string> row;   ///< of one that a person settled: its cells as they stand in the table

    const std::string& operator[](ReportColumn column) const {
        return cells[static_cast<std::size_t>(column)];
    }
    std::string& operator[](ReportColumn column) { return cells[static_cast<std::size_t>(column)]; }
};

/// What a text says of many incidents at once; kept beside the drafts.
struct Aggregate {
    std::string text_file;
    std::string why;
    std::string quote;
    Span at;  ///< in code points
};

}  // namespace incidentmap
