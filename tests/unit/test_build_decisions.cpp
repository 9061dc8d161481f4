// SPDX-License-Identifier: MIT
/// Builds in which a person decides: from the table of reports to the layers, and back to the table of
/// decisions.
#include "build_map.hpp"
#include "catch.hpp"
#include "core/error.hpp"

using Catch::Matchers::Contains;

using namespace build_map;

namespace {

const std::string mark = "\xEF\xBB\xBF";

}  // namespace

TEST_CASE(
    "what a build was unsure of is asked once, a person decides it in a spreadsheet, and the next build maps "
    "it") {
    const Map map;
    const BuildSummary first = map.build();
    CHECK(to_text(first.questions) ==
          "2 places wait for your review: " + map.folder.path("in.decisions.csv") + ", lines 2–3");
    CHECK(map.ask("SELECT incident_id IS NOT NULL FROM not_mapped").size() > 0);
    const std::string asked = map.decisions();
    CHECK_THAT(asked, Contains(",Sheikh Amir,launch_place,\"ambiguous: ") &&
                          Contains("1: Sheikh Amir, village, Nineveh, Iraq, 36.32, 43.47 [v1] | 2: Sheikh "
                                   "Amir, village, Wasit, Iraq, 32.27, 45.98 [v2]"));
    CHECK_THAT(asked, Contains(",Camp Sunrise,place,\"ambiguous: "));
    const std::string layers = map.bytes();
    CHECK(map.build().questions.count == 2);
    CHECK(map.decisions() == asked);
    CHECK(map.bytes() == layers);

    // Saved by a spreadsheet with semicolons, a byte order mark and CRLF; columns moved.
    map.folder.file(
        "in.decisions.csv",
        mark +
            "decision;words;column;candidates;decided_by;decided_on;decided_why;decided_source;report_id\r\n"
            "2;Sheikh Amir;launch_place;1: Sheikh Amir [v2] | 2: Sheikh Amir [v1];Zaynab;21.11.2026;\"the "
            "report's map; page 3\";The Daily, 2020-01-02;\r\n"
            ";Camp Sunrise;place;1: Camp Sunrise [c1] | 2: Camp Sunrise [c2];;;;;\r\n");
    const BuildSummary second = map.build();
    // The number means what stands in its row, whatever the program would list today.
    CHECK(map.ask("SELECT place_id, method, decided_by, match_score, because FROM launch_sites LIMIT 1") ==
          "v1,decision,Zaynab,,Decided by Zaynab on 2026-11-21: the report's map; page 3 (The Daily, "
          "2020-01-02). It is candidate 2, Sheikh Amir, Nineveh, Iraq [v1].\n");
    CHECK(map.ask("SELECT launch_decided_by, decided_by FROM launch_to_target") == "Zaynab,\n");
    CHECK(map.ask("SELECT count(*) FROM attacks") == "1\n");
    CHECK(to_text(second.questions) ==
          "1 place waits for your review: " + map.folder.path("in.decisions.csv") + ", line 3");
    CHECK(map.ask("SELECT length(value) FROM build WHERE name = 'in.decisions.csv' AND section = 'input'") ==
          "64\n");
    CHECK(map.build().build_id == second.build_id);
    CHECK(second.build_id != first.build_id);

    const std::string decided = map.decisions();
    const std::string mapped = map.bytes();
    map.build();
    CHECK(map.decisions() == decided);
    CHECK(map.bytes() == mapped);
}

TEST_CASE("what comes up later is added in the form in which the file came back") {
    const Map map;
    map.folder.file("in.decisions.csv", mark + "words;column;decision\r\nSheikh Amir;launch_place;none\r\n");
    const BuildSummary summary = map.build();
    CHECK(map.decisions() ==
          mark + "words;column;decision\r\nSheikh Amir;launch_place;none\r\nCamp Sunrise;place;\r\n");
    CHECK(summary.questions.rows == std::vector<std::int64_t>{3});
}

