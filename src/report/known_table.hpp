// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/columns.hpp"
#include "report/report.hpp"

namespace incidentmap {

/// A table that many people publish in one form (tables/known_columns.csv): which of its columns is what, and
/// what its codes of precision mean (tables/known_precisions.csv), which are kept and never improved.
class KnownTable {
  public:
    /// The table that has these columns; nothing where it is none of those known.
    static std::optional<KnownTable> of(const std::vector<std::string>& columns);

    /// The names of the columns, where a first row is one of a table that comes without a header. \throws
    /// Error where it is one that holds no events
    static std::vector<std::string> names_for(const std::vector<std::string>& first_row);

    const std::string& name() const { return m_name; }
    const ColumnMap& map() const { return m_map; }
    std::size_t known() const { return m_known; }

    /// Whether the row tells of what is no incident, by its code: a meeting, a statement.
    bool leaves_out(const std::vector<std::string>& row) const;

    /// Puts into the report's cells what the codes of the row say: which area is meant, how far about the
    /// position, how many days, what happened; and what is the same in all rows of the table.
    void apply(const std::vector<std::string>& row, Report& report) const;

  private:
    void read_columns(const std::vector<std::string>& columns);
    bool read_further(std::string_view ours, std::size_t index);
    void join_columns(const std::map<std::string_view, std::size_t>& parts);
    void apply_nothing(const std::vector<std::string>& row, Report& report) const;
    void apply_place(const std::vector<std::string>& row, Report& report) const;
    void apply_date(const std::string& code, Report& report) const;
    void apply_event(const std::vector<std::string>& row, Report& report) const;
    void apply_constants(Report& report) const;

    struct Nothing {
        std::size_t from;
        ReportColumn column;
        std::vector<std::string> words;
    };

    std::string m_name;
    ColumnMap m_map;
    std::size_t m_known = 0;
    std::optional<std::size_t> m_place_code;
    std::optional<std::size_t> m_vicinity_code;
    std::optional<std::size_t> m_date_code;
    std::optional<std::size_t> m_event_code;
    std::vector<ReportColumn> m_lists;  ///< whose cells hold several values with semicolons between
    std::vector<Nothing> m_nothing;
    /// Cells that go into a column of ours besides: behind what it has, or where the event's code is that.
    struct Further {
        std::size_t from;
        ReportColumn column;
        std::string only_for;  ///< empty: always
    };
    std::vector<Further> m_further;
};

}  // namespace incidentmap
