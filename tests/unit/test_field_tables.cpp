// SPDX-License-Identifier: MIT
/// Made-up tables in the shapes that people's own tables have: what each of their cells comes to.
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/date.hpp"
#include "core/text.hpp"
#include "report/event_kind.hpp"
#include "report/given_position.hpp"
#include "report/reader.hpp"
#include "table/csv.hpp"

using namespace incidentmap;

namespace {

using Column = ReportColumn;

const std::string folder = std::string(INCIDENTMAP_SOURCE_DIR) + "/tests/unit/field/";

/// The reports of a table, read as a build reads them: the order of day and month is known at the end.
std::vector<Report> reports_of(const std::string& file) {
    ReportReader reader(folder + file, {});
    std::vector<Report> reports;
    while (const Report* report = reader.next()) reports.push_back(*report);
    for (Report& report : reports) read_cells(report, {reader.survey().order_shown()});
    return reports;
}

std::string count_in_words(const Count& count) { return count.known() ? to_text(count) : "-"; }

/// What one cell of a report came to, as expected.csv writes it.
std::string found(const Report& report, const std::string& what) {
    if (what == "date") return report.event_date ? to_edtf(*report.event_date) : "-";
    if (what == "place") return report.places.empty() ? "-" : joined(report.places, " | ");
    if (what == "killed") return count_in_words(report.killed);
    if (what == "injured") return count_in_words(report.injured);
    if (what == "position" && report.position)
        return to_text(report.position->position.lat, 4) + ", " + to_text(report.position->position.lon, 4);
    if (what == "known to m" && report.position) return to_text(report.position->uncertainty_m, 0);
    if (what == "means") {
        const PositionMeans means = position_means(report);
        return means == PositionMeans::area ? "area" : means == PositionMeans::named_place ? "place" : "spot";
    }
    if (what == "type") {
        const auto kind = event_kind(report[Column::event_type]);
        return kind ? std::string(kind->type) : "-";
    }
    for (std::size_t i = 0; i < report_column_count; ++i) {
        if (report_columns()[i].name == what) return report.cells[i].empty() ? "-" : report.cells[i];
    }
    return "-";
}

}  // namespace

TEST_CASE("tables as people keep them come to what they say") {
    CsvReader expected(folder + "expected.csv", 1);
    std::string file;
    std::vector<Report> reports;
    while (const Row* row = expected.next()) {
        const std::vector<std::string>& cells = row->cells;
        INFO("expected.csv:" << row->number << ": " << cells[0] << ", report " << cells[1]);
        if (cells[0] != file) {
            file = cells[0];
            reports = reports_of(file);
        }
        if (cells[1] == "all") {
            CHECK(std::to_string(reports.size()) == cells[3]);
            continue;
        }
        const auto number = static_cast<std::size_t>(std::stoul(cells[1]));
        REQUIRE(number <= reports.size());
        CHECK(found(reports[number - 1], cells[2]) == cells[3]);
    }
}