TEST_CASE("a decision may be a place id, a position with its radius, another locality, or none") {
    Map map;
    map.decide(",Camp Sunrise,place,c2,A,2026-01-02,,\n");
    map.build();
    CHECK(map.ask("SELECT DISTINCT place_id, location, admin1 FROM attacks WHERE decided_by = 'A'") ==
          "c2,Camp Sunrise,Basra\n");
    CHECK_THAT(map.ask("SELECT because FROM attacks WHERE place_id = 'c2'"),
               Contains("Decided by A on 2026-01-02. It is Camp Sunrise, Basra, Iraq [c2]."));

    map.decide(",Camp Sunrise,place,\"33.53, 44.27, 2 km\",A,,seen on a map,\n");
    map.build();
    CHECK(map.ask("SELECT DISTINCT latitude, longitude, uncertainty_m, method FROM attacks WHERE decided_by "
                  "= 'A'") == "33.53,44.27,2000.0,decision\n");
    CHECK_THAT(
        map.ask("SELECT because FROM attacks WHERE decided_by = 'A' LIMIT 1"),
        Contains(
            "Decided by A: seen on a map. The decision gives the position 33.53, 44.27, known to 2 km."));

    map.decide(",Camp Sunrise,place,\"Camp Sunrise, Baghdad\",A,,,\n");
    map.build();
    CHECK(map.ask("SELECT DISTINCT place_id FROM attacks WHERE decided_by = 'A'") == "c1\n");

    map.decide(",Camp Sunrise,place,None,A,,a film set,\n");
    const BuildSummary summary = map.build();
    CHECK(map.ask("SELECT count(*) FROM attacks") == "1\n");
    CHECK(map.ask("SELECT DISTINCT status, because, remedy FROM not_mapped WHERE place = 'Camp Sunrise'") ==
          "unresolved,Decided by A: a film set. It is not to be mapped.,Change the decision in "
          "in.decisions.csv, row 2.\n");
    CHECK(summary.questions.count == 1);
}

TEST_CASE("a position close to the place of its words stays that place, and a name goes before all") {
    Map map;
    map.options.rings_km = {};
    map.decide(",Camp Sunrise,place,\"33.53, 44.27, 2 km\",A,,,\n");
    map.build();
    const std::string what =
        "SELECT DISTINCT location, place_id, admin1, latitude FROM attacks WHERE decided_by = 'A'";
    CHECK(map.ask(what) == "Camp Sunrise,c1,Baghdad,33.53\n");
    CHECK(map.ask("SELECT place_id, incident_count FROM bases") == "c1,2\n");
    // Far off, the words say nothing of it.
    map.decide(",Camp Sunrise,place,\"32.0, 44.27, 2 km\",A,,,\n");
    map.build();
    CHECK(map.ask("SELECT count(*) FROM attacks WHERE place_id = 'c1'") == "0\n");
    map.folder.file(
        "in.decisions.csv",
        "words,column,decision,name,decided_by\nCamp Sunrise,place,\"33.53, 44.27, 2 km\",North gate,A\n");
    map.build();
    CHECK(map.ask(what) == "North gate,c1,Baghdad,33.53\n");
}

TEST_CASE("a decision about one report goes before one about its words") {
    Map map;
    map.decide(
        ",Camp Sunrise,place,c1,A,,,\nr3,Camp Sunrise,place,c2,B,,,\nr3,Sheikh Amir,launch_place,v2,B,,,\n");
    map.build();
    CHECK(map.ask("SELECT report_id, place_id, decided_by FROM reports ORDER BY 1") ==
          "r1,t1,\nr2,c1,A\nr3,c2,B\n");
    CHECK(map.ask("SELECT place_id, decided_by FROM launch_sites") == "v2,B\n");
    CHECK(map.finding("decision-unused") == "");
}

TEST_CASE("a report's own position stays, unless a decision names the report") {
    Map map(
        "report_id,event_date,place,latitude,longitude,coordinates_uncertainty_m\nr1,2020-01-01,Camp "
        "Sunrise,33.5,44.25,100\n");
    const BuildSummary summary = map.build();
    CHECK(summary.questions.count == 0);
    map.decide(",Camp Sunrise,place,c2,A,,,\n");
    map.build();
    CHECK(map.ask("SELECT latitude, method FROM attacks") == "33.5,coordinates\n");
    CHECK_THAT(map.finding("position-far-from-place"), Contains("the position is used"));
    map.decide("r1,Camp Sunrise,place,c2,A,,,\n");
    map.build();
    CHECK(map.ask("SELECT place_id, method FROM attacks") == "c2,decision\n");
    CHECK_THAT(map.finding("position-far-from-place"), Contains("the decision is used"));
}

