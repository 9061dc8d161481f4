// SPDX-License-Identifier: MIT
/// Builds of published tables, a row for each code of precision: what their layers add up to.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "catch.hpp"
#include "core/text.hpp"
#include "geopackage/database.hpp"
#include "known_table_rows.hpp"
#include "scratch.hpp"

using namespace incidentmap;

namespace {

/// A published table with a row for each of its codes of the place's precision: the first kills 1, the second
/// 2, and so on, each on a day of July 2020 of its own.
struct Sample {
    std::string csv;
    std::string name = "known.csv";
    int rows = 0;
    int killed = 0;
    int areas = 0;  ///< rows that are a district, a province or a country
};

Sample sample_of(const std::string& table) {
    const std::map<std::string, std::string> cells{
        {"place", "Djibo"},       {"admin1", "Sahel"},      {"admin2", "Soum"}, {"country", "Burkina Faso"},
        {"latitude", "14.1022"},  {"longitude", "-1.6306"}, {"year", "2020"},   {"month", "7"},
        {"event_type", "Battles"}};
    std::vector<std::string> codes;
    Sample sample;
    for (const auto& row : known_table_rows("known_precisions")) {
        if (row[0] != table || row[1] != "place" || row[4] == "no place") continue;
        codes.push_back(row[2]);
        sample.areas += row[4] == "district" || row[4] == "province" || row[4] == "country" ? 1 : 0;
    }
    std::string header;
    for (const auto& row : known_table_rows("known_columns")) {
        if (row[0] == table) header += (header.empty() ? "" : ",") + row[1];
    }
    sample.csv = header + "\n";
    bool counts_deaths = false;
    for (const std::string& code : codes) {
        const std::string number = std::to_string(++sample.rows);
        const std::string day = (number.size() == 1 ? "0" : "") + number;
        std::set<std::string> filled;
        std::string line;
        bool first_cell = true;
        for (const auto& row : known_table_rows("known_columns")) {
            if (row[0] != table) continue;
            const std::string& ours = row[3];
            const bool is_first = filled.insert(ours).second;
            const auto cell = cells.find(ours);
            std::string value;
            if (ours == "place_precision") {
                value = code;
            } else if (is_first && (ours == "report_id" || ours == "incident_id")) {
                value = std::to_string(900'000'000 + sample.rows);
            } else if (is_first && (ours == "event_date" || ours == "end_date")) {
                value = row[1] == "SQLDATE" ? "202007" + day : "2020-07-" + day;
            } else if (is_first && ours == "day") {
                value = number;
            } else if (is_first && (ours == "killed" || ours == "killed_low" || ours == "killed_high")) {
                value = number;
                counts_deaths = true;
            } else if (is_first && cell != cells.end()) {
                value = cell->second;
            }
            if (!first_cell) line += ",";
            first_cell = false;
            line += value;
        }
        sample.csv += line + "\n";
        sample.killed += sample.rows;
    }
    if (!counts_deaths) sample.killed = 0;
    return sample;
}

/// The same as it is published: without its first row, each cell in the place that its header has in \p
/// names, separated by tabs.
Sample without_header(const Sample& sample, const std::vector<std::string>& names) {
    Sample bare = sample;
    bare.name = "known.tsv";
    bare.csv.clear();
    std::vector<std::string> header;
    for (const std::string& line : split_list(sample.csv, "\n")) {
        std::vector<std::string> cells(1);
        for (const char c : line) {
            if (c == ',') {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        if (header.empty()) {
            header = cells;
            continue;
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto at = std::find(header.begin(), header.end(), names[i]);
            if (i > 0) bare.csv += '\t';
            if (at != header.end()) bare.csv += cells[static_cast<std::size_t>(at - header.begin())];
        }
        bare.csv += '\n';
    }
    return bare;
}

std::vector<Sample> samples() {
    std::set<std::string> tables;
    for (const auto& row : known_table_rows("known_precisions")) tables.insert(row[0]);
    std::vector<Sample> all;
    for (const std::string& table : tables) {
        all.push_back(sample_of(table));
        for (const auto& row : known_table_rows("known_headers")) {
            if (row[0] == table) all.push_back(without_header(sample_of(table), split_list(row[2], ",")));
        }
    }
    return all;
}

std::int64_t number(Database& build, const std::string& sql) {
    Statement statement = build.prepare(sql);
    REQUIRE(statement.step());
    return statement.integer(0);
}

bool has_table(Database& build, const std::string& name) {
    return number(build, "SELECT count(*) FROM sqlite_master WHERE name = '" + name + "'") > 0;
}

}  // namespace

TEST_CASE("of each published table no province or country is a point, and deaths and dates add up") {
    setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    for (const Sample& sample : samples()) {
        if (sample.rows == 0) continue;
        INFO(sample.name << "\n" << sample.csv);
        const Scratch scratch;
        BuildRequest request;
        request.inputs = {scratch.file(sample.name, sample.csv)};
        for (const char* name : {"curated", "world"})
            request.gazetteers.push_back(std::string(INCIDENTMAP_BINARY_DIR) + "/gazetteer/" + name +
                                         ".gpkg");
        request.output = scratch.path("out");
        Reporter silent;
        run_build(request, silent);
        Database build = Database::open_read_only(scratch.path("out/known.gpkg"));
        CHECK(number(build, "SELECT count(*) FROM incidents") == sample.rows);
        CHECK(number(build, "SELECT count(*) FROM incidents WHERE date_start IS NOT NULL") == sample.rows);
        CHECK(number(build, "SELECT count(DISTINCT date_start) FROM incidents") == sample.rows);
        std::int64_t killed = 0;
        for (const char* layer : {"attacks", "other_incidents", "attack_areas"}) {
            if (!has_table(build, layer)) continue;
            killed += number(build, "SELECT coalesce(sum(killed_best), 0) FROM " + std::string(layer));
        }
        CHECK(killed == sample.killed);
        std::int64_t points = 0;
        for (const char* layer : {"attacks", "other_incidents"}) {
            if (!has_table(build, layer)) continue;
            points += number(build, "SELECT count(*) FROM " + std::string(layer));
            CHECK(number(build, "SELECT count(*) FROM " + std::string(layer) +
                                    " WHERE where_prec IN (3, 4, 6) OR geo_precision = 3") == 0);
        }
        CHECK(points <= sample.rows - sample.areas);
    }
}
