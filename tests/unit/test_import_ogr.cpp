// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catch.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/import/import.hpp"
#include "gazetteer/import/layer_columns.hpp"
#include "gazetteer/spelling/kind_words.hpp"
#include "geodesy/antimeridian.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

std::string point(const std::string& properties, const std::string& lon, const std::string& lat) {
    return "{\"type\":\"Feature\",\"properties\":{" + properties +
           "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + lon + "," + lat + "]}}";
}

std::string collection(const std::vector<std::string>& features) {
    std::string text;
    for (const std::string& one : features) text += (text.empty() ? "" : ",\n") + one;
    return "{\"type\":\"FeatureCollection\",\"features\":[" + text + "]}";
}

struct Made {
    ImportResult result;
    Gazetteer gazetteer;
};

Made make(const Scratch& folder, const std::string& file, const LayerMapping& mapping = {}) {
    const std::string out = folder.path("out.gpkg");
    ImportResult result = import_gazetteer({{ImportFormat::ogr, {file}, mapping}}, out);
    return {std::move(result), Gazetteer::open(out)};
}

std::vector<std::string> names_of(const Gazetteer& gazetteer, const std::string& id) {
    std::vector<std::string> texts;
    for (const Name& name : gazetteer.names_of(id))
        texts.push_back(name.sort + (name.language.empty() ? "" : " " + name.language) + ' ' + name.text);
    return texts;
}

}  // namespace

TEST_CASE("layers: columns are mapped by the user's words") {
    const Scratch folder;
    const std::string file = folder.file(
        "camps.geojson",
        collection(
            {point(
                 R"("Title":"Camp Alpha","Ism":"معسكر الف","Nr":"7","Sort":"ignored","Prov":"Nineveh Governorate","Folk":1200)",
                 "43", "36"),
             point(R"("Title":"Camp Beta","Nr":null)", "44", "35")}));
    const Made made = make(folder, file,
                           {.names = {"Title=en", "Ism=ar"},
                            .kind = "Military base",
                            .id = "nr",
                            .country = "Iraq",
                            .admin1 = "Prov",
                            .population = "Folk",
                            .source = "My Survey 2024",
                            .licence = "CC0"});
    const auto place = made.gazetteer.place("my-survey-2024:7");
    REQUIRE(place);
    CHECK(place->name == "Camp Alpha");
    CHECK(place->kind == "military base");
    CHECK(place->country == "IQ");
    CHECK(place->admin1 == "Nineveh");
    CHECK(place->population == 1200);
    CHECK(place->extent_m == 2000);
    CHECK(names_of(made.gazetteer, "my-survey-2024:7") ==
          std::vector<std::string>{"preferred en Camp Alpha", "alternate ar معسكر الف"});
    CHECK(made.gazetteer.place("my-survey-2024:camp-beta"));
    REQUIRE(made.gazetteer.info().sources.size() == 1);
    CHECK(made.gazetteer.info().sources[0].name == "My Survey 2024");
    CHECK(made.gazetteer.info().sources[0].licence == "CC0");
}

TEST_CASE("layers: a mapping that does not fit says what the file has") {
    const Scratch folder;
    const std::string file =
        folder.file("a.geojson", collection({point(R"("Title":"A","Nr":1)", "43", "36")}));
    CHECK_THROWS_WITH(make(folder, file), Contains("--name COLUMN") && Contains("Title, Nr"));
    CHECK_THROWS_WITH(make(folder, file, {.names = {"Titel"}}),
                      Contains("no column 'Titel'") && Contains("Title, Nr"));
    CHECK_THROWS_WITH(make(folder, file, {.names = {"Title"}, .kind = "castle"}),
                      Contains("'castle'") && Contains("kind"));
    CHECK_THROWS_WITH(make(folder, file, {.names = {"Title"}, .country = "Atlantis"}),
                      Contains("'Atlantis'"));
    CHECK_THROWS_WITH(make(folder, file, {.names = {"Title"}, .layer = "none"}), Contains("no layer 'none'"));
    CHECK_FALSE(std::filesystem::exists(folder.path("out.gpkg")));
}

