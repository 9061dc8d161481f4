// SPDX-License-Identifier: MIT
#include <cstdlib>

#include "catch.hpp"
#include "core/error.hpp"
#include "scratch.hpp"
#include "table/table.hpp"

using namespace incidentmap;

namespace {

/// The file made again in another format by GDAL's own tool.
std::string converted(const Scratch& scratch, const std::string& from, const std::string& to,
                      const std::string& options) {
    const std::string command =
        "ogr2ogr " + options + " '" + scratch.path(to) + "' '" + from + "' >/dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
    return scratch.path(to);
}

std::vector<std::string> rows_of(const std::string& path, const TableOptions& options = {}) {
    Table table = Table::open(path, options);
    std::vector<std::string> rows;
    while (const Row* row = table.next()) {
        std::string line = std::to_string(row->number) + ":";
        for (const std::string& cell : row->cells) line += " [" + cell + "]";
        rows.push_back(line);
    }
    return rows;
}

}  // namespace

TEST_CASE("a spreadsheet's cells are text as they look, and its rows have the spreadsheet's numbers") {
    const Scratch scratch;
    const std::string csv =
        scratch.file("t.csv", "report_id,place,event_date\n001,Hewlêr,2020-07-27\n1e3,\"a, b\",2020-07\n");
    for (const char* name : {"t.xlsx", "t.ods"}) {
        const std::string path = converted(scratch, csv, name, "");
        INFO(name);
        CHECK(Table::open(path).columns() == std::vector<std::string>{"report_id", "place", "event_date"});
        CHECK(rows_of(path) ==
              std::vector<std::string>{"2: [001] [Hewlêr] [2020-07-27]", "3: [1e3] [a, b] [2020-07]"});
    }
}

TEST_CASE("a layer's points become longitude and latitude, whatever its reference system") {
    const Scratch scratch;
    const std::string csv = scratch.file("t.csv", "place,lon,lat_\nTaji,44.2567,33.5239\n");
    const std::string to_points =
        "-oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat_ -s_srs EPSG:4326 -t_srs EPSG:32638";
    for (const char* name : {"t.gpkg", "t.fgb", "t.shp"}) {
        const std::string path = converted(scratch, csv, name, to_points);
        INFO(name);
        Table table = Table::open(path);
        const auto& columns = table.columns();
        const auto column = [&](const char* wanted) {
            return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), wanted) -
                                            columns.begin());
        };
        const Row* row = table.next();
        REQUIRE(row != nullptr);
        CHECK(std::stod(row->cells[column("longitude")]) == Approx(44.2567).margin(1e-6));
        CHECK(std::stod(row->cells[column("latitude")]) == Approx(33.5239).margin(1e-6));
        CHECK(row->number == 1);
        CHECK(table.next() == nullptr);
    }
}

TEST_CASE("a geometry that is not a point is told and not used") {
    const Scratch scratch;
    const std::string path = scratch.file(
        "t.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"place":"a"},)"
        R"("geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]})");
    Table table = Table::open(path);
    const Row* row = table.next();
    REQUIRE(row != nullptr);
    REQUIRE(row->problems.size() == 1);
    CHECK(row->problems[0].code == "geometry-not-a-point");
}

TEST_CASE("a sheet is chosen by its name") {
    const Scratch scratch;
    const std::string a = scratch.file("a.csv", "place,id\nTaji,1\n");
    const std::string b = scratch.file("b.csv", "place,id\nQaim,2\n");
    const std::string path = converted(scratch, a, "t.xlsx", "");
    converted(scratch, b, "t.xlsx", "-update");
    CHECK(rows_of(path, {"b", 1}) == std::vector<std::string>{"2: [Qaim] [2]"});
    CHECK(sheets_of(path) == std::vector<std::string>{"a", "b"});
    CHECK_THROWS_WITH(Table::open(path, {"c", 1}), Catch::Matchers::Contains("it has 'a', 'b'"));
    // Half of a year may stand on the other one.
    CHECK(Table::open(path).notes().at(0).find("was read, not 'b' (with the same columns)") !=
          std::string::npos);
}

TEST_CASE("only local files of known kinds are opened") {
    const Scratch scratch;
    CHECK_THROWS_AS(Table::open("/vsicurl/http://127.0.0.1/x.gpkg"), Error);
    CHECK_THROWS_AS(Table::open(scratch.path("missing.csv")), Error);
    CHECK_THROWS_AS(Table::open(scratch.path("")), Error);
    // A VRT would name other files: by its ending it is read as text, by another's it is refused.
    const std::string vrt =
        "<OGRVRTDataSource><OGRVRTLayer "
        "name=\"p\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    CHECK_THROWS_AS(Table::open(scratch.file("x.gpkg", vrt)), Error);
    CHECK(Table::open(scratch.file("x.vrt", vrt)).columns().size() == 1);
}
