// SPDX-License-Identifier: MIT
/// Why an incident is where it is, from the GeoPackage alone.
#include "build_map.hpp"
#include "cli/explain/account.hpp"
#include "cli/explain/explanation_json.hpp"
#include "core/error.hpp"
#include "stored/build_file.hpp"
#include "stored/explanation.hpp"

using build_map::Map;
using Catch::Matchers::Contains;
using namespace incidentmap;

namespace {

Explanation explained(const Map& map, const std::string& id) {
    BuildFile file(map.folder.path("out/in.gpkg"));
    return explain(file, id);
}

std::string text_of(const Map& map, const std::string& id) { return to_text(account_of(explained(map, id))); }

std::string section(const std::string& text, const std::string& title, const std::string& next) {
    const auto from = text.find(". " + title + "\n");
    const auto to = text.find(". " + next + "\n");
    REQUIRE(from != std::string::npos);
    REQUIRE(to != std::string::npos);
    return text.substr(from, to - from);
}

bool is_json(const std::string& text) {
    const Scratch scratch;
    Database database = Database::create(scratch.path("json.db"));
    Statement valid = database.prepare("SELECT json_valid(?)");
    valid.bind_text(1, text);
    REQUIRE(valid.step());
    return valid.integer(0) == 1;
}

void change_map(const Map& map, const std::string& sql) {
    const std::string file = map.folder.path("out/in.gpkg");
    REQUIRE(run_program("sqlite3 '" + file + "' \"" + sql + "\"").exit_code == 0);
}

const std::string told =
    "report_id,incident_id,publisher,title,published,url,event_date,place,place_words,country,launch_place,"
    "launch_words,launch_admin1,attributed_to,attributed_by,denied_by,killed,film\n"
    "a,one,The Daily,Rockets fall,2020-01-02,https://daily.example/1,2020-01-01,Irbil,near the airport of "
    "Irbil,IQ,Sheikh Amir,from Sheikh Amir village,Nineveh,A militia,an official,A militia,3,seen twice\n"
    "b,one,The Weekly,A strike,2020-01-05,javascript:alert(1),2020-01-01,Irbil,Irbil,IQ,,,,,,,4,\n";

/// The provinces that the reports state are in its gazetteer too.
struct ToldMap : Map {
    explicit ToldMap(const std::string& table = told) : Map(table) {
        folder.file("places.csv", build_map::places + "n1,Nineveh,province,IQ,,36.2,42.5,90000,1000\n" +
                                      "w1,Wasit,province,IQ,,32.5,45.8,90000,1000\n");
    }
};

}  // namespace

TEST_CASE("an explanation tells who says what, where it is put, what was set aside and how far it is") {
    const ToldMap map;
    map.build();
    const std::string text = text_of(map, "one");
    CHECK_THAT(section(text, "The reports, in their own words", "Where it is put, and why"),
               Contains("Rockets fall") && Contains("https://daily.example/1") &&
                   Contains("“near the airport of Irbil”") && Contains("in.csv, row 2") &&
                   Contains("“seen twice”"));
    CHECK_THAT(section(text, "Where it is put, and why", "Matches that were set aside, and why"),
               Contains("Place 1 of 1: Irbil") && Contains("36.19° N, 44.01° E") &&
                   Contains("Launch place: Sheikh Amir"));
    CHECK_THAT(section(text, "Matches that were set aside, and why", "Decisions"),
               Contains("village, Wasit, Iraq") && Contains("not in Nineveh"));
    CHECK_THAT(section(text, "Decisions", "Possible area"), Contains("None"));
    CHECK_THAT(section(text, "Distance from launch to target", "Claims and denials"),
               Contains("From Sheikh Amir to Irbil") && Contains("about 51 km (43 to 59)"));
    CHECK_THAT(section(text, "Where the reports disagree", "Things to check"), Contains("killed"));
    CHECK_THAT(text, Contains("in.csv, SHA-256 ") && Contains("places, fingerprint "));
}