TEST_CASE("layers: NGA GNS has a row for each name, and the rows of one id are one place") {
    const Scratch folder;
    const std::string file =
        folder.file("Iraq.txt",
                    "rk\tufi\tuni\tfull_name\tnt\tlat_dd\tlong_dd\tfc\tdesig_cd\tcc_ft\tlang_cd\n"
                    "1\t-3100\t1\tKarkūk\tN\t35.468\t44.392\tP\tPPLA\tIQZ\tara\n2\t-3100\t2\tکەرکووک\tNS\t35."
                    "468\t44.392\tP\tPPLA\tIQZ\tkur\n"
                    "3\t-3100\t3\tKerkuk\tH\t35.468\t44.392\tP\tPPLA\tIQZ\t\n4\t-3200\t4\tK-1 Air "
                    "Base\tN\t35.5\t44.3\tS\tAIRB\tIQ\t\n"
                    "5\t-3300\t5\tLost\tN\t95\t44\tP\tPPL\tIQ\t\n");
    const Made made = make(folder, file);
    CHECK(made.result.places == 2);
    CHECK(made.result.bad_rows == 1);
    CHECK(made.gazetteer.place("gns:-3100")->kind == "city");
    CHECK(made.gazetteer.place("gns:-3200")->kind == "air base");
    CHECK(made.gazetteer.place("gns:-3200")->country == "IQ");
    CHECK(names_of(made.gazetteer, "gns:-3100") ==
          std::vector<std::string>{"preferred ara Karkūk", "alternate kur کەرکووک", "former Kerkuk"});
}

TEST_CASE("layers: Who's On First and OpenStreetMap are known by their columns") {
    const Scratch folder;
    const Made made = make(
        folder,
        folder.file(
            "wof.geojson",
            collection({point(
                R"("wof:id":85,"wof:name":"Sharya","wof:placetype":"locality","wof:country":"IQ","wof:population":17000,"name:ar":"شاريا")",
                "43", "36.8")})));
    CHECK(made.gazetteer.place("whosonfirst:85")->kind == "town");
    CHECK(names_of(made.gazetteer, "whosonfirst:85") ==
          std::vector<std::string>{"preferred Sharya", "alternate ar شاريا"});
    const Made osm = make(
        folder,
        folder.file("osm.geojson",
                    collection({point(
                        R"("osm_id":"5","fclass":"hamlet","name":"قرية","name_en":"Village","population":0)",
                        "43", "36.8")})));
    CHECK(osm.gazetteer.place("openstreetmap:5")->kind == "village");
    CHECK(osm.gazetteer.info().sources.at(0).licence == "ODbL 1.0");
    CHECK(names_of(osm.gazetteer, "openstreetmap:5") ==
          std::vector<std::string>{"preferred en Village", "alternate قرية"});
}

TEST_CASE("layers: polygons need a kind, and become places in their middle") {
    const Scratch folder;
    // A horseshoe: its centroid lies outside.
    const std::string horseshoe =
        R"({"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[2,3],[2,1],[1,1],[1,3],[0,3],[0,0]]]})";
    const std::string file = folder.file("areas.geojson",
                                         "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":"
                                         "\"Feature\",\"properties\":{\"name\":\"U\"},\"geometry\":" +
                                             horseshoe +
                                             "},{\"type\":\"Feature\",\"properties\":{\"name\":\"Line\"},"
                                             "\"geometry\":{\"type\":\"LineString\","
                                             "\"coordinates\":[[0,0],[1,1]]}},{\"type\":\"Feature\","
                                             "\"properties\":{\"name\":null},\"geometry\":" +
                                             horseshoe + "}]}");
    CHECK_THROWS_WITH(make(folder, file), Contains("--kind province"));
    const Made made = make(folder, file, {.kind = "district"});
    CHECK(made.result.bad_rows == 1);  // the one without a name; the line is a strip
    const auto place = made.gazetteer.place("areas:u");
    REQUIRE(place);
    CHECK(place->has_area);
    const bool in_an_arm = place->point.lon < 1 || place->point.lon > 2 || place->point.lat < 1;
    CHECK(in_an_arm);
}

TEST_CASE("layers: another reference system is turned into WGS 84") {
    const Scratch folder;
    const std::string file = folder.file(
        "utm.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32638"}},"features":[)" +
            point(R"("name":"Baghdad")", "444000", "3687000") + "]}");
    const Made made = make(folder, file);
    CHECK(made.gazetteer.place("utm:baghdad")->point.lon == Approx(44.4).margin(0.05));
    CHECK(made.gazetteer.place("utm:baghdad")->point.lat == Approx(33.3).margin(0.05));
}

