// SPDX-License-Identifier: MIT
#include "catch.hpp"
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

TEST_CASE("A GeoJSON feature is one line, with its id, every property, and times without milliseconds") {
    const GeoJsonText text(LayerId::range_rings, {});
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

    const GeoJsonText attacks(LayerId::attacks, std::vector<std::string>{"Remarks"});
    std::vector<Value> values(layer_schema(LayerId::attacks).columns.size());
    values[8] = "2020-07-27T00:00:00.000Z";
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
        GeoJsonText(LayerId::attacks, {}).head("b\"1") ==
        R"({"type":"FeatureCollection","name":"attacks","incidentmap":{"build_id":"b\"1","title":"Attacks"},"features":[)");
}
