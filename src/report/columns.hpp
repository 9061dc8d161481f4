// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report_column.hpp"

namespace incidentmap {

/// How several columns of an input are one of ours.
enum class JoinRule {
    day_parts,        ///< year, month, day: `2020-07-27`, `2020-07`
    span,             ///< first and last day: `2020-07-24/2020-07-27`
    bounds,           ///< best, least and greatest number: `2 (1-4)`
    toll,             ///< killed and injured in words: `1 killed, 15 wounded`
    longitude_first,  ///< a pair in a column that names the longitude first
    kilometres,       ///< a length without a unit
    miles,
    two_tolls,  ///< killed and injured in their order: `1/15`
};

/// One of our columns that is made of several of the input.
struct JoinedColumn {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    ReportColumn column;
    JoinRule rule;
    std::vector<std::size_t>
        from;  ///< which columns of the input, in the rule's order; `none` where there is none
};

/// Columns that each count some of those killed or injured, where none counts all.
struct PartColumns {
    ReportColumn people;               ///< killed or injured
    std::vector<std::size_t> columns;  ///< of the input, in order
};

/// Which column of an input is read as what.
struct ColumnMap {
    std::vector<std::optional<ReportColumn>> read_as;  ///< for each input column; nothing: carried through
    std::vector<std::string> input;                    ///< the input's own names
    std::vector<JoinedColumn> joined{};                ///< those of `read_as` that are no column alone
    std::vector<PartColumns> parts{};                  ///< carried through; no count of all
    std::vector<std::size_t> codes{};                  ///< carried through, and their codes are read too
    bool is_known_table = false;                       ///< its columns are those of a published table

    std::optional<std::size_t> index_of(ReportColumn column) const;
    /// The input's own name of a column (`Year + Month + Day` of one made of several), or ours where it has
    /// none.
    std::string name_of(ReportColumn column) const;
    bool is_joined(std::size_t input_column) const;
    /// Killed or injured, where the column is one of those that each count some of them.
    std::optional<ReportColumn> counts_some_of(std::size_t input_column) const;
};

/// Knows the columns of an input in any order, case and writing (`Event date`, `event-date`, `EVENT_DATE`):
/// by \p asked (`place` to `Town`), by our own names, by the names that people use in eight languages
/// (tables/column_names.csv: the best rank first, so that a city goes before a target), and last by a word of
/// a longer header (`Number Dead`). Year, month and day, a first and a last day, a least and a greatest
/// number are one column together. Of several that each count some of the dead (`Deaths Civilians`, `Deaths
/// Soldiers`) none is read as the count of all. A `title` with neither publisher, day, address nor source
/// beside it is the incident's. \throws UsageError where \p asked names a column that the input or we do not
/// have; Error where there is nothing to say where, unless \p needs_place is false: the message lists the
/// columns found.
ColumnMap map_columns(const std::string& file, const std::vector<std::string>& input,
                      const std::map<std::string, std::string>& asked, bool needs_place = true);

/// How many of the names are columns that we know: to see which row of a table names its columns.
std::size_t known_columns(const std::vector<std::string>& names);

/// Whether a column of the input says how coarse each row is published (docs/publish.md).
bool is_publish_column(std::string_view name);

/// One line for people: `place ← Town, event_date ← Year + Month + Day; not recognised, kept as they are:
/// Remarks (…)`. Columns whose codes a published table says how to
/// read, and `publish`, are none of those.
std::string to_text(const ColumnMap& map);

}  // namespace incidentmap
