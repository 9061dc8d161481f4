// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "geodesy/shapes.hpp"
#include "geopackage/database.hpp"
#include "layer/schema.hpp"
#include "stored/build_entry.hpp"

namespace incidentmap {

/// A row of one of the tables of a build, by the names of its columns. A column that the file lacks, as
/// earlier versions did not write it, reads as null.
class StoredRow {
  public:
    using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

    StoredRow() = default;
    StoredRow(std::shared_ptr<const std::vector<std::string>> names, std::vector<Cell> cells,
              Geometry geometry)
        : m_names(std::move(names)), m_cells(std::move(cells)), m_geometry(std::move(geometry)) {}

    /// The cell as text, numbers in the fewest digits; empty for null.
    std::string text(std::string_view column) const;
    /// Nothing for null and for text.
    std::optional<double> number(std::string_view column) const;
    /// None in a table.
    const Geometry& geometry() const { return m_geometry; }

    /// The names of all columns but `fid` and `geom`, in their order; extra columns of the input too.
    const std::vector<std::string>& names() const;
    const std::vector<Cell>& cells() const { return m_cells; }

  private:
    const Cell* find(std::string_view column) const;

    std::shared_ptr<const std::vector<std::string>> m_names;
    std::vector<Cell> m_cells;
    Geometry m_geometry;
};

/// The rows of one table, one after the other.
class StoredRows {
  public:
    StoredRows(Statement statement, std::shared_ptr<const std::vector<std::string>> names,
               std::vector<ColumnType> types)
        : m_statement(std::move(statement)), m_names(std::move(names)), m_types(std::move(types)) {}

    /// Nothing after the last one.
    std::optional<StoredRow> next();

  private:
    Statement m_statement;
    std::shared_ptr<const std::vector<std::string>> m_names;
    std::vector<ColumnType> m_types;  ///< by column; a blob is the geometry
};

/// How many rows have the same values.
struct CountedValues {
    std::vector<std::string> values;  ///< as StoredRow::text() has them
    std::int64_t count = 0;
};

/// A GeoPackage that a build wrote, open for reading.
class BuildFile {
  public:
    /// \throws Error in one sentence where there is no such file, or no build of ours wrote it
    explicit BuildFile(const std::filesystem::path& path);

    /// For people: the file's name without its folder.
    std::string name() const { return m_database.path().filename().string(); }
    const std::string& build_id() const { return m_build_id; }
    const std::filesystem::path& path() const { return m_database.path(); }

    /// The table `build`, in its order.
    const std::vector<BuildEntry>& entries() const { return m_entries; }

    /// Of the table `build`; empty where there is none.
    std::string value(std::string_view section, std::string_view name) const;

    /// A count of the table `build` (`incidents`, `resolved` …); 0 where there is none.
    std::int64_t count(std::string_view name) const;

    /// False for a layer that the build left out.
    bool has(LayerId layer);

    /// The columns of a layer but `fid` and the geometry, in their order; none where it was left out.
    std::vector<std::string> column_names(LayerId layer);

    /// 0 where it was left out.
    std::int64_t row_count(LayerId layer);

    /// The rows of a layer whose \p column is \p value, in the order of the build; none where it was left
    /// out.
    std::vector<StoredRow> rows(LayerId layer, std::string_view column, std::string_view value);

    /// All rows of a layer in the order of the build, with these columns alone and the geometry; a column
    /// that the file lacks reads as null. Nothing where the layer was left out.
    std::optional<StoredRows> in_order(LayerId layer, const std::vector<std::string_view>& columns);

    /// All rows of a layer, by \p column in the order of its bytes, then in the order of the build. Nothing
    /// where it was left out.
    std::optional<StoredRows> all(LayerId layer, std::string_view order_by);

    /// How many rows of a layer have which values of these columns, in the order of the values; nothing where
    /// the layer was left out. Of a column that the file lacks the values are empty.
    std::vector<CountedValues> counts_by(LayerId layer, const std::vector<std::string_view>& columns);

    /// The least text of one column and the greatest of another; nothing where there is none, or the layer
    /// was left out.
    std::optional<std::pair<std::string, std::string>> span_of(LayerId layer, std::string_view least,
                                                               std::string_view greatest);

    /// Calls \p take with each text of a column that is not null.
    void each_text(LayerId layer, std::string_view column, const std::function<void(std::string_view)>& take);

  private:
    struct Table {
        std::shared_ptr<const std::vector<std::string>> names;
        std::vector<ColumnType> types;
        std::string select;
        bool has_column(std::string_view name) const;
    };
    const std::optional<Table>& table(LayerId layer);
    std::optional<Table> read_table(LayerId layer);

    Database m_database;
    bool m_has_counts = false;  ///< GDAL's table of how many rows each layer has
    std::string m_build_id;
    std::vector<BuildEntry> m_entries;
    std::array<std::optional<std::optional<Table>>, layer_count> m_tables;  ///< those that were looked at
};

/// The columns of a row of `reports` that hold the input's own words, further ones of the input too, in their
/// order: neither ids, nor where it stands, nor what the program made of it.
std::vector<std::string> own_columns(const StoredRow& report);

/// The GeoPackage that was meant: the file, or the only one (else `incidents.gpkg`) in the folder.
/// \throws Error where there is none, or several and none is meant
std::filesystem::path build_file_path(const std::filesystem::path& asked);

}  // namespace incidentmap
