// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/finding.hpp"
#include "core/lon_lat.hpp"
#include "core/progress.hpp"
#include "locate/resolver.hpp"
#include "table/table.hpp"

namespace incidentmap {

/// Which columns of a table say where.
struct ResolveTableOptions {
    std::string path;                         ///< whatever Table::open() reads; `-` for CSV on standard input
    std::string column;                       ///< the localities
    std::string country_column;               ///< empty: none
    std::vector<std::string> parent_columns;  ///< province, district …: each must hold where it is filled
    std::string country;  ///< for rows whose own country is empty, or that have no such column
    std::optional<LonLat> near;
    TableOptions table;
};

/// How often each answer was given.
struct ResolveTableCounts {
    std::int64_t rows = 0;
    std::array<std::int64_t, 4> by_status{};  ///< by Status
};

/// What is told while a table is answered.
struct ResolveTableReporter {
    std::function<void(const std::string&)> say;  ///< columns that are called otherwise
    std::function<void(const Finding&)> finding;  ///< rows that could not be read well, the first 20
    std::function<void(const Progress&)> progress;
};

/// The table with what its localities come to beside them, as CSV (UTF-8, commas, LF): all its columns as
/// they are, then `status, place_name, place_id, country, admin1, lon, lat, uncertainty_m, score, because,
/// alternatives`. A row in is a row out, in order. An added column whose name the table has already is called
/// `found_NAME`. \param write takes the text piece by piece \throws UsageError where the table has
/// no such column; Error where it cannot be read
ResolveTableCounts resolve_table(const ResolveTableOptions& options, Resolver& resolver,
                                 const std::function<void(const std::string&)>& write,
                                 const ResolveTableReporter& reporter);

}  // namespace incidentmap
