// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace incidentmap {

/// What a column holds. `date` is `2020-07-27`, `datetime` is `2020-07-27T18:00:00.000Z`, both bound as text;
/// `boolean` is bound as the integer 0 or 1.
enum class ColumnType { text, integer, real, boolean, date, datetime, blob };

/// The one kind of geometry that a table's features have.
enum class GeometryType { point, multi_line, multi_polygon };

/// A column of another table to whose values a column refers: the primary key, or one that is `unique`. A
/// value that the other table does not have makes the file invalid.
struct ColumnReference {
    std::string table;
    std::string column;
};

/// One column of a table, as the file and its readers are told of it.
struct ColumnSpec {
    std::string name = {};
    ColumnType type = ColumnType::text;
    std::string title = {};        ///< words for people; empty where the name will do
    std::string description = {};  ///< a sentence, with the unit
    std::string domain = {};       ///< the name of the closed list its values come from; or empty
    bool unique = false;           ///< no value twice; checked when the table is finished
    std::optional<ColumnReference> references = {};  ///< readers make a relation between the tables of it
};

/// One table: features where it has a geometry, else plain attributes.
struct TableSpec {
    std::string name = {};
    std::string identifier = {};  ///< a short title, unique in the file
    std::string description = {};
    std::optional<GeometryType> geometry = {};
    std::vector<ColumnSpec> columns = {};  ///< all but the primary key and the geometry
    std::string primary_key = "fid";       ///< an INTEGER PRIMARY KEY, always the first column
    std::string geometry_column = "geom";
};

/// A closed list of values, with words for each.
struct Domain {
    struct Entry {
        std::string value;
        std::string label;
    };
    std::string name;  ///< in lower case
    std::vector<Entry> entries;
};

/// A document about the file or one of its tables, for example QGIS's layer metadata.
struct Metadata {
    std::string standard_uri;  ///< says what the text is: `http://mrcc.com/qgis.dtd`
    std::string mime_type;     ///< `text/xml`
    std::string text;
    std::string table;  ///< empty for the whole file
};

}  // namespace incidentmap
