// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catch.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/import/import.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

const std::string two_places =
    "place_id,name,latitude,longitude,country\np,Alpha,10,20,IQ\nq,Beta,11,21,IQ\n";
const std::string two_names = "place_id,name,sort\np,Alfa,alternate\nq,Bita,alternate\n";

std::int64_t count_of(const ImportResult& result, std::string_view code) {
    const auto found = std::find_if(result.finding_counts.begin(), result.finding_counts.end(),
                                    [code](const FindingCount& count) { return count.code == code; });
    return found == result.finding_counts.end() ? 0 : found->count;
}

bool is_empty_but_for(const std::string& folder, const std::vector<std::string>& names) {
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (std::find(names.begin(), names.end(), entry.path().filename().string()) == names.end())
            return false;
        ++seen;
    }
    return seen == names.size();
}

ImportResult import_text(const Scratch& folder, const std::string& csv) {
    return import_gazetteer(ImportFormat::csv, {folder.file("in.csv", csv)}, folder.path("out.gpkg"));
}

}  // namespace

TEST_CASE("files are what their columns say, in whatever order they are named") {
    const Scratch folder;
    const std::string places = folder.file("a.csv", two_places);
    const std::string names = folder.file("b.csv", two_names);
    const std::string first = folder.path("first.gpkg");
    const std::string second = folder.path("second.gpkg");
    const ImportResult result = import_gazetteer(ImportFormat::csv, {places, names}, first);
    CHECK(result.places == 2);
    CHECK(result.names == 4);
    CHECK(result.bad_rows == 0);
    CHECK(result.findings.empty());
    import_gazetteer(ImportFormat::csv, {names, places}, second);
    CHECK(bytes_of(first) == bytes_of(second));
}

TEST_CASE("the fingerprint does not depend on the order of rows, and the bytes not on the hour") {
    const Scratch folder;
    const std::string first = folder.path("first.gpkg");
    const std::string second = folder.path("second.gpkg");
    const std::string third = folder.path("third.gpkg");
    import_gazetteer(ImportFormat::csv, {folder.file("a.csv", two_places)}, first);
    import_gazetteer(
        ImportFormat::csv,
        {folder.file("b.csv",
                     "place_id,name,latitude,longitude,country\nq,Beta,11,21,IQ\np,Alpha,10,20,IQ\n")},
        second);
    import_gazetteer(
        ImportFormat::csv,
        {folder.file("c.csv",
                     "place_id,name,latitude,longitude,country\nq,Beta,11,21,IQ\np,Alpha,10,20.001,IQ\n")},
        third);
    const std::string fingerprint = Gazetteer::open(first).fingerprint();
    CHECK(Gazetteer::open(second).fingerprint() == fingerprint);
    CHECK(Gazetteer::open(third).fingerprint() != fingerprint);
    const std::string again = folder.path("again.gpkg");
    import_gazetteer(ImportFormat::csv, {folder.path("a.csv")}, again);
    CHECK(bytes_of(first) == bytes_of(again));
    ImportOptions later;
    later.last_change = "2021-02-03T04:05:06.000Z";
    import_gazetteer(ImportFormat::csv, {folder.path("a.csv")}, again, later);
    CHECK(bytes_of(first) != bytes_of(again));
}

