// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "table/row.hpp"

class CPLJSONObject;

namespace incidentmap {

/// Records in JSON: an array of objects (`.json`), also as the only array of objects that an object holds
/// (`{"events": [...]}`), or an object or GeoJSON feature a line (`.jsonl`,
/// `.geojsonl`,
/// `.ndjson`). Each name of a member is a column, in the order in which it is first met; members of an object
/// within are `outer.inner`, a list is its texts with ` | ` between. The point of a feature is `longitude`
/// and `latitude`, where the record has none. What is no record is told as a problem of the next row, or a
/// note.
class JsonTable {
  public:
    /// True for an array of objects, and for an object that is no GeoJSON, neither of which GDAL reads; false
    /// for GeoJSON and what is no JSON.
    static bool holds_records(const std::string& path);

    /// \param lines a record a line. \throws Error where it cannot be read or holds no record
    JsonTable(const std::string& path, bool lines);

    const std::vector<std::string>& columns() const { return m_columns; }
    const std::vector<std::string>& notes() const { return m_notes; }

    /// The next row, valid until the next call; null at the end.
    const Row* next();

    /// Records name their columns themselves.
    std::int64_t header_found() const { return 0; }

  private:
    void add_text(const std::string& text, std::int64_t number);
    void add(const CPLJSONObject& record, std::int64_t number);

    std::vector<std::string> m_columns;
    std::unordered_map<std::string, std::size_t> m_index;  ///< of the columns, by name
    std::vector<Row> m_rows;
    std::vector<std::string> m_notes;
    std::size_t m_at = 0;
};

}  // namespace incidentmap
