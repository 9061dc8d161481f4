// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "layer/column_table.hpp"
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

const std::string path = std::string(INCIDENTMAP_SOURCE_DIR) + "/docs/columns.md";

std::string content() {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::string geometry_name(const LayerSchema& schema) {
    if (schema.geometry == GeometryType::point) return "Point";
    if (schema.geometry == GeometryType::multi_line) return "MultiLineString";
    if (schema.geometry == GeometryType::multi_polygon) return "MultiPolygon";
    return "none";
}

std::string layer_list() {
    std::string text = "| layer | title | geometry |\n|---|---|---|\n";
    for (LayerId id : all_layers) {
        const LayerSchema& schema = layer_schema(id);
        text += "| [`" + schema.name + "`](#" + schema.name + ") | " + schema.title + " | " +
                geometry_name(schema) + " |\n";
    }
    return text + "\n";
}

std::string layer_sections() {
    std::string text;
    for (LayerId id : all_layers) {
        const LayerSchema& schema = layer_schema(id);
        text += "## " + schema.name + "\n\n" + schema.description +
                "\n\n| column | title | type | unit | domain | description |\n|---|---|---|---|---|---|\n";
        for (const LayerColumn& column : schema.columns) text += line_of(column) + "\n";
        text += "\n";
    }
    return text;
}

std::string value_list(const Domain& domain) {
    std::string text = "| value | means |\n|---|---|\n";
    for (const auto& entry : domain.entries) text += "| `" + entry.value + "` | " + entry.label + " |\n";
    return text + "\n";
}

/// \p text with what stands from the first \p begin up to the next \p end behind it replaced; \p end stays.
std::string replaced(const std::string& text, const std::string& begin, const std::string& end,
                     const std::string& by) {
    const std::size_t from = text.find(begin);
    INFO(begin);
    REQUIRE(from != std::string::npos);
    const std::size_t to = text.find(end, from + begin.size());
    INFO(end);
    REQUIRE(to != std::string::npos);
    return text.substr(0, from) + by + text.substr(to);
}

/// The page as the schema has it: what is written by hand stays.
std::string made_from_schema(std::string text) {
    text = replaced(text, "| layer | title | geometry |\n", "`reports.incident_id`", layer_list());
    text = replaced(text, "## " + layer_schema(all_layers.front()).name + "\n", "## Base map\n",
                    layer_sections());
    for (const Domain& domain : layer_domains()) {
        const std::string heading = "### " + domain.name + "\n";
        const std::size_t section = text.find(heading);
        INFO(domain.name);
        REQUIRE(section != std::string::npos);
        const std::string rest = text.substr(section);
        const std::size_t table = rest.find("| value | means |\n");
        REQUIRE(table != std::string::npos);
        const std::size_t behind = rest.find("\n\n", table);
        REQUIRE(behind != std::string::npos);
        text = text.substr(0, section) + rest.substr(0, table) + value_list(domain) + rest.substr(behind + 2);
    }
    return text;
}

}  // namespace

TEST_CASE("docs/columns.md says what the schema says") {
    const std::string there = content();
    const std::string made = made_from_schema(there);
    if (std::getenv("UPDATE_EXPECTED") != nullptr) {
        std::ofstream(path, std::ios::binary) << made;
        return;
    }
    INFO("UPDATE_EXPECTED=1 unit_tests \"docs/columns.md*\" makes it anew");
    CHECK(made == there);
}

TEST_CASE("Each column of the table stands in a layer, under one name") {
    std::set<std::string> used;
    for (LayerId id : all_layers) {
        for (const LayerColumn& column : layer_schema(id).columns) {
            CHECK(ColumnId::named(column.name));
            used.insert(column.name);
        }
    }
    std::set<std::string> known;
    for (const ColumnRow& row : column_table) {
        INFO(row.name);
        CHECK(known.emplace(row.name).second);
        CHECK(used.contains(std::string(row.name)));
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