TEST_CASE("a bad decision is a thing to check with its row, column, value and remedy, and the others go on") {
    Map map;
    map.folder.file("in.decisions.csv",
                    "report_id,words,column,candidates,decision,decided_by,decided_on\n"
                    ",Sheikh Amir,launch_place,1: A [v1] | 2: B [v2],7,A,\n"
                    ",Irbil,place,,geonames:999,A,\n"
                    ",Irbil,place,,\"95.2, 44.27, 2 km\",A,\n"
                    ",Irbil,plaice,,none,A,\n"
                    ",,place,,none,A,\n"
                    ",Irbil,place,,Atlantis,A,\n"
                    ",Camp Sunrise,place,,c1,A,03/04/2026\n"
                    ",Sheikh Amer,place,,v1,A,\n"
                    "r9,Camp Sunrise,place,,c2,,\n");
    const BuildSummary summary = map.build();
    CHECK_THAT(map.finding("decision-unreadable"),
               Contains("in.decisions.csv,2,decision,decision '7' is no candidate of this row; it lists 1 to "
                        "2. Give a number") &&
                   Contains("in.decisions.csv,4,decision,decision '95.2, 44.27, 2 km': latitude '95.2' is "
                            "out of range") &&
                   Contains("in.decisions.csv,7,decision,decision 'Atlantis' is itself unresolved"));
    CHECK_THAT(map.finding("decision-unknown-place"),
               Contains("in.decisions.csv,3,decision,no gazetteer loaded has the place id 'geonames:999'"));
    CHECK_THAT(map.finding("decision-unknown-column"),
               Contains("in.decisions.csv,5,column,column 'plaice'") && Contains("launch_place"));
    CHECK_THAT(map.finding("decision-without-words"), Contains("in.decisions.csv,6,words,"));
    CHECK_THAT(map.finding("decision-date-unreadable"), Contains("in.decisions.csv,8,decided_on,") &&
                                                            Contains("03/04/2026") &&
                                                            Contains("without its date"));
    CHECK_THAT(map.finding("decision-unused"),
               Contains("in.decisions.csv,9,words,no report has the words 'Sheikh Amer' as its place") &&
                   Contains("in.decisions.csv,10,words,no report with the report_id 'r9'"));
    CHECK_THAT(map.finding("decision-unsigned"), Contains("in.decisions.csv,10,decided_by,"));
    CHECK(map.ask("SELECT DISTINCT place_id, decided_by FROM attacks WHERE location = 'Camp Sunrise'") ==
          "c1,A\n");
    // The question about Sheikh Amir stands: its row was filled, with what does not answer it.
    CHECK(summary.questions.count == 1);
    CHECK(summary.questions.rows == std::vector<std::int64_t>{2});
}

TEST_CASE("a decision that the program would not have taken is told, and so is one in another country") {
    Map map(
        "report_id,event_date,place,country\nr1,2020-01-01,Irbil,IQ\nr2,2020-01-02,Irbil,SY\nr3,2020-01-02,"
        "Irbil,IQ\n");
    map.decide(",Irbil,place,c1,A,,,\n");
    map.build();
    CHECK_THAT(map.finding("decision-differs"),
               Contains("in.decisions.csv,2,decision,without the decision 'c1' the words 'Irbil' would be "
                        "Irbil, Erbil, Iraq [t1] in 2 reports."));
    CHECK_THAT(map.finding("decision-in-other-country"),
               Contains("puts 'Irbil' in Iraq, and 1 report that has these words states Syria"));
    map.decide(",Irbil,place,t1,A,,,\n");
    map.build();
    CHECK(map.finding("decision-differs") == "");
}

TEST_CASE("of two rows that decide the same the later counts, and says so") {
    Map map;
    map.decide(
        ",Camp Sunrise,place,c1,A,,,\n,Camp Sunrise,place,c2,B,,,\n,Sheikh "
        "Amir,launch_place,v1,A,,,\n,Sheikh Amir,launch_place,v1,B,,,\n");
    map.build();
    CHECK(map.ask("SELECT DISTINCT place_id FROM attacks WHERE decided_by = 'B'") == "c2\n");
    CHECK_THAT(map.finding("decision-twice"),
               Contains("in.decisions.csv,3,decision,row 2 decides the same words otherwise ('c1'); this "
                        "later row, 'c2', is used"));
    CHECK(map.ask("SELECT count(*) FROM findings WHERE code = 'decision-twice'") == "1\n");
}

