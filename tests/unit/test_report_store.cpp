// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "core/error.hpp"
#include "report/report_store.hpp"

using namespace incidentmap;

namespace {

Report made(int number) {
    Report report;
    report.file = number % 2 == 0 ? "b.csv" : "a.csv";
    report.row = number + 1;
    report[ReportColumn::incident_id] = "i" + std::to_string(number);
    report[ReportColumn::place] =
        std::string(static_cast<std::size_t>(number) * 37 % 5000, 'x') + "\0\n"[number % 2] + "Hewlêr";
    report.extra = {"", std::to_string(number)};
    if (number % 3 == 0)
        report.findings.push_back(
            {"row-too-long", Severity::error, report.file, report.row, "c", "s", {}, {}});
    return report;
}

void check_duplicates(const Report& read, const Report& added) {
    CHECK(read.file == added.file);
    CHECK(read.row == added.row);
    CHECK(read.cells == added.cells);
    CHECK(read.extra == added.extra);
    REQUIRE(read.findings.size() == added.findings.size());
    for (std::size_t i = 0; i < read.findings.size(); ++i) {
        CHECK(to_line(read.findings[i]) == to_line(added.findings[i]));
        CHECK(read.findings[i].severity == added.findings[i].severity);
        CHECK(read.findings[i].incident_id == added[ReportColumn::incident_id]);
    }
}

}  // namespace

TEST_CASE("a report comes back as it was added, in any order, also between additions") {
    ReportStore store;
    for (int i = 1; i <= 600; ++i) {
        store.add(made(i));
        if (i % 100 == 0) check_duplicates(store.report(i / 2), made(i / 2));
    }
    for (int i = 600; i >= 1; --i) check_duplicates(store.report(i), made(i));
    CHECK_THROWS_AS(store.report(0), Error);
    CHECK_THROWS_AS(store.report(601), Error);
}
