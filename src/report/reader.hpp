// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/hash.hpp"
#include "report/report.hpp"
#include "table/table.hpp"

namespace incidentmap {

struct InputOptions {
    TableOptions table;
    std::map<std::string, std::string> column_names;  ///< of --map: ours to theirs
};

/// Reads the reports of one input, row by row, in constant memory. RowWriter are not read yet: see
/// read_cells().
class ReportReader {
  public:
    /// \throws Error, UsageError as Table::open() and map_columns() do.
    ReportReader(const std::string& path, const InputOptions& options);

    /// The input's name for people: its file name without the folder, or `standard input`.
    const std::string& name() const { return m_name; }
    const ColumnMap& columns() const { return m_map; }

    /// The names of the columns that are not ours, in the input's order; Report::further has their cells.
    const std::vector<std::string>& extra_columns() const { return m_extra; }

    /// As Table::bytes_read().
    std::optional<std::int64_t> bytes_read() const { return m_table.bytes_read(); }

    /// The next report, the caller's to change until the next call; null at the end.
    Report* next();

  private:
    std::string m_name;
    Table m_table;
    ColumnMap m_map;
    std::vector<std::string> m_extra;
    std::vector<ReportColumn> m_absent;  ///< our columns that the input does not have
    Report m_report;
};

/// Gives reports and incidents that have no id of their own one that is made from the row's content, so that
/// it is the same in every build: `r-0123456789abcdef`, and `r-0123456789abcdef-2` for the second identical
/// row.
class IdMaker {
  public:
    void fill_ids(Report& report);

  private:
    std::map<Hash128, int> m_seen;
};

}  // namespace incidentmap
