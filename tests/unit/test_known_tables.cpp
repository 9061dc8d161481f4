// SPDX-License-Identifier: MIT
/// The tables that others publish, each rule of ours for them.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "known_table_rows.hpp"
#include "report/given_position.hpp"
#include "report/known_table.hpp"
#include "report/reader.hpp"
#include "report/report.hpp"
#include "report_tools.hpp"
#include "scratch.hpp"
#include "table/csv.hpp"

using namespace report_tools;

namespace {

/// One row of a published table, with a value in each column that is read; \p codes by what they are of.
Report row_of_known_table(const std::string& table, const std::map<std::string, std::string>& codes) {
    const std::map<std::string, std::string> samples{{"report_id", "7"},
                                                     {"incident_id", "A7"},
                                                     {"event_date", "2020-07-27"},
                                                     {"end_date", "2020-07-27"},
                                                     {"year", "2020"},
                                                     {"month", "7"},
                                                     {"day", "27"},
                                                     {"place", "Djibo"},
                                                     {"admin1", "Sahel"},
                                                     {"admin2", "Soum"},
                                                     {"country", "Burkina Faso"},
                                                     {"latitude", "14.1022"},
                                                     {"longitude", "-1.6306"},
                                                     {"killed", "3"},
                                                     {"killed_low", "3"},
                                                     {"killed_high", "4"},
                                                     {"injured", "1"},
                                                     {"event_type", "Battles"}};
    std::string header;
    std::string cells;
    std::set<std::string> filled;
    for (const auto& row : known_table_rows("known_columns")) {
        if (row[0] != table) continue;
        const auto code = codes.find(row[3]);
        const auto sample = samples.find(row[3]);
        header += (header.empty() ? "" : ",") + row[1];
        cells += cells.empty() && filled.empty() ? "" : ",";
        if (code != codes.end()) {
            cells += code->second;
        } else if (sample != samples.end() && filled.insert(row[3]).second) {
            // A table without a column for longitudes has both in one.
            const auto all = known_table_rows("known_columns");
            const bool has_longitude = std::any_of(all.begin(), all.end(), [&](const auto& other) {
                return other[0] == table && other[3] == "longitude";
            });
            cells += row[3] == "latitude" && !has_longitude ? "14.1022 -1.6306" : sample->second;
        }
        filled.insert("");
    }
    const Scratch scratch;
    ReportReader reader(scratch.file("known.csv", header + "\n" + cells + "\n"), {});
    REQUIRE(reader.known_table() != nullptr);
    CHECK(reader.known_table()->name() == table);
    const Report* row = reader.next();
    if (row == nullptr) return {};
    Report report = *row;
    read_cells(report, {});
    return report;
}

}  // namespace