TEST_CASE("a bad row is told and counted, and spoils no other") {
    const Scratch folder;
    const ImportResult result =
        import_text(folder,
                    "place_id,name,latitude,longitude,country,kind,population,extent_m\n"
                    "a,Good,10,20,IQ,city,\"1,000\",500\n"
                    "b,Too far north,95.2,20,IQ,,,\n"
                    "c,No number,ten,20,IQ,,,\n"
                    "d,Not a number,nan,20,IQ,,,\n"
                    "e,Endless,10,inf,IQ,,,\n"
                    "f,East,10,180.5,IQ,,,\n"
                    "g,,10,20,IQ,,,\n"
                    "a,Twice,10,20,IQ,,,\n"
                    "h,Odd,10,20,Iraq,castle,many,-3\n");
    CHECK(result.places == 2);
    CHECK(result.bad_rows == 7);
    CHECK(count_of(result, "latitude-out-of-range") == 1);
    CHECK(count_of(result, "latitude-not-a-number") == 2);
    CHECK(count_of(result, "longitude-not-a-number") == 1);
    CHECK(count_of(result, "longitude-out-of-range") == 1);
    CHECK(count_of(result, "place-without-name") == 1);
    CHECK(count_of(result, "place-twice") == 1);
    CHECK(count_of(result, "country-not-a-code") == 1);
    CHECK(count_of(result, "kind-unknown") == 1);
    CHECK(count_of(result, "population-not-a-number") == 1);
    CHECK(count_of(result, "not-a-size") == 1);
    REQUIRE_FALSE(result.findings.empty());
    CHECK(to_line(result.findings[0]) ==
          folder.path("in.csv") + ":3: latitude '95.2' is out of range (-90 to 90); the row was left out");

    const Gazetteer gazetteer = Gazetteer::open(folder.path("out.gpkg"));
    CHECK(gazetteer.place("a")->population == 1000);
    CHECK(gazetteer.place("a")->extent_m == 500);
    const auto odd = gazetteer.place("h");
    REQUIRE(odd);
    CHECK(odd->country == "");
    CHECK(odd->kind == "");
    CHECK(odd->extent_m == 5000);
}

TEST_CASE("of one code the first twenty findings are told, all are counted") {
    const Scratch folder;
    std::string csv = "name,latitude,longitude\nGood,1,2\n";
    for (int i = 0; i < 50; ++i) csv += "Bad,x,2\n";
    const ImportResult result = import_text(folder, csv);
    CHECK(result.findings.size() == 20);
    CHECK(count_of(result, "latitude-not-a-number") == 50);
    CHECK(result.bad_rows == 50);
}

TEST_CASE("places without an id get one of their name, in Arabic letters too") {
    const Scratch folder;
    import_text(folder, "name,latitude,longitude\nCamp Taji,1,2\nCamp  Tājī,3,4\nالقائم,5,6\n");
    const Gazetteer gazetteer = Gazetteer::open(folder.path("out.gpkg"));
    CHECK(gazetteer.place("camp-taji")->point.lon == 2);
    CHECK(gazetteer.place("camp-taji-2")->point.lon == 4);
    CHECK(gazetteer.place("القايم"));
}

TEST_CASE("names and points of places that are not there are told") {
    const Scratch folder;
    const ImportResult result = import_gazetteer(
        ImportFormat::csv,
        {folder.file("places.csv", two_places),
         folder.file(
             "names.csv",
             "place_id,name,sort,from_year\nnone,Gamma,,\np,Alpha,odd,long ago\np,...,,\np,Alpha,odd,\n"),
         folder.file("points.csv", "place_id,latitude,longitude\nnone,1,2\n,1,2\np,1,2\n")},
        folder.path("out.gpkg"));
    CHECK(result.points == 2);
    CHECK(count_of(result, "name-without-place") == 1);
    CHECK(count_of(result, "name-without-letters") == 1);
    CHECK(count_of(result, "name-twice") == 1);
    CHECK(count_of(result, "sort-unknown") == 2);
    CHECK(count_of(result, "year-not-a-number") == 1);
    CHECK(count_of(result, "point-without-place") == 2);
    CHECK(result.bad_rows == 3);
}

