// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "core/error.hpp"
#include "report/reader.hpp"
#include "report/report.hpp"
#include "report/source.hpp"
#include "scratch.hpp"

using namespace incidentmap;

namespace {

/// The one report of a one-row table, its cells read.
Report report_of(const std::string& csv, const ReadOptions& options = {}) {
    const Scratch scratch;
    ReportReader reader(scratch.file("reports.csv", csv), {});
    const Report* row = reader.next();
    REQUIRE(row != nullptr);
    Report report = *row;
    read_cells(report, options);
    return report;
}

std::vector<std::string> codes(const Report& report) {
    std::vector<std::string> out;
    for (const Finding& finding : report.findings) out.push_back(finding.code);
    return out;
}

using Codes = std::vector<std::string>;
using Column = ReportColumn;

}  // namespace

TEST_CASE("columns are known by name or synonym, in any order, case and writing") {
    const ColumnMap map =
        map_columns("r.csv", {"Date", "Town", "GOVERNORATE", "Wounded", "Remarks", "My own"}, {});
    CHECK(map.read_as[0] == Column::event_date);
    CHECK(map.read_as[1] == Column::place);
    CHECK(map.read_as[2] == Column::admin1);
    CHECK(map.read_as[3] == Column::injured);
    CHECK(map.read_as[4] == Column::notes);
    CHECK(map.read_as[5] == std::nullopt);
    CHECK(to_text(map) ==
          "event_date ← Date, place ← Town, admin1 ← GOVERNORATE, injured ← Wounded, notes ← Remarks; "
          "carried through: My own");
}

TEST_CASE("a column's own name goes before a synonym, and --map before both") {
    CHECK(map_columns("r.csv", {"town", "place"}, {}).read_as[1] == Column::place);
    CHECK(map_columns("r.csv", {"town", "place"}, {}).read_as[0] == std::nullopt);
    CHECK(map_columns("r.csv", {"place", "Where to"}, {{"place", "Where to"}}).read_as[1] == Column::place);
    CHECK_THROWS_AS(map_columns("r.csv", {"place"}, {{"plaice", "place"}}), UsageError);
    CHECK_THROWS_WITH(map_columns("r.csv", {"place"}, {{"place", "Town"}}),
                      Catch::Matchers::Contains("it has 'place'"));
}

TEST_CASE("no synonym is claimed by two columns") {
    for (const ReportColumnInfo& info : report_columns()) {
        INFO(info.name);
        const ColumnMap map =
            map_columns("r.csv", {"place", "latitude", "longitude", std::string(info.name)}, {});
        CHECK(map.index_of(static_cast<Column>(&info - report_columns().data())).has_value());
    }
}

TEST_CASE("a table with neither place nor position is one error that lists what was found") {
    CHECK_THROWS_WITH(
        map_columns("r.csv", {"foo", "bar"}, {}),
        Catch::Matchers::Contains("It has 'foo', 'bar'") && Catch::Matchers::Contains("--map place=COLUMN"));
}

TEST_CASE("a row's cells are read, and a wrong one harms no other") {
    const Report report = report_of("place,date,killed,injured,weapon_count\nTaji | Qaim,soon,3,many,30+\n");
    CHECK(report.places == std::vector<std::string>{"Taji", "Qaim"});
    CHECK(report.killed == Count{3, 3, 3});
    CHECK(report.weapon_count == Count{30, {}, {}});
    CHECK_FALSE(report.injured.known());
    CHECK_FALSE(report.event_date);
    CHECK(codes(report) == Codes{"date-not-read", "count-not-read"});
    CHECK(to_line(report.findings[0]) ==
          "reports.csv:2: date 'soon' is not understood; write it as 2020-07-27, 2020-07 or 2020");
}

TEST_CASE("the report's words are looked up where it has no place") {
    CHECK(report_of("place,place_words\n,near Taji\n").places == std::vector<std::string>{"near Taji"});
    CHECK(report_of("place,place_words\nTaji,near Taji\n").places == std::vector<std::string>{"Taji"});
}

TEST_CASE("a position out of range is told with its swap, and the name is used instead") {
    const Report report = report_of("place,latitude,longitude\nTaji,133.5,33.4\n");
    CHECK_FALSE(report.position);
    CHECK(codes(report) == Codes{"latitude-out-of-range"});
    CHECK(report.findings[0].sentence ==
          "latitude '133.5' is out of range (-90 to 90); the place's name is used instead. "
          "Swapping latitude and longitude would make it valid");
    CHECK(codes(report_of("place,latitude,longitude\nTaji,95.2,190\n")) == Codes{"latitude-out-of-range"});
    CHECK(codes(report_of("place,latitude,longitude\nTaji,nan,44\n")) == Codes{"coordinate-not-read"});
    CHECK(codes(report_of("place,latitude,longitude\nTaji,33.5,\n")) == Codes{"coordinate-missing"});
}

TEST_CASE("a position without a stated uncertainty has what its decimals claim, and says so") {
    const Report report = report_of("latitude,longitude\n33.52,44.26\n");
    REQUIRE(report.position);
    CHECK(report.position->position == LonLat{44.26, 33.52});
    CHECK(report.position->uncertainty_m == Approx(725).margin(10));
    CHECK(codes(report) == Codes{"uncertainty-not-stated"});
    const Report stated = report_of("latitude,longitude,uncertainty_m\n33.52,44.26,3000\n");
    CHECK(stated.position->uncertainty_m == 3000);
    CHECK(stated.findings.empty());
}

TEST_CASE("a row without place and position is kept and says what it lacks") {
    CHECK(codes(report_of("place,notes\n,x\n")) == Codes{"no-place"});
}

TEST_CASE("ids made from content are the same in every run and differ among identical rows") {
    const auto ids_of_a_run = [] {
        const Scratch scratch;
        ReportReader reader(scratch.file("r.csv", "place\nTaji\nTaji\nQaim\n"), {});
        IdMaker ids;
        std::vector<std::string> out;
        while (const Report* row = reader.next()) {
            Report report = *row;
            ids.fill_ids(report);
            out.push_back(report[Column::incident_id]);
        }
        return out;
    };
    const auto first = ids_of_a_run();
    CHECK(first == ids_of_a_run());
    CHECK(first[1] == first[0] + "-2");
    CHECK(first[2] != first[0]);
}

TEST_CASE("sources are known by id, and what is twice or has no id is told") {
    const Scratch scratch;
    Sources sources;
    const auto findings = sources.read(
        scratch.file("sources.csv", "source_id,publisher,url\ns1,A,http://a\ns1,B,http://b\n,C,\ns2,D,\n"),
        "");
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].code == "source-twice");
    CHECK(findings[1].code == "source-without-id");
    CHECK(sources.all().at(sources.find("s1").value()).publisher == "A");
    CHECK(sources.all().at(sources.find("s2").value()).publisher == "D");
    CHECK(!sources.find("s3"));
}