TEST_CASE("layers: damaged, empty and strange files end with a sentence and leave nothing") {
    const Scratch folder;
    const LayerMapping mapping{.kind = "province"};
    CHECK_THROWS_WITH(make(folder, folder.path("none.geojson"), mapping), Contains("no such file"));
    CHECK_THROWS_AS(
        make(folder, folder.file("cut.geojson", R"({"type":"FeatureCollection","features":[{"type":)"),
             mapping),
        Error);
    CHECK_THROWS_WITH(make(folder, folder.file("empty.geojson", collection({})), mapping), Contains("name"));
    CHECK_THROWS_WITH(make(folder, folder.file("table.csv", "name,where\nx,y\n"), mapping),
                      Contains("latitude and longitude"));
    CHECK_THROWS_AS(make(folder, folder.file("fake.gpkg", "no GeoPackage"), mapping), Error);
    CHECK_THROWS_AS(make(folder, folder.file("fake.shp", "no Shapefile"), mapping), Error);
    CHECK_THROWS_AS(make(folder, folder.file("link.vrt", "<OGRVRTDataSource/>"), mapping), Error);
    CHECK_FALSE(std::filesystem::exists(folder.path("out.gpkg")));
}

TEST_CASE("layers: publishers' words for kinds are ours") {
    CHECK(kind_of_word("PPLA", "desig_cd", 0) == "city");
    CHECK(kind_of_word("village", "place", 0) == "village");
    CHECK(kind_of_word("Military Base", "kind", 0) == "military base");
    CHECK(kind_of_word("locality", "wof:placetype", 90'000) == "city");
    CHECK(kind_of_word("locality", "place", 0) == "locality");
    CHECK(kind_of_word("region", "placetype", 0) == "province");
    CHECK(kind_of_word("ADM2", "shapeType", 0) == "district");
    CHECK(kind_of_word("Admin-1 states provinces", "featurecla", 0) == "province");
    CHECK(kind_of_word("aerodrome", "aeroway", 0) == "airfield");
    CHECK(kind_of_word("supermarket", "fclass", 0) == "");
    for (const char* word :
         {"nation", "state", "county", "commune", "hamlet", "suburb", "barracks", "peak", "harbour", "plant"})
        CHECK_FALSE(kind_group(kind_of_word(word, "fclass", 0)).empty());
}

TEST_CASE("layers: the parts of a river are one place with the strip along all of them") {
    const Scratch folder;
    const auto line = [](const std::string& name, const std::string& positions) {
        return R"({"type":"Feature","properties":{"name":")" + name +
               R"("},"geometry":{"type":"LineString","coordinates":[)" + positions + "]}}";
    };
    const std::string file =
        folder.file("rivers.geojson",
                    collection({line("Great Zab", "[44,36],[44.2,36.1]"), line("Khabur", "[42,37],[42.1,37]"),
                                line("Great Zab", "[44.5,36.4],[44.6,36.5]"),
                                line("Great Zab", "[44.2,36.1],[44.5,36.4]"),
                                line("Khabur", "[40.7,35.2],[40.8,35.9]")}));
    const Made made = make(folder, file, {.source = "Rivers"});
    CHECK(made.result.places == 3);  // two rivers are called Khabur
    const auto zab = made.gazetteer.place("rivers:great-zab");
    REQUIRE(zab);
    CHECK(zab->kind == "river");
    CHECK(zab->has_area);
    const auto area = made.gazetteer.area("rivers:great-zab");
    REQUIRE(area);
    CHECK(area->polygons.size() == 1);
    CHECK(ring_holds(area->polygons.front().outer, {.lon = 44.1, .lat = 36.05}));
    CHECK(ring_holds(area->polygons.front().outer, {.lon = 44.35, .lat = 36.254}));
    CHECK(ring_holds(area->polygons.front().outer, {.lon = 44.55, .lat = 36.45}));
    CHECK_FALSE(ring_holds(area->polygons.front().outer, {.lon = 44.1, .lat = 36.08}));
}
