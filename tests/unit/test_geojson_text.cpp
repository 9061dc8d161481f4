// SPDX-License-Identifier: MIT
#include <algorithm>
#include <fstream>
#include <string>

#include "catch.hpp"
#include "core/error.hpp"
#include "layer/column_table.hpp"
#include "layer_samples.hpp"
#include "writer/geojson_text.hpp"

using namespace incidentmap;

namespace {

std::string written(const Geometry& geometry) {
    std::string out;
    append_geojson(out, geometry);
    return out;
}

}  // namespace

TEST_CASE("GeoJSON geometries have six decimals, and what is empty is null") {
    CHECK(written(LonLat{44.123456789, -33.5}) == R"({"type":"Point","coordinates":[44.123457,-33.5]})");
    CHECK(written(LonLat{-0.0000001, 0}) == R"({"type":"Point","coordinates":[0,0]})");
    CHECK(written(MultiLine{{{{179, 1}, {180, 1}}, {{-180, 1}, {-179, 1}}}}) ==
          R"({"type":"MultiLineString","coordinates":[[[179,1],[180,1]],[[-180,1],[-179,1]]]})");
    const MultiPolygon area{{Polygon{{{0, 0}, {3, 0}, {0, 3}, {0, 0}}, {{{1, 1}, {1, 2}, {2, 1}, {1, 1}}}}}};
    CHECK(written(area) ==
          R"({"type":"MultiPolygon","coordinates":[[[[0,0],[3,0],[0,3],[0,0]],[[1,1],[1,2],[2,1],[1,1]]]]})");
    CHECK(written(std::monostate{}) == "null");
    CHECK(written(MultiPolygon{}) == "null");
    CHECK(written(MultiLine{}) == "null");
}

TEST_CASE(
    "GeoJSON of what the program draws has five decimals, but six at the ends of lines and in small areas") {
    std::string out;
    append_geojson(out, MultiLine{{{{1.123456, 2}, {3.123456, 4}, {5.123456, 6}}}}, 5);
    CHECK(out == R"({"type":"MultiLineString","coordinates":[[[1.123456,2],[3.12346,4],[5.123456,6]]]})");
    const auto square = [](double side) {
        return MultiPolygon{
            {Polygon{{{1.123456, 2}, {1.123456 + side, 2}, {1.123456 + side, 2 + side}, {1.123456, 2}}, {}}}};
    };
    out.clear();
    append_geojson(out, square(1), 5);
    CHECK(out ==
          R"({"type":"MultiPolygon","coordinates":[[[[1.12346,2],[2.12346,2],[2.12346,3],[1.12346,2]]]]})");
    out.clear();
    append_geojson(out, square(0.0005), 5);
    CHECK(out.find("[1.123956,2.0005]") != std::string::npos);
}

TEST_CASE("A GeoJSON feature has the core without nulls, all with them, or the columns that are named") {
    const Geometry nowhere;
    std::vector<Value> values(layer_schema(LayerId::attacks).columns.size());
    values[0] = "i-1:1";
    values[1] = "i-1";
    values.back() = "my notes";
    values.emplace_back("my remark");
    const auto with = [&](const std::string& columns) {
        std::string out;
        GeoJsonText(LayerId::attacks, std::vector<std::string>{"Remarks"}, ColumnChoice(columns))
            .append(out, {LayerId::attacks, nowhere, values}, false);
        return out.substr(out.find("\"properties\""));
    };
    CHECK(with("core") == R"("properties":{"feature_id":"i-1:1","incident_id":"i-1"}})");
    CHECK(
        with("core,notes, Remarks") ==
        R"("properties":{"feature_id":"i-1:1","incident_id":"i-1","notes":"my notes","Remarks":"my remark"}})");
    CHECK(with("notes") == R"("properties":{"notes":"my notes"}})");
    CHECK(with("method") == R"("properties":{}})");
    std::string first;
    GeoJsonText(LayerId::attacks, {}, {}).append(first, {LayerId::attacks, nowhere, values}, true);
    CHECK(first.find(R"("weapon":null)") != std::string::npos);
    CHECK(first.find(R"("method":null)") == std::string::npos);
    CHECK(with("all").find(R"("method":null)") != std::string::npos);
    CHECK(with("all").find(R"("Remarks":"my remark"}})") != std::string::npos);
}

TEST_CASE("The core is a part of the columns there are, some 35 of attacks, and docs/columns.md lists it") {
    std::ifstream file(std::string(INCIDENTMAP_SOURCE_DIR) + "/docs/columns.md");
    std::string line;
    while (std::getline(file, line) && !line.starts_with("* **GeoJSON holds the core**")) {
    }
    for (const std::string_view name : core_columns()) {
        INFO(name);
        CHECK(ColumnId::named(name).has_value());
        CHECK(line.find("`" + std::string(name) + "`") != std::string::npos);
    }
    const std::size_t held = ColumnChoice().of(LayerId::attacks, {}).size();
    CHECK(held >= 22);
    CHECK(held <= 40);
    CHECK_THROWS_AS(ColumnChoice(""), UsageError);
    CHECK_THROWS_AS(ColumnChoice("core,place_nmae").check({}), UsageError);
    CHECK_NOTHROW(ColumnChoice("because,Remarks").check(std::vector<std::string>{"Remarks"}));
}

TEST_CASE("A GeoJSON feature is one line, with its id, every property, and times without milliseconds") {
    const GeoJsonText text(LayerId::range_rings, {}, ColumnChoice("all"));
    const Geometry nowhere;
    const std::vector<Value> ring{"ring-1", "a \"b\"\n<script>", std::monostate{}, "bases", 20.5};
    const Feature feature{LayerId::range_rings, nowhere, ring};
    std::string out;
    text.append(out, feature, true);
    CHECK(out ==
          "\n"
          R"({"type":"Feature","id":"ring-1","geometry":null,"properties":{"feature_id":"ring-1",)"
          R"("location":"a \"b\"\n\u003cscript\u003e","place_id":null,"around":"bases","radius_km":20.5,)"
          R"("label":null,"latitude":null,"longitude":null,"uncertainty_m":null,"incident_count":null}})");
    out.clear();
    text.append(out, feature, false);
    CHECK(out.starts_with(",\n{"));

    const GeoJsonText attacks(LayerId::attacks, std::vector<std::string>{"Remarks"}, ColumnChoice("all"));
    const auto& columns = layer_schema(LayerId::attacks).columns;
    std::vector<Value> values(columns.size());
    const auto time_from = std::find_if(columns.begin(), columns.end(),
                                        [](const LayerColumn& column) { return column.name == "time_from"; });
    REQUIRE(time_from != columns.end());
    values[static_cast<std::size_t>(time_from - columns.begin())] = "2020-07-27T00:00:00.000Z";
    values.emplace_back("2020-07-27T00:00:00.000Z");
    out.clear();
    attacks.append(out, {LayerId::attacks, nowhere, values}, true);
    CHECK(out.find(R"("time_from":"2020-07-27T00:00:00Z")") != std::string::npos);
    // The input's own words stay as they are.
    CHECK(out.find(R"("Remarks":"2020-07-27T00:00:00.000Z")") != std::string::npos);
    CHECK(out.find(R"("id":null)") != std::string::npos);
}

TEST_CASE("A GeoJSON file says by which build it was made") {
    CHECK(
        GeoJsonText(LayerId::attacks, {}, {}).head("b\"1") ==
        R"({"type":"FeatureCollection","name":"attacks","incidentmap":{"build_id":"b\"1","title":"Attacks"},"features":[)");
}