TEST_CASE("areas without a place_id, without a polygon or told twice are bad rows") {
    const Scratch folder;
    const std::string square =
        R"("geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]})";
    const auto feature = [](const std::string& id, const std::string& geometry) {
        return R"({"type":"Feature","properties":{"place_id":)" + id + "}," + geometry + "}";
    };
    const std::string areas =
        R"({"type":"FeatureCollection","features":[)" + feature("\"p\"", square) + "," +
        feature("\"p\"", square) + "," + feature("null", square) + "," +
        feature("\"q\"", R"("geometry":{"type":"Point","coordinates":[0,0]})") + "," +
        feature("\"r\"", R"("geometry":{"type":"Polygon","coordinates":[[[0,0],[200,0],[1,1],[0,0]]]})") +
        "," + feature("\"s\"", R"("geometry":null)") + "]}";
    const std::string out = folder.path("out.gpkg");
    const ImportResult result = import_gazetteer(
        ImportFormat::csv, {folder.file("a.geojson", areas), folder.file("p.csv", two_places)}, out);
    CHECK(result.areas == 1);
    CHECK(count_of(result, "area-twice") == 1);
    CHECK(count_of(result, "area-without-place-id") == 1);
    CHECK(count_of(result, "area-not-a-polygon") == 3);
    CHECK(Gazetteer::open(out).place("p")->has_area);

    const std::string nameless =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)" + square + "}]}";
    CHECK_THROWS_WITH(
        import_gazetteer(ImportFormat::csv, {folder.file("n.geojson", nameless), folder.path("p.csv")}, out),
        Contains("no place_id"));
}

TEST_CASE("a gzipped table and a byte order mark are read") {
    const Scratch folder;
    const std::string path = folder.file("places.csv", "\xEF\xBB\xBF" + two_places);
    REQUIRE(run_program("gzip -k '" + path + "'").exit_code == 0);
    const std::string out = folder.path("out.gpkg");
    CHECK(import_gazetteer(ImportFormat::csv, {path + ".gz"}, out).places == 2);
    CHECK(Gazetteer::open(out).place("p"));
}

TEST_CASE("no valid row is an error that says what is wrong, and leaves no file") {
    const Scratch folder;
    CHECK_THROWS_WITH(import_text(folder, "name,latitude,longitude\nBad,99,2\n"),
                      Contains("no valid place") && Contains("'99'"));
    CHECK_THROWS_WITH(import_text(folder, "name,latitude,longitude\n"), Contains("no valid place"));
    CHECK_THROWS_WITH(import_text(folder, "place,where\nx,y\n"), Contains("latitude"));
    CHECK_THROWS_AS(import_gazetteer(ImportFormat::csv, {folder.path("none.csv")}, folder.path("out.gpkg")),
                    Error);
    CHECK_THROWS_AS(import_gazetteer(ImportFormat::csv, {}, folder.path("out.gpkg")), Error);
    CHECK(is_empty_but_for(std::filesystem::path(folder.path("x")).parent_path().string(), {"in.csv"}));
}

TEST_CASE("a failing import leaves the gazetteer that was there") {
    const Scratch folder;
    import_text(folder, two_places);
    const std::string before = bytes_of(folder.path("out.gpkg"));
    CHECK_THROWS_AS(import_text(folder, "name,latitude,longitude\nBad,99,2\n"), Error);
    CHECK(bytes_of(folder.path("out.gpkg")) == before);
    // A draft that a killed run left is taken over.
    folder.file(".out.gpkg.part", "half a file");
    import_text(folder, two_places);
    CHECK(bytes_of(folder.path("out.gpkg")) == before);
    CHECK_FALSE(std::filesystem::exists(folder.path(".out.gpkg.part")));
}

TEST_CASE("what must not be written over is not") {
    const Scratch folder;
    import_text(folder, two_places);
    folder.file("out.gpkg-wal", "held");
    CHECK_THROWS_WITH(import_text(folder, two_places), Contains("out.gpkg-wal") && Contains("close it"));
    std::filesystem::remove(folder.path("out.gpkg-wal"));
    const std::string in = folder.path("in.csv");
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::csv, {in}, in), Contains(".gpkg"));
    CHECK_THROWS_AS(import_gazetteer(ImportFormat::csv, {in}, folder.path("no folder/out.gpkg")), Error);
    std::filesystem::create_directory(folder.path("folder.gpkg"));
    CHECK_THROWS_WITH(import_gazetteer(ImportFormat::csv, {in}, folder.path("folder.gpkg")),
                      Contains("folder"));
}

TEST_CASE("the words for formats") {
    CHECK(import_format("csv") == ImportFormat::csv);
    CHECK(import_format("geonames") == ImportFormat::geonames);
    CHECK_FALSE(import_format("CSV"));
    CHECK_FALSE(import_format(""));
}
