// SPDX-License-Identifier: MIT
/// Reports of different incidents that may tell of one: proposed, decided, merged, told.
#include "build_map.hpp"
#include "cli/build_text.hpp"
#include "cli/explain/account.hpp"
#include "stored/explanation.hpp"

using build_map::Map;
using Catch::Matchers::Contains;
using namespace incidentmap;

namespace {

/// The Daily and the Weekly tell of rockets on Irbil, each under its own id, far apart in the table; on the
/// same day there is a protest in Irbil, and rockets fall on a village 33 km away.
const std::string told =
    "report_id,incident_id,publisher,published,event_date,event_type,sub_event_type,place,country,admin1,"
    "killed\n"
    "d1,daily-1,The Daily,2020-06-02,2020-06-01,Explosions/Remote violence,Shelling/artillery/missile "
    "attack,Irbil,IQ,,3\n"
    "d2,daily-2,The Daily,2020-06-02,2020-06-01,Protests,Peaceful protest,Irbil,IQ,,\n"
    "d3,daily-3,The Daily,2020-06-02,2020-06-01,Explosions/Remote violence,Shelling/artillery/missile "
    "attack,Lone Hill,IQ,,\n"
    "w1,weekly-1,The Weekly,2020-06-07,2020-06-01,Explosions/Remote violence,Shelling/artillery/missile "
    "attack,Irbil,IQ,,4\n";

struct SameMap : Map {
    SameMap() : Map(told) {
        folder.file("places.csv", build_map::places + "h1,Lone Hill,village,IQ,Erbil,36.0,44.3,500,500\n");
    }
    std::string table() const {
        return std::filesystem::exists(folder.path("in.same.csv")) ? bytes_of(folder.path("in.same.csv"))
                                                                   : "";
    }
    void decide_duplicate(const std::string& rows, const std::string& more = "") const {
        folder.file("in.same.csv", "report_a,report_b,score,why,decision" + more + "\n" + rows);
    }
};

}  // namespace

TEST_CASE(
    "two publications' rockets on one town and day are proposed once; a protest and another town are not") {
    const SameMap map;
    const BuildSummary summary = map.build();
    CHECK(summary.counts.incidents == 4);
    CHECK(summary.pairs.count == 1);
    CHECK_THAT(map.table(), Contains("report_a,report_b,score,why,decision\n") && Contains("d1,w1,0.63,") &&
                                Contains("same day, 2020-06-01; same place") &&
                                Contains("numbers killed differ") && !Contains("d2") && !Contains("d3"));
    CHECK_THAT(to_text(summary, 1),
               Contains("1 pair of reports may be one incident: ") && Contains("line 2"));
    const std::string before = map.table();
    map.build();
    CHECK(map.table() == before);
}

TEST_CASE("what a person decided to be the same is one incident, and that is told") {
    const SameMap map;
    map.decide_duplicate("d1,w1,0.63,why,same,Zaynab,one crater\n", ",decided_by,decided_why");
    const BuildSummary summary = map.build();
    CHECK(summary.counts.incidents == 3);
    CHECK(summary.merged == 1);
    CHECK(summary.pairs.count == 0);
    CHECK(map.ask("SELECT incident_id, report_id FROM reports ORDER BY report_id") ==
          "daily-1,d1\ndaily-2,d2\ndaily-3,d3\ndaily-1,w1\n");
    CHECK(
        map.ask("SELECT killed_low, killed_high, report_count FROM attacks WHERE incident_id = 'daily-1'") ==
        "3,4,2\n");
    CHECK(map.ask("SELECT field, report_id_a, report_id_b FROM disagreements") == "killed,d1,w1\n");
    CHECK_THAT(map.finding("reports-merged"),
               Contains("d1 | w1") && Contains("decided by Zaynab: one crater; in.same.csv, row 2") &&
                   Contains("'daily-1' stands for weekly-1 too"));
    CHECK(map.ask("SELECT role, words, decided_by, decided_why, input_row FROM decisions") ==
          "same,d1 | w1,Zaynab,one crater,2\n");
    CHECK_THAT(map.ask("SELECT name FROM build WHERE section = 'input'"), Contains("in.same.csv"));
}

