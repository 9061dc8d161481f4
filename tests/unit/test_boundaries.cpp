// SPDX-License-Identifier: MIT
/// Outlines of somebody's own, below a map.
#include <algorithm>

#include "catch.hpp"
#include "core/error.hpp"
#include "gazetteer/boundaries.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

std::string feature(const std::string& properties, const std::string& corner_lon) {
    const std::string east = std::to_string(std::stoi(corner_lon) + 1);
    return R"({"type":"Feature","properties":{)" + properties +
           R"(},"geometry":{"type":"Polygon","coordinates":[[[)" + corner_lon + ",30],[" + east + ",30],[" +
           east + ",31],[" + corner_lon + ",31],[" + corner_lon + ",30]]]}}";
}

std::string layer(const std::vector<std::string>& features) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) text += (i > 0 ? "," : "") + features[i];
    return text + "]}";
}

}  // namespace

TEST_CASE("A layer of areas is boundaries: countries first, disputed ones told apart") {
    const Scratch folder;
    const Boundaries read = read_boundaries(folder.file(
        "mine.geojson", layer({feature(R"("name":"North","kind":"province","disputed":"")", "40"),
                               feature(R"("name":"Land","kind":"country","disputed":"no")", "41"),
                               feature(R"("name":"Strip","kind":"country","disputed":"yes")", "42")})));
    CHECK(read.name == "mine.geojson");
    REQUIRE(read.areas.size() == 3);
    CHECK(read.areas[0].name == "Land");
    CHECK(read.areas[0].is_country);
    CHECK(read.areas[0].is_settled);
    CHECK(read.areas[1].name == "Strip");
    CHECK_FALSE(read.areas[1].is_settled);
    CHECK(read.areas[2].name == "North");
    CHECK_FALSE(read.areas[2].is_country);
}

TEST_CASE("An outline that its publisher did not cut at 180 degrees does not run around the Earth") {
    const Scratch folder;
    const Boundaries read = read_boundaries(folder.file(
        "islands.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Islands"},"geometry":)"
        R"({"type":"Polygon","coordinates":[[[177,-19],[-178,-19],[-178,-16],[177,-16],[177,-19]]]}}]})"));
    const auto& parts = read.areas.at(0).outline.polygons;
    REQUIRE(parts.size() == 2);
    for (const Polygon& part : parts) {
        const auto [west, east] = std::minmax_element(part.outer.begin(), part.outer.end(),
                                                      [](LonLat a, LonLat b) { return a.lon < b.lon; });
        CHECK(east->lon - west->lon <= 3);
    }
}

TEST_CASE("Publishers' columns say what is a country's area") {
    const Scratch folder;
    const Boundaries osm = read_boundaries(
        folder.file("osm.geojson",
                    layer({feature(R"("admin_level":"4")", "40"), feature(R"("admin_level":"2")", "41")})));
    REQUIRE(osm.areas.size() == 2);
    CHECK(osm.areas[0].is_country);
    CHECK_FALSE(osm.areas[1].is_country);
    const Boundaries ocha = read_boundaries(
        folder.file("adm1.geojson", layer({feature(R"("ADM1_EN":"Ninewa","ADM1_PCODE":"IQ15")", "40")})));
    CHECK_FALSE(ocha.areas.at(0).is_country);
    CHECK(ocha.areas.at(0).name == "Ninewa");
    const Boundaries natural_earth = read_boundaries(
        folder.file("ne.geojson", layer({feature(R"("featurecla":"Disputed ground")", "40")})));
    CHECK(natural_earth.areas.at(0).is_country);
    CHECK_FALSE(natural_earth.areas.at(0).is_settled);
}

TEST_CASE("A map shows of the boundaries those that reach into it, and no gazetteer's outlines") {
    const Scratch folder;
    const Boundaries read = read_boundaries(
        folder.file("mine.geojson", layer({feature(R"("name":"A")", "40"), feature(R"("name":"B")", "44")})));
    const Surroundings found = surroundings_in(MapGround{{}, &read}, {40.5, 29, 42, 32}, 5);
    REQUIRE(found.areas.size() == 1);
    CHECK(found.areas[0].name == "A");
    CHECK(found.attributions == std::vector<std::string>{"Boundaries: mine.geojson"});
    CHECK(surroundings_in(MapGround{{}, &read}, {170, 29, -170, 32}, 5).areas.empty());
    CHECK(surroundings_in(MapGround{{}, &read}, {44, 29, -170, 32}, 5).areas.size() == 1);
}

TEST_CASE("What has no area is no boundaries") {
    const Scratch folder;
    CHECK_THROWS_WITH(
        read_boundaries(folder.file(
            "points.geojson",
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]})")),
        Contains("points.geojson") && Contains("no polygon"));
    CHECK_THROWS_AS(read_boundaries(folder.path("none.geojson")), Error);
    CHECK_THROWS_AS(read_boundaries(folder.file("text.geojson", "not at all")), Error);
}
