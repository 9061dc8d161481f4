// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/count.hpp"
#include "core/date.hpp"
#include "core/finding.hpp"
#include "core/lon_lat.hpp"
#include "report/columns.hpp"
#include "table/row.hpp"

namespace incidentmap {

/// A position that a report gives in numbers.
struct GivenPosition {
    LonLat position;
    double uncertainty_m = 0;
    bool uncertainty_stated = false;  ///< false: drawn from the decimals written
};

/// The codes of precision that a published table gives a row in a scheme that our layers have too; 0: none.
struct StatedPrecision {
    int geo_precision = 0;   ///< ACLED's, of the place
    int where_prec = 0;      ///< UCDP's, of the place
    int time_precision = 0;  ///< ACLED's, of the date
};

/// One source's account of one incident: a row of a report table. `cells` are the row's own words, in the
/// order of report_columns(); the members after it are what was read from them.
struct Report {
    static constexpr std::size_t no_source = static_cast<std::size_t>(-1);

    std::string file;      ///< the input's name, for findings
    std::int64_t row = 0;  ///< as a spreadsheet shows it
    std::array<std::string, report_column_count> cells;
    std::vector<std::string> extra;  ///< the cells of columns that are not ours, as they were

    std::optional<EventDate> event_date;
    Count weapon_count;
    Count killed;
    Count injured;
    std::vector<std::string> places;  ///< the localities to look up; empty where only a position is given
    std::vector<std::string> launch_places;
    std::optional<GivenPosition> position;
    std::optional<GivenPosition> launch_position;
    std::vector<Finding> findings;             ///< what could not be read; the rest of the row goes on
    std::size_t source = no_source;            ///< index into Sources::all(), once it was looked up
    std::vector<std::size_t> further_sources;  ///< where the report names several: all but the first
    std::string further_source_ids;            ///< their ids, separated by ` | `
    StatedPrecision stated_precision;
    bool is_draft = false;  ///< of a table of drafts, and nobody has settled it

    const std::string& operator[](ReportColumn column) const {
        return cells[static_cast<std::size_t>(column)];
    }
    std::string& operator[](ReportColumn column) { return cells[static_cast<std::size_t>(column)]; }
};

/// Notes something about a cell of the report.
void add_finding(Report& report, std::string code, Severity severity, ReportColumn column,
                 std::string sentence);

/// Our own name of a column.
std::string_view name_of(ReportColumn column);

struct ReadOptions {
    DateOrder date_order = DateOrder::unstated;
};

/// Reads what the cells of a report say: date, counts, positions, places. Each cell that cannot be read is a
/// finding and counts as not stated; the others go on. A position out of range is not used, and says so;
/// where swapping its two numbers would make it valid, that is suggested and never done.
void read_cells(Report& report, const ReadOptions& options);

}  // namespace incidentmap