TEST_CASE("a published table is known by its columns, and its precision is kept") {
    const auto read = [](const std::string& row) {
        return report_of(
            "event_id_cnty,event_date,time_precision,event_type,location,admin1,country,latitude,"
            "longitude,geo_precision,fatalities\n" +
            row + "\n");
    };
    const Report town = read("A1,2020-07-27,1,Battles,Djibo,Sahel,Burkina Faso,14.1022,-1.6306,1,3");
    CHECK(town[Column::incident_id] == "A1");
    CHECK(position_means(town) == PositionMeans::named_place);
    CHECK(town.killed == Count{3, 3, 3});
    const Report near = read("A2,2020-07-27,3,Battles,Djibo,Sahel,Burkina Faso,14.1022,-1.6306,2,0");
    CHECK(near.position.value().uncertainty_m == 25'000);
    CHECK(to_edtf(near.event_date.value()) == "2020-07");
    CHECK_FALSE(near.killed.known());
    const Report region = read("A3,2020-07-27,2,Battles,Sahel,Sahel,Burkina Faso,14.0875,-1.6418,3,0");
    CHECK(position_means(region) == PositionMeans::area);
    CHECK(region.places == std::vector<std::string>{"Sahel province"});
    CHECK(to_edtf(region.event_date.value()) == "2020-07-24/2020-07-30~");
    const Report odd = read("A4,2020-07-27,1,Battles,Djibo,Sahel,Burkina Faso,14.1022,-1.6306,9,0");
    CHECK(codes(odd) == Codes{"precision-not-known"});
    CHECK(odd.places == std::vector<std::string>{"Burkina Faso"});
}

TEST_CASE(
    "each code of precision of each published table draws what its row says, and no point for an area") {
    for (const auto& row : known_table_rows("known_precisions")) {
        const std::string& table = row[0];
        const std::string& becomes = row[4];
        INFO(table << ": " << row[1] << " " << row[2] << " becomes " << becomes);
        if (row[1] == "date") {
            const Report report = row_of_known_table(table, {{"date_precision", row[2]}});
            const std::string date = to_edtf(report.event_date.value());
            CHECK(date == (becomes == "month"  ? "2020-07"
                           : becomes == "week" ? "2020-07-24/2020-07-30~"
                           : becomes == "year" ? "2020"
                                               : "2020-07-27"));
            continue;
        }
        std::map<std::string, std::string> codes{{"place_precision", row[2]}};
        if (row[1] == "vicinity") codes = {{"place_precision", "1"}, {"vicinity", row[2]}};
        const Report report = row_of_known_table(table, codes);
        const PositionMeans means = position_means(report);
        if (becomes == "district" || becomes == "province" || becomes == "country") {
            CHECK(means == PositionMeans::area);
            REQUIRE(report.places.size() == 1);
            // A table without a column for districts has provinces; one with neither, the place's own name.
            const std::string& country = report[Column::country];
            if (becomes == "country") {
                CHECK(report.places[0] == (country.empty() ? "Djibo" : "Burkina Faso"));
            } else if (becomes == "district" && !report[Column::admin2].empty()) {
                CHECK(report.places[0] == "Soum district");
            } else {
                CHECK(report.places[0] ==
                      (report[Column::admin1].empty() ? "Djibo " + becomes : "Sahel province"));
            }
        } else if (becomes == "named place") {
            CHECK(means == PositionMeans::named_place);
        } else if (becomes == "no place") {
            CHECK(means == PositionMeans::nothing);
            CHECK(report.places.empty());
            CHECK_FALSE(report.position);
        } else {
            CHECK(means == PositionMeans::spot);
            CHECK(report.position.value().uncertainty_m == read_length_m(becomes).value());
        }
        CHECK(codes_but(report, becomes == "no place" ? "no-place" : "uncertainty-not-stated") ==
              std::vector<std::string>{});
    }
}

TEST_CASE("each code of events of each published table is what its row says") {
    for (const auto& row : known_table_rows("known_events")) {
        INFO(row[0] << ": " << row[1] << ", " << row[2]);
        const std::string code = row[1].ends_with('*') ? row[1].substr(0, row[1].size() - 1) + "9" : row[1];
        const Report report = row_of_known_table(row[0], {{"event_code", code}});
        if (row[3] == "left out") {
            CHECK(report.row == 0);
        } else if (row[3] != "as it stands") {
            CHECK(report[Column::event_type] == row[3]);
            if (row[4] != "nothing") CHECK(report[Column::sub_event_type] == row[4]);
        }
    }
}

TEST_CASE("what is the same in all rows of a published table stands in each, and lists are parted") {
    const Report raid = report_of(
        "Incident ID,Date,Governorate,District,Area,Target,Main category,Sub-category,Fatalities,Injured\n"
        "1,26/03/2015,Sanaa,Sanhan,Raymah Humaid,Farm,Civilian,Agriculture,0,0\n");
    CHECK(raid[Column::country] == "Yemen");
    CHECK(raid[Column::sub_event_type] == "Air/drone strike");
    CHECK(raid.places == std::vector<std::string>{"Raymah Humaid"});
    CHECK(raid[Column::damage] == "Farm");
    const Report acled = report_of(
        "event_id_cnty,event_date,event_type,location,country,latitude,longitude,geo_precision,source\n"
        "A1,2020-07-27,Battles,Djibo,Burkina Faso,14.1,-1.6,1,Al Sumaria; Rudaw; Twitter\n");
    CHECK(acled[Column::publisher] == "Al Sumaria | Rudaw | Twitter");
    const std::string ged =
        "id,type_of_violence,side_a,where_prec,where_coordinates,date_start,date_end,best,latitude,"
        "longitude\n";
    CHECK(
        report_of(ged + "1,3,Militia A,1,Djibo,2014-06-14,2014-06-15,2,14.1,-1.6\n")[Column::attributed_to] ==
        "Militia A");
    CHECK(to_edtf(report_of(ged + "1,1,A,1,Djibo,10/5/2016 0:00:00,10/5/2016 0:00:00,2,14.1,-1.6\n")
                      .event_date.value()) == "2016-10-05");
    const Report battle = report_of(ged + "1,1,Government,1,Djibo,2014-06-14,2014-06-15,2,14.1,-1.6\n");
    CHECK(battle[Column::attributed_to].empty());
    CHECK(battle[Column::attributed_by].empty());
}

TEST_CASE("docs/tables.md has the rows of the published tables, and each row's column and code is read") {
    std::ifstream file(std::string(INCIDENTMAP_SOURCE_DIR) + "/docs/tables.md");
    std::ostringstream bytes;
    bytes << file.rdbuf();
    const std::string text = bytes.str();
    const std::string tables = std::string(INCIDENTMAP_SOURCE_DIR) + "/src/report/tables/";
    CsvReader columns(tables + "known_columns.csv", 1);
    while (const Row* row = columns.next()) {
        INFO(row->number << ": " << row->cells[1]);
        CHECK(text.find("| `" + row->cells[1] + "` | " + row->cells[2] + " | `" + row->cells[3] + "` |") !=
              std::string::npos);
    }
    for (const auto& row : known_table_rows("known_events")) {
        INFO(row[0] << ": " << row[1]);
        CHECK(text.find("| " + row[1] + " | " + row[2] + " | " + row[3] + " | ") != std::string::npos);
    }
    for (const auto& row : known_table_rows("known_constants")) {
        INFO(row[0] << ": " << row[1]);
        CHECK(text.find("| `" + row[1] + "` | " + row[2] + " | ") != std::string::npos);
    }
    CsvReader precisions(tables + "known_precisions.csv", 1);
    while (const Row* row = precisions.next()) {
        INFO(row->number << ": " << row->cells[2]);
        CHECK(text.find("| " + row->cells[1] + " | " + row->cells[2] + " | " + row->cells[3] + " | " +
                        row->cells[4] + " |") != std::string::npos);
        Report report;
        report[Column::latitude] = "33";
        report[Column::longitude] = "44";
        report[Column::coordinates_uncertainty_m] = row->cells[4];
        if (row->cells[1] == "place") {
            const bool is_length = position_means(report) == PositionMeans::spot;
            CHECK(is_length == read_length_m(row->cells[4]).has_value());
        }
    }
}
