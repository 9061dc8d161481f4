// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catch.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer_check.hpp"
#include "gazetteer/import/import.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

using namespace incidentmap;
using Catch::Matchers::Contains;

namespace {

std::vector<std::string> told(const GazetteerFindings& found) {
    std::vector<std::string> lines;
    for (const PlaceFinding& finding : found.findings) lines.push_back(finding.code + ' ' + finding.place_id);
    return lines;
}

const std::string header = "place_id,name,latitude,longitude,kind,country,source_id,source_ref\n";

/// Iraq is a square from 40 to 48 east and 30 to 38 north; its centroid is 34 north, 44 east.
std::string iraq(const Scratch& folder) {
    return folder.file(
        "areas.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"place_id":"iq",)"
        R"("level":"country","name":"Iraq","country":"IQ"},"geometry":{"type":"Polygon","coordinates":)"
        R"([[[40,30],[48,30],[48,38],[40,38],[40,30]]]}}]})");
}

}  // namespace

TEST_CASE("a check finds what is to be looked at in a gazetteer, and nothing else") {
    const Scratch folder;
    const std::string places = folder.file("places.csv", header +
                                                             "iq,Iraq,34,44,country,IQ,,\n"
                                                             "good,Good,33,43,village,IQ,s,1\n"
                                                             "edge,At the edge,38.01,44,village,IQ,s,2\n"
                                                             "out,Outside,38.5,44,village,IQ,s,3\n"
                                                             "null,Null,0,0,village,IQ,s,4\n"
                                                             "centre,Centre,34,44,village,IQ,s,5\n"
                                                             "river,River,38.9,44,river,IQ,s,6\n"
                                                             "a,Twin,32,42,village,IQ,s,7\n"
                                                             "b,TWIN,32.001,42.001,village,IQ,s,8\n"
                                                             "c,Twin,32.003,42,village,IQ,s,9\n"
                                                             "d,Twin,32,42,air base,IQ,s,10\n"
                                                             "e,Once,31,41,village,IQ,s,11\n"
                                                             "f,Again,31,42,village,IQ,s,11\n"
                                                             "syria,Elsewhere,35,50,village,SY,s,12\n");
    const std::string out = folder.path("out.gpkg");
    import_gazetteer(ImportFormat::csv, {places, iraq(folder)}, out);
    const GazetteerFindings found = check_gazetteer(out, 100);
    CHECK(told(found) == std::vector<std::string>{"outside-country out", "at-null-island null",
                                                  "at-centre-of-area centre", "id-twice e", "id-twice f",
                                                  "twins b"});
    CHECK(found.findings[0].sentence == "It is said to be in Iraq and lies outside every outline.");
    CHECK_THAT(found.findings[2].sentence, Contains("centroid of Iraq"));
    CHECK_THAT(found.findings[5].sentence, Contains("a has the same name and kind"));

    const GazetteerFindings few = check_gazetteer(out, 1);
    CHECK(few.findings.size() == 5);
    CHECK(few.counts[3] == std::pair<std::string, std::int64_t>{"id-twice", 2});
}

TEST_CASE("a name without letters is told") {
    const Scratch folder;
    const std::string out = folder.path("out.gpkg");
    import_gazetteer(
        ImportFormat::csv,
        {folder.file(
            "p.csv",
            header + "a,Good,33,43,village,IQ,,\nb,12-3,34,44,village,IQ,,\nc,K-1,35,44,village,IQ,,\n")},
        out);
    REQUIRE(
        run_program("sqlite3 '" + out +
                    "' \"INSERT INTO names (place, text, normal, sort) VALUES (1, '...', '', 'alternate')\"")
            .exit_code == 0);
    CHECK(told(check_gazetteer(out, 9)) ==
          std::vector<std::string>{"name-without-letters a", "name-without-letters b"});
}