TEST_CASE("words that a spreadsheet would take for a formula come back and meet their reports") {
    Map map("event_date,place\n2020-01-01,=Sheikh Amir\n2020-01-02,\"@Sheikh\tAmir, \"\"x\"\"\"\n");
    map.decide(",'=Sheikh Amir,place,v1,A,,,\n,\"@Sheikh Amir, \"\"x\"\"\",place,v2,A,,,\n");
    map.build();
    CHECK(map.ask("SELECT place_id FROM attacks ORDER BY 1") == "v1\nv2\n");
    CHECK(map.finding("decision-unused") == "");
}

TEST_CASE("decisions can be named, left alone, or left out") {
    Map map;
    map.options.ask = false;
    CHECK(to_text(map.build().questions) ==
          "2 places wait for your review (not in " + map.folder.path("in.decisions.csv") + ")");
    CHECK(map.decisions() == "");
    map.options.ask = true;
    map.options.decisions = map.folder.path("mine.csv");
    map.build();
    CHECK(map.decisions() == "");
    CHECK(fs::exists(map.folder.path("mine.csv")));
    map.options.decisions = map.folder.path("mine.xlsx");
    CHECK_THROWS_AS(map.build(), UsageError);
    map.options.decisions = map.options.inputs.front();
    CHECK_THROWS_AS(map.build(), UsageError);
    map.options.decisions.clear();
    map.decide(",Camp Sunrise,place,c1,A,,,\n");
    const std::string before = map.decisions();
    map.options.use_decisions = false;
    CHECK(to_text(map.build().questions) ==
          "2 places wait for your review; --decisions FILE.csv keeps them for you to decide");
    CHECK(map.decisions() == before);
    CHECK(map.ask("SELECT count(*) FROM attacks") == "1\n");
}

TEST_CASE("several inputs have one table of decisions, beside the first") {
    Map map;
    map.options.inputs.push_back(
        map.folder.file("more.csv", "report_id,event_date,place\nm1,2020-02-01,Sheikh Amir\n"));
    CHECK(map.build().questions.rows == std::vector<std::int64_t>{2, 3, 4});
    CHECK_FALSE(fs::exists(map.folder.path("more.decisions.csv")));
}

TEST_CASE("incidents that are left out as asked are not asked about") {
    Map map;
    map.options.filter.until = Day{std::chrono::year{2020} / 1 / 1};
    CHECK(map.build().questions.count == 1);
    CHECK_THAT(map.decisions(), !Contains("Camp Sunrise"));
}

TEST_CASE("where the decisions cannot be written the layers are, and one sentence says why") {
    Map map;
    map.folder.file(".~lock.in.decisions.csv#", "");
    const BuildSummary open_elsewhere = map.build();
    CHECK_THAT(to_text(open_elsewhere.questions),
               Contains("2 places wait for your review, and could not be added to the decisions: ") &&
                   Contains("is open in another program"));
    CHECK(map.ask("SELECT count(*) FROM attacks") == "1\n");
    fs::remove(map.folder.path(".~lock.in.decisions.csv#"));
    map.options.decisions = map.folder.path("no folder/in.decisions.csv");
    CHECK_THAT(to_text(map.build().questions), Contains("could not be added") && Contains("no folder"));
}

TEST_CASE("a table of decisions that cannot be read stops the build before anything is replaced") {
    Map map;
    map.build();
    const std::string before = map.bytes();
    map.folder.file("in.decisions.csv", "a,b\n1,2\n");
    CHECK_THROWS_WITH(map.build(), Contains("no column words"));
    CHECK(map.bytes() == before);
}

TEST_CASE("other places of the same report, and of the incident's other reports, tell homonyms apart") {
    const Map map(
        "report_id,incident_id,event_date,place,country\n"
        "r1,i1,2020-01-01,\"Sheikh Amir | 36.35, 43.50\",IQ\n"
        "r2,i2,2020-01-02,Sheikh Amir,IQ\n"
        "r3,i2,2020-01-02,\"32.275, 45.985\",IQ\n"
        "r4,i3,2020-01-03,Sheikh Amir,IQ\n");
    map.build();
    CHECK(map.ask("SELECT incident_id, place_id FROM attacks WHERE location = 'Sheikh Amir' ORDER BY 1") ==
          "i1,v1\ni2,v2\n");
    CHECK_THAT(map.ask("SELECT because FROM attacks WHERE place_id = 'v1'"),
               Contains("which the same report names"));
    CHECK_THAT(map.ask("SELECT because FROM attacks WHERE place_id = 'v2'"),
               Contains("which another report of the incident names"));
    CHECK(map.ask("SELECT incident_id, status FROM not_mapped") == "i3,ambiguous\n");
}
