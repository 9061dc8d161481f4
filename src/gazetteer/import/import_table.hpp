// SPDX-License-Identifier: MIT
/// A table whose columns are asked for by name; for the importers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/import/import_log.hpp"
#include "table/table.hpp"

namespace incidentmap {

/// A number as a table has it (`44.4009`, `+3`), nothing where the text is not wholly one or is not finite.
std::optional<double> number_in(std::string_view text);
/// The same for whole numbers; `932,800` and `932 800` are read too.
std::optional<std::int64_t> whole_number_in(std::string_view text);

/// A table at its current row.
class ImportTable {
  public:
    /// \param path as shown to people
    ImportTable(std::string path, Table table);

    /// Whether there is such a column. Names are compared without case, spaces as underscores; `|` parts
    /// synonyms: `latitude|lat`.
    bool has(std::string_view names) const { return column(names).has_value(); }

    /// Moves on to the next row, telling what reading it noticed; false at the end.
    bool next(ImportLog& log);

    /// The cell without white space at its ends; empty where there is no such column. Valid until next.
    std::string_view cell(std::string_view names) const;
    /// The number of a cell; nothing where it is empty, and nothing, told, where it is no number, or is
    /// negative.
    std::optional<double> size_in(std::string_view names, ImportLog& log) const;
    /// The position of the columns latitude and longitude; nothing, told as a bad row, where they hold none.
    std::optional<LonLat> position(ImportLog& log) const;

    /// ISO 3166-1 alpha-2 in capitals; empty, told, where the cell holds something else.
    std::string country(ImportLog& log) const;

    InputPosition at() const { return {m_path, m_row == nullptr ? 0 : m_row->number}; }
    const std::string& path() const { return m_path; }

    static constexpr std::string_view latitude = "latitude|lat|latitude_deg";
    static constexpr std::string_view longitude = "longitude|lon|lng|long|longitude_deg";

  private:
    std::optional<std::size_t> column(std::string_view names) const;
    std::optional<double> degrees(std::string_view names, const char* what, double most,
                                  ImportLog& log) const;

    std::string m_path;
    Table m_table;
    std::vector<std::string> m_columns;
    const Row* m_row = nullptr;
};

}  // namespace incidentmap