TEST_CASE("claims and denials stay claims and denials, each with who makes it and who hands it on") {
    const ToldMap map;
    map.build();
    const Explanation explanation = explained(map, "one");
    REQUIRE(explanation.claims.size() == 3);
    CHECK(explanation.claims[0].kind == "attributed_to");
    CHECK(explanation.claims[0].what == "A militia");
    CHECK(explanation.claims[0].by == "an official");
    CHECK(explanation.claims[0].source == "The Daily, 2020-01-02");
    CHECK(explanation.claims[1].kind == "denied_by");
    CHECK(explanation.claims[1].by == "A militia");
    CHECK(explanation.claims[2].kind == "launch_said_by");
    CHECK(explanation.claims[2].by == "not stated");
    CHECK_THAT(to_text(account_of(explanation)),
               Contains("A militia said that they did not do it (report a, The Daily, 2020-01-02)"));
}

TEST_CASE("a decision is told whole, with what it comes to and what the program would have answered") {
    const Map map;
    map.decide(",Sheikh Amir,launch_place,v1,Zaynab,2026-01-01,seen on film,The Daily\n");
    map.build();
    const std::string text = text_of(map, "r1");
    CHECK_THAT(section(text, "Decisions", "Possible area"),
               Contains("Zaynab") && Contains("2026-01-01") && Contains("seen on film") &&
                   Contains("The Daily") && Contains("every report with these words"));
    CHECK_THAT(section(text, "Where it is put, and why", "Matches that were set aside, and why"),
               Contains("ambiguous") && Contains("the decision of a person"));
    CHECK(map.ask("SELECT decision_id, words, role, status, place_id FROM decisions") ==
          "decision-2,Sheikh Amir,launch_place,resolved,v1\n");
}

TEST_CASE("a decision that no report meets is not stored") {
    const Map map;
    map.decide(",Sheikh Amir,launch_place,v1,Zaynab,,,\n,Nowhere,place,t1,Zaynab,,,\n");
    map.build();
    CHECK(map.ask("SELECT words FROM decisions") == "Sheikh Amir\n");
}

TEST_CASE("an incident is explained by its own id, its reports', its features' and its findings'") {
    const ToldMap map;
    map.build();
    for (const char* id : {"one", "a", "b", "one:1", "one:L1", "one:L1-1", "one:d1"}) {
        INFO(id);
        CHECK(explained(map, id).incident_id == "one");
    }
}

TEST_CASE("an id that is not there brings the nearest ones, and one of several incidents lists them") {
    const Map map;
    map.build();
    CHECK_THROWS_WITH(explained(map, "R2"),
                      Contains("has no incident, report or feature 'R2'") && Contains("nearest are r2"));
    CHECK_THROWS_WITH(explained(map, "nothing like it at all"), Contains("the column incident_id"));
    const Map twice("report_id,incident_id,place,country\na,one,Irbil,IQ\nb,two,Irbil,IQ\n");
    twice.build();
    const std::string area = twice.ask("SELECT feature_id FROM uncertainty");
    CHECK_THROWS_WITH(explained(twice, area.substr(0, area.size() - 1)),
                      Contains("belongs to several incidents; explain one of them: one, two"));
}

TEST_CASE("what is not on the map is explained too, with what fits and what would mend it") {
    const Map map;
    map.build();
    const std::string text = text_of(map, "r2");
    CHECK_THAT(text, Contains("It is not on the map.") && Contains("all of these fit, and none was chosen") &&
                         Contains("What would mend it") && Contains("Baghdad") && Contains("Basra"));
}

