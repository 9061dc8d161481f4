// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "table/csv.hpp"

/// The rows of one of the tables of published tables: `known_columns`, `known_precisions` …
inline std::vector<std::vector<std::string>> known_table_rows(const std::string& name) {
    incidentmap::CsvReader reader(std::string(INCIDENTMAP_SOURCE_DIR) + "/src/report/tables/" + name + ".csv",
                                  1);
    std::vector<std::vector<std::string>> rows;
    while (const incidentmap::Row* row = reader.next()) rows.push_back(row->cells);
    return rows;
}