TEST_CASE("the command tells in a table or in JSON, and ends with 3 only where that was asked for") {
    const Scratch folder;
    const std::string program = "'" + std::string(INCIDENTMAP_BINARY_DIR) + "/incidentmap' gazetteer check ";
    const std::string bad = folder.path("bad.gpkg");
    const std::string good = folder.path("good.gpkg");
    import_gazetteer(ImportFormat::csv, {folder.file("b.csv", header + "n,Null,0,0,village,IQ,,\n")}, bad);
    import_gazetteer(ImportFormat::csv, {folder.file("g.csv", header + "n,Good,33,43,village,IQ,,\n")}, good);
    const auto table = run_program(program + "'" + bad + "'");
    CHECK(table.exit_code == 0);
    CHECK_THAT(table.output, Contains("at-null-island") && Contains("Null [n]"));
    CHECK(run_program(program + "--strict '" + bad + "'").exit_code == 3);
    CHECK(run_program(program + "--strict '" + good + "'").exit_code == 0);
    CHECK_THAT(run_program(program + "'" + good + "'").output, Contains("nothing to check"));
    CHECK_THAT(run_program(program + "-f json '" + bad + "'").output,
               Contains("\"code\":\"at-null-island\"") && Contains("\"place_id\":\"n\",\"name\":\"Null\""));
    CHECK(run_program(program + "-f json '" + good + "'").output == "[]\n");
    CHECK(run_program(program + "'" + folder.path("none.gpkg") + "'").exit_code == 1);
    CHECK_THROWS_AS(check_gazetteer(folder.file("no.gpkg", "no GeoPackage"), 1), Error);
}

TEST_CASE("provinces, points, preferred names and sources that do not fit are told") {
    const Scratch folder;
    const std::string places = folder.file("places.csv",
                                           "place_id,name,latitude,longitude,kind,country,admin1,source_id\n"
                                           "iq,Iraq,34,44,country,IQ,,s\n"
                                           "west,West,34,42,province,IQ,,s\n"
                                           "in,Inside,33,41,village,IQ,West,s\n"
                                           "border,Over the border,33,44.04,village,IQ,West,s\n"
                                           "out,Outside,33,45,village,IQ,West,s\n"
                                           "no,No such province,33,45,village,IQ,East,s\n"
                                           "fj,Without provinces,-17,178,village,FJ,Western,s\n"
                                           "lost,Lost,33,41.5,village,IQ,West,elsewhere\n");
    const std::string areas = folder.file(
        "areas.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"place_id":"west",)"
        R"("level":"admin1","name":"West","country":"IQ"},"geometry":{"type":"Polygon","coordinates":)"
        R"([[[40,30],[44,30],[44,38],[40,38],[40,30]]]}}]})");
    const std::string names = folder.file("names.csv",
                                          "place_id,name,language,script,sort,source_id\n"
                                          "in,Inside,en,Latn,preferred,s\n"
                                          "in,Within,en,Latn,preferred,s\n"
                                          "in,Dedans,fr,Latn,preferred,s\n");
    const std::string points = folder.file("points.csv",
                                           "place_id,latitude,longitude,source_id\n"
                                           "in,33.1,41,s\nout,33,45.3,s\n");
    const std::string sources = folder.file("sources.csv", "source_id,name,licence\ns,A source,MIT\n");
    const std::string out = folder.path("out.gpkg");
    import_gazetteer(ImportFormat::csv, {places, names, points, sources, areas}, out);
    const GazetteerFindings found = check_gazetteer(out, 100);
    CHECK(told(found) == std::vector<std::string>{"preferred-twice in", "outside-province out",
                                                  "province-unknown no", "points-apart out",
                                                  "source-unknown lost"});
    CHECK_THAT(found.findings[0].sentence, Contains("Inside; Within"));
    CHECK_THAT(found.findings[1].sentence, Contains("West"));
    CHECK_THAT(found.findings[3].sentence, Contains("28 km"));
    CHECK_THAT(found.findings[4].sentence, Contains("'elsewhere'"));
}
