// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/hash.hpp"
#include "report/input_survey.hpp"
#include "report/known_table.hpp"
#include "report/report.hpp"
#include "table/table.hpp"

namespace incidentmap {

struct InputOptions {
    TableOptions table{{}, 0, {}};                    ///< the row of the header is found
    std::map<std::string, std::string> column_names;  ///< of --map: ours to theirs
    std::map<std::string, std::string>
        assumed{};                 ///< of --assume: what stands in our column where it is empty
    bool with_drafts = false;      ///< of a table of drafts also those that nobody has settled
    bool use_known_tables = true;  ///< ACLED's and others' exports are read as what they are
    bool needs_place = true;       ///< a table without a column for the place is an error
};

/// Reads the reports of one input, row by row, in constant memory. Cells are not read yet: see
/// read_cells().
class ReportReader {
  public:
    /// \throws Error, UsageError as Table::open() and map_columns() do.
    ReportReader(const std::string& path, const InputOptions& options);

    /// The input's name for people: its file name without the folder, or `standard input`.
    const std::string& name() const { return m_name; }
    const ColumnMap& columns() const { return m_map; }

    /// The names of the columns that are not ours, in the input's order; Report::extra has their cells.
    const std::vector<std::string>& extra_columns() const { return m_extra; }

    /// As Table::bytes_read().
    std::optional<std::int64_t> bytes_read() const { return m_table.bytes_read(); }

    /// The next report, the caller's to change until the next call; null at the end. Rows of HXL tags under
    /// the header, and rows of totals, are no reports; of a table of drafts (`draft_id`, `status`) those are
    /// that a person confirmed, changed or added.
    Report* next();

    /// The cells of the last report as the table has them, in the order of columns().input; valid until the
    /// next call of next().
    std::span<const std::string> raw_cells() const { return m_raw; }

    /// The published table that this is one of, such as `ACLED`; null where it is none.
    const KnownTable* known_table() const { return m_known ? &*m_known : nullptr; }

    /// As Table::header_found().
    std::int64_t header_found() const { return m_table.header_found(); }

    /// What was noticed of the file before its rows are read: sentences for people.
    std::vector<std::string> notes() const;

    /// What was noticed on the way, once all is read.
    const InputSurvey& survey() const { return m_survey; }

  private:
    /// Of a table of drafts: what a row is to this reader.
    enum class Standing { settled, draft, left_out };

    bool is_no_report(const Row& row);
    Standing standing_of(const Row& row) const;
    void take_cells(const Row& row);

    std::string m_name;
    Table m_table;
    std::optional<KnownTable> m_known;
    ColumnMap m_map;
    std::vector<std::pair<ReportColumn, std::string>> m_assumed;
    std::vector<std::string> m_extra;
    std::vector<ReportColumn> m_absent;         ///< our columns that the input does not have
    std::vector<char> m_is_joined;              ///< by column of the input
    std::optional<std::size_t> m_draft_status;  ///< the column, of a table of drafts
    bool m_with_drafts = false;
    std::int64_t m_rows = 0;
    std::span<const std::string> m_raw;
    InputSurvey m_survey;
    Report m_report;
};

/// Gives reports and incidents that have no id of their own one that is the same in every build: an incident
/// `i-7` from its report's id `7`, else both one that is made from the row's content, `r-0123456789abcdef`.
/// The second identical row gets `r-0123456789abcdef-2`, the second report of that id `i-7-2`.
class IdMaker {
  public:
    void fill_ids(Report& report);

  private:
    std::map<Hash128, int> m_seen;
};

}  // namespace incidentmap
