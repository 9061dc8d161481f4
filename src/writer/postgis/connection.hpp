// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/shard.hpp"
#include "writer/postgis/connection_text.hpp"

class GDALDataset;

namespace incidentmap {

/// A connection to a PostgreSQL database, through GDAL's driver. SQL that is given to it holds names as
/// quoted_identifier() has them and no values: rows go in with append() and copy_table().
class PostgisConnection {
  public:
    /// A cell as text; nothing where it is NULL.
    using Cell = std::optional<std::string>;

    /// \throws UsageError as read_connection(); Error where this GDAL has no such driver or nobody answers
    explicit PostgisConnection(std::string_view output);
    ~PostgisConnection();
    PostgisConnection(const PostgisConnection&) = delete;
    PostgisConnection& operator=(const PostgisConnection&) = delete;

    const ConnectionText& connection_text() const { return m_text; }

    /// Runs statements that return no rows. \throws Error
    void execute(const std::string& sql);
    /// All rows of a query whose columns have different names. \throws Error
    std::vector<std::vector<Cell>> rows(const std::string& sql);
    /// The first cell of the first row; empty where there is none or it is NULL. \throws Error
    std::string text(const std::string& sql);

    /// One transaction at a time; what is not committed is undone when the connection ends. \throws Error
    void begin();
    void commit();

    /// Adds rows to a table: each has a cell for each of the columns named; bytes in hexadecimal digits.
    /// \throws Error
    void append(const std::string& schema, const std::string& table, const std::vector<std::string>& columns,
                const std::vector<std::vector<Cell>>& rows);

    /// Adds all rows of a GeoPackage's table to one of the same columns in the same order, by COPY, with the
    /// numbers that they have there, or such as no other shard has. \throws Error
    void copy_table(const std::filesystem::path& geopackage, const std::string& from,
                    const std::string& schema, const std::string& table, const Shard& shard);

  private:
    void check(bool is_done, const std::string& message, const std::string& doing) const;
    [[noreturn]] void fail(const std::string& message, const std::string& doing) const;

    struct Closer {
        void operator()(GDALDataset* dataset) const noexcept;
    };
    ConnectionText m_text;
    std::unique_ptr<GDALDataset, Closer> m_dataset;
    bool m_in_transaction = false;
};

}  // namespace incidentmap
