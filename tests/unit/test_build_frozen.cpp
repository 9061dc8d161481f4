// SPDX-License-Identifier: MIT
/// Builds that give the answers of an earlier one, whatever became of the gazetteers.
#include "build_map.hpp"
#include "cli/build_text.hpp"
#include "core/error.hpp"

using namespace build_map;
using Catch::Matchers::Contains;

namespace {

/// The same names, elsewhere: one moved, one gone, one of two left, one that is another thing.
const std::string other_places =
    "place_id,name,kind,country,admin1,latitude,longitude,extent_m,accuracy_m\n"
    "t1,Irbil,city,IQ,Erbil,36.5,44.5,9000,500\n"
    "v2,Sheikh Amir,village,IQ,Wasit,32.27,45.98,1000,1000\n"
    "n1,Old Bridge,village,IQ,Basra,30.6,47.7,1000,1000\n";

}  // namespace

TEST_CASE("a frozen build with other gazetteers gives the same bytes, and says what would be otherwise") {
    for (const char* formats : {"gpkg", "gpkg,geojson"}) {
        Map map;
        map.options.formats = formats == std::string("gpkg") ? std::vector<std::string>{"gpkg"}
                                                             : std::vector<std::string>{"gpkg", "geojson"};
        map.options.rings_km = {10};
        map.options.around = "Irbil";
        map.decide(
            ",Sheikh Amir,launch_place,v1,A,,,\nr2,Camp Sunrise,place,\"Camp Sunrise, Baghdad\",A,,,\n");
        map.build();
        const std::string before = map.bytes();
        map.folder.file("places.csv", other_places);
        map.options.frozen = true;
        const BuildSummary summary = map.build();
        CHECK(map.bytes() == before);
        CHECK(summary.frozen.kept > 0);
        CHECK(summary.frozen.otherwise > 0);
        CHECK(summary.frozen.fresh_count == 0);
        CHECK_THAT(to_text(summary, 0), Contains("kept from " + map.folder.path("out/in.gpkg")));
        // And again, from what the frozen build kept.
        map.build();
        CHECK(map.bytes() == before);
        map.options.frozen = false;
        map.build();
        CHECK(map.bytes() != before);
    }
}

TEST_CASE("each answer is kept with the gazetteers that gave it") {
    Map map;
    map.build();
    CHECK(map.ask("SELECT words, stated_country, status, location, place_id, length(gazetteers) FROM answers "
                  "ORDER BY 1") ==
          "Camp Sunrise,IQ,ambiguous,,,23\nIrbil,IQ,resolved,Irbil,t1,23\nSheikh Amir,,ambiguous,,,23\n");
    const std::string first = map.ask("SELECT DISTINCT gazetteers FROM answers");
    map.folder.file("places.csv", other_places);
    map.folder.file("in.csv", reports + "r4,2020-01-04,Old Bridge,IQ,\n");
    map.options.frozen = true;
    const BuildSummary summary = map.build();
    CHECK(summary.frozen.kept == 3);
    CHECK(summary.frozen.otherwise == 3);
    CHECK(summary.frozen.fresh == std::vector<std::string>{"Old Bridge"});
    CHECK_THAT(to_text(summary, 0),
               Contains("Frozen: 3 answers are kept from ") &&
                   Contains("today's gazetteers would answer 3 of them otherwise") &&
                   Contains("1 look-up is new and was made with today's gazetteers: Old Bridge"));
    CHECK(map.ask("SELECT DISTINCT gazetteers FROM answers WHERE words <> 'Old Bridge'") == first);
    CHECK(map.ask("SELECT count(*) FROM answers WHERE gazetteers = (SELECT gazetteers FROM answers WHERE "
                  "words = 'Irbil')") == "3\n");
    // Both gazetteers are part of the map now.
    CHECK(map.ask("SELECT count(*) FROM build WHERE section = 'gazetteer'") == "2\n");
    CHECK(map.ask("SELECT place_id FROM reports ORDER BY report_id LIMIT 1") == "t1\n");
}

TEST_CASE("the same words with another province stated are another question") {
    Map map("report_id,event_date,place,admin1\nr1,2020-01-01,Irbil,\n");
    map.build();
    map.folder.file("in.csv", "report_id,event_date,place,admin1\nr1,2020-01-01,Irbil,Erbil\n");
    map.options.frozen = true;
    CHECK(map.build().frozen.fresh_count == 1);
}

TEST_CASE("a build can be frozen to another one's answers") {
    Map map;
    map.build();
    fs::copy_file(map.folder.path("out/in.gpkg"), map.folder.path("kept.gpkg"));
    map.folder.file("places.csv", other_places);
    map.options.frozen_from = map.folder.path("kept.gpkg");
    map.options.output = map.folder.path("elsewhere");
    CHECK(map.build().frozen.kept == 3);
    CHECK(bytes_of(map.folder.path("elsewhere/in.gpkg")) == bytes_of(map.folder.path("kept.gpkg")));
}

TEST_CASE("without answers to keep there is no frozen build, and nothing is replaced") {
    Map map;
    map.options.frozen = true;
    CHECK_THROWS_WITH(map.build(), Contains("there is no earlier build at") && Contains("in.gpkg"));
    CHECK_FALSE(fs::exists(map.folder.path("out/in.gpkg")));
    map.options.frozen_from = map.folder.file("other.gpkg", "no database");
    CHECK_THROWS_AS(map.build(), Error);
    const fs::path empty = map.folder.path("empty.gpkg");
    {
        Database database = Database::create(empty);
        database.execute(
            "CREATE TABLE build (section, name, value); CREATE TABLE answers (answer_id, words, gazetteers, "
            "record)");
        database.execute(
            "INSERT INTO answers SELECT answer, 'Irbil', 'g', 'damaged' FROM (SELECT 'x' AS answer)");
        database.close();
    }
    map.options.frozen_from = empty.string();
    CHECK(map.build().frozen.fresh_count == 3);
    {
        Database database = Database::open_read_only(map.folder.path("out/in.gpkg"));
        Statement id = database.prepare("SELECT answer_id FROM answers WHERE words = 'Irbil'");
        REQUIRE(id.step());
        fs::remove(empty);
        Database damaged = Database::create(empty);
        damaged.execute(
            "CREATE TABLE build (section, name, value); CREATE TABLE answers (answer_id, words, gazetteers, "
            "record)");
        Statement insert = damaged.prepare("INSERT INTO answers VALUES (?, 'Irbil', 'g', 'damaged')");
        insert.bind_text(1, id.text(0));
        insert.run();
        insert = damaged.prepare("SELECT 1");
        { Statement gone = std::move(insert); }
        damaged.close();
    }
    CHECK_THROWS_WITH(map.build(), Contains("the answer for 'Irbil' cannot be read"));
}