TEST_CASE("a merged incident explains by whom it was merged") {
    const SameMap map;
    map.decide_duplicate("w1,d1,,,same,Zaynab\n", ",decided_by");
    map.build();
    BuildFile file(map.folder.path("out/in.gpkg"));
    CHECK_THAT(to_text(account_of(explain(file, "w1"))),
               Contains("Incident daily-1") && Contains("Reports w1 | d1") && Contains("Zaynab") &&
                   Contains("they are of one incident"));
}

TEST_CASE("different is different: it is neither proposed again nor merged") {
    SameMap map;
    map.decide_duplicate("d1,w1,,,different\n");
    CHECK(map.build().pairs.count == 0);
    map.options.merge_above = 0.5;
    const BuildSummary summary = map.build();
    CHECK(summary.merged == 0);
    CHECK(summary.counts.incidents == 4);
}

TEST_CASE("with --merge-above the program merges without a person, and says so") {
    SameMap map;
    map.options.merge_above = 0.6;
    const BuildSummary summary = map.build();
    CHECK(summary.merged == 1);
    CHECK(summary.counts.incidents == 3);
    CHECK(map.table().empty());
    CHECK_THAT(map.finding("reports-merged"), Contains("--merge-above 0.6") && Contains("score 0.63"));
    CHECK_THAT(map.ask("SELECT decided_by, decided_why FROM decisions WHERE role = 'same'"),
               Contains("incidentmap, --merge-above 0.6,score 0.63: same day"));
    map.options.merge_above = 0.95;
    CHECK(map.build().merged == 0);
}

TEST_CASE("merging changes nothing but the incident: what is decided about its places is counted once") {
    SameMap map;
    map.decide(",Irbil,place,h1,Zaynab,,,\n");
    map.options.merge_above = 0.99;
    map.build();
    const std::string once = map.ask("SELECT code, sentence FROM findings ORDER BY 1, 2");
    map.options.merge_above.reset();
    map.build();
    CHECK(map.ask("SELECT code, sentence FROM findings ORDER BY 1, 2") == once);
}

TEST_CASE("a decision that cannot be used is told, and the others are used") {
    const SameMap map;
    map.decide_duplicate("d1,w1,,,same\nd1,nobody,,,same\nd2,d3,,,perhaps\n");
    const BuildSummary summary = map.build();
    CHECK(summary.merged == 1);
    CHECK_THAT(map.finding("same-unused"), Contains("in.same.csv,3,report_b") && Contains("'nobody'"));
    CHECK_THAT(map.finding("same-unreadable"), Contains("in.same.csv,4,decision") && Contains("'perhaps'"));
}

TEST_CASE("the table comes back as a spreadsheet saves it, and is only added to, in its own form") {
    SameMap map;
    map.folder.file("in.same.csv",
                    "\xEF\xBB\xBF"
                    "decision;report_b;report_a;mine\r\n;x;y;keep\r\n");
    map.build();
    CHECK_THAT(map.table(),
               Catch::Matchers::StartsWith("\xEF\xBB\xBF"
                                           "decision;report_b;report_a;mine\r\n;x;y;keep\r\n;w1;d1;"));
    map.options.ask = false;
    const std::string before = map.table();
    map.build();
    CHECK(map.table() == before);
}

TEST_CASE("three that are pairwise one are one, whatever their order in the table") {
    const Map map(
        "report_id,incident_id,event_date,place,country\n"
        "a,one,2020-06-01,Irbil,IQ\nx,other,2020-07-01,Irbil,IQ\nb,two,2020-06-01,Irbil,IQ\n"
        "c,three,2020-06-01,Irbil,IQ\n");
    map.folder.file("in.same.csv", "report_a,report_b,decision\nc,b,same\nb,a,same\na,c,same\n");
    map.build();
    CHECK(map.ask("SELECT incident_id, count(*) FROM reports GROUP BY 1") == "one,3\nother,1\n");
    CHECK(map.ask("SELECT incident_id FROM attacks") == "one\nother\n");
}