TEST_CASE("the page needs nothing else, runs nothing, and escapes every value") {
    std::string table = told;
    table.replace(table.find("Rockets fall"), 12, "<script>alert('1')</script> & <img src=x onerror=y>");
    const ToldMap map(table);
    map.build();
    const std::string page = to_html(account_of(explained(map, "one")));
    CHECK_THAT(page, Contains("default-src 'none'; style-src 'sha256-") && Contains("<html lang=\"en\">") &&
                         Contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &lt;img src=x"));
    CHECK_THAT(page, !Contains("<script") && !Contains("<img") && !Contains("href=\"javascript:"));
    CHECK_THAT(page, Contains("<a href=\"https://daily.example/1\" rel=\"noopener noreferrer\">") &&
                         Contains("javascript:alert(1)</dd>"));
    CHECK_THAT(page, !Contains("src=\"") && !Contains("@import") && !Contains("url("));
}

TEST_CASE("the policy of the page names the sum of its own style") {
    const ToldMap map;
    map.build();
    const std::string page = to_html(account_of(explained(map, "one")));
    const auto from = page.find("<style>") + 7;
    const std::string style = page.substr(from, page.find("</style>") - from);
    const std::string path = map.folder.file("style.css", style);
    const ProgramResult sum = run_program("openssl dgst -sha256 -binary '" + path + "' | openssl base64");
    if (sum.exit_code != 0 || sum.output.size() < 40) {
        WARN("skipped: openssl is not installed");
        return;
    }
    CHECK_THAT(page, Contains("'sha256-" + sum.output.substr(0, sum.output.find('\n')) + "'"));
}

TEST_CASE("the JSON is one object, whatever stands in it, and what is not known is null") {
    const ToldMap map;
    map.build();
    const std::string json = to_json(explained(map, "one"));
    CHECK(is_json(json));
    CHECK_THAT(json, Contains("\"incident_id\":\"one\"") && Contains("\"distance_km_min\":43.1") &&
                         Contains("\"killed_best\":null") && Contains("\"film\":\"seen twice\""));
}

TEST_CASE("a build of before there were decisions in the file is explained as far as it goes") {
    const ToldMap map;
    map.build();
    change_map(map, "DROP TABLE answers; DELETE FROM gpkg_contents WHERE table_name = 'answers'");
    CHECK_THAT(text_of(map, "one"),
               Contains("the answer is not in this file") && Contains("Place 1 of 1: Irbil"));
}

TEST_CASE("a file that no build wrote is refused in one sentence") {
    const Scratch scratch;
    CHECK_THROWS_WITH(BuildFile(scratch.path("none.gpkg")),
                      Contains("there is no ") && Contains("none.gpkg"));
    const std::string text =
        scratch.file("text.gpkg", "this is no database, and long enough to be looked at");
    CHECK_THROWS_WITH(BuildFile(text), Contains("text.gpkg"));
    {
        Database other = Database::create(scratch.path("other.gpkg"));
        other.execute("CREATE TABLE build (section, name, value); CREATE TABLE gpkg_contents (table_name)");
        other.close();
    }
    CHECK_THROWS_WITH(BuildFile(scratch.path("other.gpkg")),
                      Contains("is no GeoPackage that incidentmap build wrote"));
}

TEST_CASE("a folder stands for the GeoPackage in it, where one is meant") {
    const Scratch scratch;
    CHECK_THROWS_WITH(build_file_path(scratch.path("")), Contains("there is no GeoPackage in"));
    scratch.file("june.gpkg", "");
    CHECK(build_file_path(scratch.path("")).filename() == "june.gpkg");
    scratch.file("july.gpkg", "");
    CHECK_THROWS_WITH(build_file_path(scratch.path("")),
                      Contains("several GeoPackages") && Contains("july.gpkg, june.gpkg"));
    scratch.file("incidents.gpkg", "");
    CHECK(build_file_path(scratch.path("")).filename() == "incidents.gpkg");
}

TEST_CASE("a position at a latitude of two billion is refused, and not reckoned with") {
    const Map map;
    map.build();
    map.put_beyond_the_pole();
    CHECK_THROWS_WITH(explained(map, "r1"), Contains("damaged") && Contains("latitude 2000000000"));
}
