// SPDX-License-Identifier: MIT
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "layer/schema.hpp"

using namespace incidentmap;

namespace {

std::string type_name(ColumnType type) {
    switch (type) {
        case ColumnType::text:
            return "TEXT";
        case ColumnType::integer:
            return "INTEGER";
        case ColumnType::real:
            return "REAL";
        case ColumnType::date:
            return "DATE";
        case ColumnType::datetime:
            return "DATETIME";
        default:
            return "?";
    }
}

std::string escaped(const std::string& text) {
    std::string out;
    for (char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

std::string line_of(const LayerColumn& column) {
    const std::string domain = column.domain.empty() ? "" : "`" + column.domain + "`";
    return "| `" + column.name + "` | " + column.title + " | " + type_name(column.type) + " | " +
           column.unit + " | " + domain + " | " + escaped(column.description) + " |";
}

/// The lines of each section of the documentation, by its heading.
std::map<std::string, std::vector<std::string>> sections() {
    std::ifstream file(std::string(INCIDENTMAP_SOURCE_DIR) + "/docs/columns.md");
    REQUIRE(file);
    std::map<std::string, std::vector<std::string>> found;
    std::string heading;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("#")) {
            heading = line;
        } else if (!line.empty()) {
            found[heading].push_back(line);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("docs/columns.md has each layer as the schema has it, line by line") {
    auto documented = sections();
    for (LayerId id : all_layers) {
        const LayerSchema& schema = layer_schema(id);
        INFO(schema.name);
        CHECK(schema.id == id);
        std::vector<std::string> expected{schema.description,
                                          "| column | title | type | unit | domain | description |",
                                          "|---|---|---|---|---|---|"};
        for (const LayerColumn& column : schema.columns) expected.push_back(line_of(column));
        CHECK(documented["## " + schema.name] == expected);
    }
}

TEST_CASE("docs/columns.md lists the layers in their order, with their titles and geometries") {
    std::vector<std::string> expected{"| layer | title | geometry |", "|---|---|---|"};
    for (LayerId id : all_layers) {
        const LayerSchema& schema = layer_schema(id);
        std::string geometry = "none";
        if (schema.geometry == GeometryType::point) geometry = "Point";
        if (schema.geometry == GeometryType::multi_line) geometry = "MultiLineString";
        if (schema.geometry == GeometryType::multi_polygon) geometry = "MultiPolygon";
        expected.push_back("| [`" + schema.name + "`](#" + schema.name + ") | " + schema.title + " | " +
                           geometry + " |");
    }
    std::vector<std::string> table;
    auto documented = sections();
    for (const std::string& line : documented["## What holds for all"]) {
        if (line.starts_with("|")) table.push_back(line);
    }
    CHECK(table == expected);
}

TEST_CASE("docs/columns.md has each closed list as the schema has it") {
    auto documented = sections();
    for (const Domain& domain : layer_domains()) {
        std::vector<std::string> expected{"| value | means |", "|---|---|"};
        for (const auto& entry : domain.entries)
            expected.push_back("| `" + entry.value + "` | " + entry.label + " |");
        std::vector<std::string> table;
        for (const std::string& line : documented["### " + domain.name]) {
            if (line.starts_with("|")) table.push_back(line);
        }
        INFO(domain.name);
        CHECK(table == expected);
    }
}

TEST_CASE("Each column's closed list exists, and titles and names are unique in a layer") {
    std::set<std::string> domains;
    for (const Domain& domain : layer_domains()) domains.insert(domain.name);
    std::set<std::string> used;
    for (LayerId id : all_layers) {
        std::set<std::string> names;
        std::set<std::string> titles;
        for (const LayerColumn& column : layer_schema(id).columns) {
            INFO(layer_schema(id).name << "." << column.name);
            CHECK(names.insert(column.name).second);
            CHECK(titles.insert(column.title).second);
            if (column.domain.empty()) continue;
            CHECK(domains.count(column.domain) == 1);
            used.insert(column.domain);
        }
    }
    CHECK(used == domains);
}

TEST_CASE("The input's own columns keep their headers, but never take one of ours") {
    const std::vector<std::string> headers{"note", "Killed", "killed", "fid",  "",
                                           " ",    "note",   "Nöte",   "a\"b", "Remarks "};
    CHECK(extra_column_names(headers) == std::vector<std::string>{"note", "Killed_2", "killed_3", "fid_2",
                                                                  "column", "column_2", "note_2", "Nöte",
                                                                  "a\"b", "Remarks"});
    CHECK(columns_with_extra(LayerId::attacks, headers).size() ==
          layer_schema(LayerId::attacks).columns.size() + 10);
    CHECK(columns_with_extra(LayerId::bases, headers).size() == layer_schema(LayerId::bases).columns.size());
}
